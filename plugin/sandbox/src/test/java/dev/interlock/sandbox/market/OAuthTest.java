package dev.interlock.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm.Reply;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.MarketApp;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.records.InstallationRow;
import dev.interlock.sandbox.records.TokenRow;
import dev.interlock.sandbox.time.SandboxClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OAuthTest {
  private static final String RIVERSIDE = DemoAgency.RIVERSIDE;
  private static final String HILLSIDE = DemoAgency.HILLSIDE;
  private static final String LAKESIDE = DemoAgency.LAKESIDE;

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final SandboxAgency agency = SandboxAgency.start(DemoAgency.config(clock, 1));
  private final MarketApp app = new MarketApp(agency);

  @AfterEach
  void close() {
    agency.close();
  }

  private Reply installed(String locationId) {
    return app.redeem(agency.install(Installing.into(locationId))).is(200);
  }

  private Reply bulk(String... locationIds) {
    return app.redeem(agency.install(Installing.bulk(locationIds))).is(200);
  }

  private static String access(Reply reply) {
    return reply.text("/access_token");
  }

  private static String refresh(Reply reply) {
    return reply.text("/refresh_token");
  }

  private int read(String token) {
    return app.crm(token).get("/locations/" + RIVERSIDE).status();
  }

  @Test
  void aUserOfALocationGivesTheAppATokenOfThatLocation() {
    var answer = installed(RIVERSIDE);

    assertThat(answer.text("/userType")).isEqualTo("Location");
    assertThat(answer.text("/locationId")).isEqualTo(RIVERSIDE);
    assertThat(answer.text("/companyId")).isEqualTo(DemoAgency.COMPANY_ID);
    assertThat(answer.body().path("expires_in").asInt()).isEqualTo(86_399);
    assertThat(answer.body().path("isBulkInstallation").asBoolean()).isFalse();
    assertThat(answer.text("/scope").split(" ")).containsAll(DemoAgency.SCOPES);
    assertThat(access(answer).length()).isGreaterThan(1024);
    assertThat(read(access(answer))).isEqualTo(200);
  }

  @Test
  void theDemosAppIsNotLetMakePipelines() {
    var token = access(installed(RIVERSIDE));
    var wish =
        """
        {"locationId": "%s", "name": "Upsell", "stages": [{"name": "Asked", "position": 0}]}\
        """
            .formatted(RIVERSIDE);
    var headers =
        Map.of(
            "Authorization", "Bearer " + token,
            "Version", "v3",
            "Content-Type", "application/json");

    app.crm(token)
        .unchecked()
        .call("POST", "/opportunities/pipelines", headers, Optional.of(wish))
        .is(401);
    assertThat(DemoAgency.SCOPES).noneMatch(scope -> scope.startsWith("pipelines."));
  }

  @Test
  void anAgencyGivesTheAppATokenOfTheCompanyThatOnlyMints() {
    var answer = bulk(RIVERSIDE, HILLSIDE);

    assertThat(answer.text("/userType")).isEqualTo("Company");
    assertThat(answer.body().has("locationId")).isFalse();
    assertThat(answer.body().path("isBulkInstallation").asBoolean()).isTrue();
    assertThat(answer.body().path("installToFutureLocations").asBoolean(true)).isFalse();
    assertThat(answer.body().path("approvedLocations"))
        .extracting(it -> it.asString())
        .containsExactly(RIVERSIDE, HILLSIDE);
    assertThat(app.crm(access(answer)).get("/locations/" + RIVERSIDE).is(401).text("/message"))
        .isEqualTo("authClass type is not allowed to access this scope");
  }

  @Test
  void aCodeWorksOnceAndNotForLong() {
    var redirect = agency.install(Installing.into(RIVERSIDE));
    app.redeem(redirect).is(200);
    var late = agency.install(Installing.into(RIVERSIDE));
    clock.advanceBy(Duration.ofMinutes(15));

    assertThat(app.redeem(redirect).is(400).text("/error")).isEqualTo("invalid_grant");
    assertThat(app.redeem(late).is(400).text("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void theAppHasToSayWhoItIsAndWhatItWants() {
    var code = agency.install(Installing.into(RIVERSIDE)).code();
    var form = Map.of("client_id", DemoAgency.CLIENT_ID, "client_secret", "guessed");

    assertThat(app.form("/oauth/token", "", form).is(422).body().path("message"))
        .extracting(it -> it.asString())
        .containsExactly("grant_type should not be empty");
    var guessing =
        Map.of(
            "client_id",
            DemoAgency.CLIENT_ID,
            "client_secret",
            "guessed",
            "grant_type",
            "authorization_code",
            "code",
            code);
    app.form("/oauth/token", "", guessing).is(401);
    var unknown =
        Map.of(
            "client_id",
            DemoAgency.CLIENT_ID,
            "client_secret",
            DemoAgency.CLIENT_SECRET,
            "grant_type",
            "password");
    app.form("/oauth/token", "", unknown).is(422);
    app.form("/oauth/reconnect", "", Map.of()).is(401);
  }

  @Test
  void aRefreshTokenIsSpentByItsFirstUse() {
    var first = installed(RIVERSIDE);
    var second = app.refresh(refresh(first)).is(200);

    assertThat(app.refresh(refresh(first)).is(400).text("/error")).isEqualTo("invalid_grant");
    assertThat(refresh(second)).isNotEqualTo(refresh(first));
    assertThat(read(access(second))).isEqualTo(200);
    app.refresh(refresh(second)).is(200);
    assertThat(agency.records().tokens())
        .extracting(TokenRow::refresh)
        .containsExactly(TokenRow.State.SPENT, TokenRow.State.SPENT, TokenRow.State.LIVE);
  }

  @Test
  void ofTwoWhoRefreshAtOnceOneGetsAPair() throws Exception {
    var token = refresh(installed(RIVERSIDE));
    Callable<Integer> refreshing = () -> app.refresh(token).status();

    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = both.invokeAll(List.of(refreshing, refreshing));

      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 400);
    }
    assertThat(agency.records().tokenCount(RIVERSIDE).refreshed()).isEqualTo(1);
  }

  @Test
  void anAccessTokenEndsByTheClockAndItsRefreshTokenGoesOn() {
    var first = installed(RIVERSIDE);
    clock.advanceBy(Duration.ofSeconds(86_398));
    assertThat(read(access(first))).isEqualTo(200);

    clock.advanceBy(Duration.ofSeconds(1));

    var refused = app.crm(access(first)).get("/locations/" + RIVERSIDE).is(401);
    assertThat(refused.text("/message")).isEqualTo("Invalid JWT");
    assertThat(read(access(app.refresh(refresh(first)).is(200)))).isEqualTo(200);
    assertThat(agency.records().tokenCount(RIVERSIDE).expired()).isEqualTo(1);
  }

  @Test
  void tokensCanBeEndedInTheMiddleOfSomething() {
    var token = access(installed(RIVERSIDE));

    agency.expireTokens(RIVERSIDE);

    assertThat(read(token)).isEqualTo(401);
    assertThat(agency.records(RIVERSIDE).requestsByStatus()).isEqualTo(Map.of(401, 1L));
  }

  @Test
  void aCompanyMintsForLocationsThatHaveTheApp() {
    var company = access(bulk(RIVERSIDE, HILLSIDE));

    var minted = app.mint(company, RIVERSIDE).is(200);

    assertThat(minted.text("/locationId")).isEqualTo(RIVERSIDE);
    assertThat(minted.text("/appId")).isEqualTo(DemoWorld.APP_ID);
    assertThat(read(access(minted))).isEqualTo(200);
    app.refresh(refresh(minted)).is(200);
    app.mint(company, LAKESIDE).is(400);
    app.mint(company, "unknown").is(400);
    app.mint(company, "another company", RIVERSIDE).is(400);
    app.mint(access(minted), RIVERSIDE).is(401);
    app.form("/oauth/locationToken", company, Map.of("locationId", RIVERSIDE)).is(422);
  }

  @Test
  void aCompanyMintsForALocationThatItsOwnUserConnected() {
    installed(LAKESIDE);
    var company = access(bulk(RIVERSIDE));

    app.mint(company, LAKESIDE).is(200);
  }

  @Test
  void aCompanySeesItsLocationsPageByPage() {
    var company = access(bulk(RIVERSIDE, LAKESIDE));

    var all = app.installedLocations(company, "").is(200);
    assertThat(all.body().path("count").asInt()).isEqualTo(3);
    assertThat(all.body().path("locations"))
        .extracting(it -> it.path("isInstalled").asBoolean())
        .containsExactly(true, false, true);
    var page = app.installedLocations(company, "&isInstalled=true&skip=1&limit=1").is(200);
    assertThat(page.body().path("count").asInt()).isEqualTo(2);
    assertThat(page.text("/locations/0/_id")).isEqualTo(LAKESIDE);
    assertThat(app.installedLocations(company, "&query=hill").text("/locations/0/_id"))
        .isEqualTo(HILLSIDE);
    app.crm(company)
        .mistaken()
        .get("/oauth/installedLocations?companyId=" + DemoAgency.COMPANY_ID)
        .is(422);
    var token = access(app.mint(company, RIVERSIDE));
    app.installedLocations(token, "").is(401);
  }

  @Test
  void anUninstallEndsAllTokensOfThatLocationAtOnce() {
    var company = bulk(RIVERSIDE, HILLSIDE);
    var riverside = app.mint(access(company), RIVERSIDE).is(200);
    var hillside = app.mint(access(company), HILLSIDE).is(200);

    agency.uninstall(RIVERSIDE);

    assertThat(app.crm(access(riverside)).get("/locations/" + RIVERSIDE).is(401).text("/message"))
        .isEqualTo("Invalid token: access token is invalid");
    app.refresh(refresh(riverside)).is(400);
    app.mint(access(company), RIVERSIDE).is(400);
    app.crm(access(hillside)).get("/locations/" + HILLSIDE).is(200);

    var again = installed(RIVERSIDE);
    assertThat(read(access(again))).isEqualTo(200);
    assertThat(read(access(riverside))).isEqualTo(401);
  }

  @Test
  void anUninstallFromTheCompanyEndsEverything() {
    var company = bulk(RIVERSIDE, HILLSIDE);
    var riverside = access(app.mint(access(company), RIVERSIDE).is(200));

    agency.uninstallEverywhere();

    assertThat(read(riverside)).isEqualTo(401);
    app.installedLocations(access(company), "").is(401);
    app.refresh(refresh(company)).is(400);
    assertThat(agency.records().installations()).isEmpty();
  }

  @Test
  void theAppCanAskWhoInstalledItAndRemoveItself() {
    agency.update(
        "version-2",
        Set.of("oauth.readonly", "oauth.write", "marketplace-installer-details.readonly"));
    var company = access(bulk(RIVERSIDE, HILLSIDE));
    var token = access(app.mint(company, RIVERSIDE).is(200));
    var installations = "/marketplace/app/" + DemoWorld.APP_ID + "/installations";

    var details = app.crm(token).get(installations).is(200);
    assertThat(details.text("/installationDetails/locationId")).isEqualTo(RIVERSIDE);
    app.crm(token).delete(installations, "{}").is(422);
    app.crm(token).delete(installations, "{\"locationId\": \"" + HILLSIDE + "\"}").is(403);
    app.crm(token).delete(installations, "{\"locationId\": \"" + RIVERSIDE + "\"}").is(200);

    assertThat(read(token)).isEqualTo(401);
    assertThat(agency.records().installations())
        .extracting(InstallationRow::locationId)
        .containsExactly(HILLSIDE);
  }

  @Test
  void aSuspendedLocationGetsNoTokens() {
    var company = access(bulk(RIVERSIDE));
    var minted = app.mint(company, RIVERSIDE).is(200);
    agency.suspend(RIVERSIDE);

    assertThat(app.refresh(refresh(minted)).is(400).text("/message"))
        .isEqualTo("Location is not active");
    app.mint(company, RIVERSIDE).is(400);

    agency.resume(RIVERSIDE);
    app.refresh(refresh(minted)).is(200);
  }

  @Test
  void aLostAnswerHasSpentTheRefreshToken() {
    var first = installed(RIVERSIDE);
    agency.behave(Conduct.GOOD.losingTokenAnswers(1));
    app.refresh(refresh(first)).is(504);
    agency.behave(Conduct.GOOD);

    app.refresh(refresh(first)).is(400);
    assertThat(agency.records().tokenCount(RIVERSIDE).refreshed()).isEqualTo(1);
  }

  @Test
  void answersMayLackWhatIsSaidToBeInThem() {
    agency.behave(Conduct.GOOD.omittingFromTokens("companyId", "planId", "refreshTokenId"));

    var answer = installed(RIVERSIDE);

    assertThat(answer.body().propertyNames())
        .contains("access_token", "locationId")
        .doesNotContain("companyId", "planId", "refreshTokenId");
  }

  @Test
  void aNewVersionAsksOnlyThoseWhoInstallAnew() {
    var before = installed(RIVERSIDE);

    agency.update("version-2", Set.of("locations.readonly", "businesses.write"));

    assertThat(app.refresh(refresh(before)).text("/scope")).doesNotContain("businesses.write");
    assertThat(installed(RIVERSIDE).text("/scope")).contains("businesses.write");
  }
}
