package dev.interlock.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interlock.crm.highlevel.conformance.SharedFiles;
import dev.interlock.sandbox.AgencyConfig;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.MarketApp;
import dev.interlock.sandbox.Receiver;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.records.AppEventRow;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.InstallationRow;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InstallationTest {
  private static final String RIVERSIDE = DemoAgency.RIVERSIDE;
  private static final String HILLSIDE = DemoAgency.HILLSIDE;
  private static final String LAKESIDE = DemoAgency.LAKESIDE;
  private static final Set<String> ENVELOPE =
      Set.of("appId", "webhookId", "timestamp", "versionId", "installType", "previousVersionId");

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Receiver receiver = new Receiver();
  private SandboxAgency agency = start(DemoAgency.config(clock, 1));

  private SandboxAgency start(AgencyConfig config) {
    var started = SandboxAgency.start(config);
    started.sendWebhooksTo(receiver.url());
    return started;
  }

  @AfterEach
  void close() {
    agency.close();
    receiver.close();
  }

  private List<JsonNode> told() {
    agency.advanceTo(clock.instant().plusSeconds(2));
    return receiver.all().stream().map(Receiver.Received::json).toList();
  }

  private void writeTo(String locationId) {
    var world = agency.location(locationId).world();
    world.change(() ->
        world
            .contacts()
            .create(
                Map.of("firstName", "Ada", "phone", "+13015550" + clock.millis() % 100_000),
                it -> it,
                By.STAFF));
  }

  private static List<String> types(List<JsonNode> webhooks) {
    return webhooks.stream().map(it -> it.path("type").asString("")).toList();
  }

  @Test
  void theBrowserComesBackWithACodeAndNothingElse() {
    var redirect = agency.install(Installing.into(RIVERSIDE));

    assertThat(redirect.to(URI.create("http://127.0.0.1:1/callback")))
        .hasToString("http://127.0.0.1:1/callback?code=" + redirect.code());
    assertThat(redirect).asString().doesNotContain(redirect.code());
  }

  @Test
  void anInstallationIsToldWithItsLocationCompanyAndUser() {
    agency.install(Installing.into(RIVERSIDE));

    assertThat(told())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.path("type").asString()).isEqualTo("INSTALL");
          assertThat(it.path("installType").asString()).isEqualTo("Location");
          assertThat(it.path("locationId").asString()).isEqualTo(RIVERSIDE);
          assertThat(it.path("companyId").asString()).isEqualTo(DemoAgency.COMPANY_ID);
          assertThat(it.path("appId").asString()).isEqualTo(DemoWorld.APP_ID);
          assertThat(it.path("userId").asString()).isNotEmpty();
        });
    assertThat(agency.records().appWebhooks()).hasSize(1);
    assertThat(agency.records(RIVERSIDE).deliveries()).isEmpty();
  }

  @Test
  void aBulkInstallationIsToldForTheCompanyAndForEachLocation() {
    agency.install(Installing.bulk(RIVERSIDE, HILLSIDE));

    assertThat(told())
        .extracting(
            it -> it.path("installType").asString(), it -> it.path("locationId").asString(""))
        .containsExactlyInAnyOrder(
            tuple("Company", ""), tuple("Location", RIVERSIDE), tuple("Location", HILLSIDE));
    assertThat(agency.records().installations())
        .extracting(InstallationRow::locationId, InstallationRow::throughCompany)
        .containsExactly(tuple(RIVERSIDE, true), tuple(HILLSIDE, true));
  }

  @Test
  void theRedirectMayComeFirstOrAlone() {
    agency.install(Installing.into(RIVERSIDE).redirectFirst());
    agency.install(Installing.into(HILLSIDE).withoutWebhooks());

    assertThat(told()).isEmpty();
    agency.advanceTo(clock.instant().plusSeconds(30));
    assertThat(types(told())).containsExactly("INSTALL");
  }

  @Test
  void aLocationThatComesLaterGetsTheAppWhereTheAgencyWantedThat() {
    var app = new MarketApp(agency);
    var installing = Installing.bulk(RIVERSIDE).andFutureLocations();
    var company = app.redeem(agency.install(installing)).is(200).text("/access_token");
    told();
    agency.behave(Conduct.GOOD.omittingFromInstalls("companyId", "userId"));

    agency.open(DemoAgency.practice("HarbourDental0000001", "Harbour Dental", "America/Denver"));

    assertThat(told())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.path("locationId").asString()).isEqualTo("HarbourDental0000001");
          assertThat(it.has("companyId")).isFalse();
          assertThat(it.has("userId")).isFalse();
        });
    app.mint(company, "HarbourDental0000001").is(200);
  }

  @Test
  void aLocationThatComesLaterIsLeftAloneOtherwise() {
    agency.install(Installing.bulk(RIVERSIDE));
    told();

    agency.open(DemoAgency.practice("HarbourDental0000001", "Harbour Dental", "America/Denver"));

    assertThat(told()).isEmpty();
  }

  @Test
  void onlyLocationsWithTheAppTellOfWhatHappens() {
    agency.install(Installing.into(RIVERSIDE));
    told();

    writeTo(RIVERSIDE);
    writeTo(HILLSIDE);

    assertThat(told())
        .extracting(it -> it.path("locationId").asString())
        .containsOnly(RIVERSIDE)
        .isNotEmpty();
    assertThat(agency.records(RIVERSIDE).deliveries()).isNotEmpty();
    assertThat(agency.records(HILLSIDE).deliveries()).isEmpty();
  }

  @Test
  void anUninstallIsToldAndEndsTheWebhooks() {
    agency.install(Installing.into(RIVERSIDE));
    told();

    agency.uninstall(RIVERSIDE);
    writeTo(RIVERSIDE);

    assertThat(told())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.path("type").asString()).isEqualTo("UNINSTALL");
          assertThat(it.path("locationId").asString()).isEqualTo(RIVERSIDE);
          assertThat(it.has("companyId")).isFalse();
        });
  }

  @Test
  void webhooksMayGoOnForAWhileAfterAnUninstall() {
    agency.behave(Conduct.GOOD.tellingAfterUninstall(Duration.ofHours(1)));
    agency.install(Installing.into(RIVERSIDE));
    told();
    agency.uninstall(RIVERSIDE);
    told();

    writeTo(RIVERSIDE);
    assertThat(types(told())).contains("ContactCreate");

    clock.advanceBy(Duration.ofHours(1));
    writeTo(RIVERSIDE);
    assertThat(told()).isEmpty();
  }

  @Test
  void anUninstallFromTheAgencyIsToldOnceForTheCompany() {
    agency.install(Installing.bulk(RIVERSIDE, LAKESIDE));
    told();

    agency.uninstallEverywhere();
    writeTo(LAKESIDE);

    assertThat(told())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.path("type").asString()).isEqualTo("UNINSTALL");
          assertThat(it.path("companyId").asString()).isEqualTo(DemoAgency.COMPANY_ID);
          assertThat(it.has("locationId")).isFalse();
        });
  }

  @Test
  void anUpdateIsToldWithBothVersionsAndAReinstallationAnew() {
    agency.install(Installing.into(RIVERSIDE));
    told();

    agency.update("version-2", DemoAgency.SCOPES);
    var update = told().getFirst();
    agency.uninstall(RIVERSIDE);
    agency.install(Installing.into(RIVERSIDE));
    told();

    assertThat(update.path("type").asString()).isEqualTo("UPDATE");
    assertThat(update.path("previousVersionId").asString()).isEqualTo("version-1");
    assertThat(update.path("versionId").asString()).isEqualTo("version-2");
    assertThat(agency.records().appEvents())
        .extracting(AppEventRow::what)
        .containsExactly(
            AppEventRow.What.INSTALLED,
            AppEventRow.What.UPDATED,
            AppEventRow.What.UNINSTALLED,
            AppEventRow.What.INSTALLED);
    assertThat(agency.records().installations().getFirst().versionId()).isEqualTo("version-2");
  }

  @Test
  void aSuspendedLocationGoesOnTelling() {
    agency.install(Installing.into(RIVERSIDE));
    agency.suspend(RIVERSIDE);
    told();

    writeTo(RIVERSIDE);

    assertThat(types(told())).contains("ContactCreate");
  }

  @Test
  void webhooksAboutTheAppCanMisbehaveLikeAllOthers() {
    agency.close();
    var config = DemoAgency.config(clock, 1);
    agency =
        start(
            config.withWebhooks(config.webhooks().misbehaving(Misbehaviour.silenceOn("INSTALL"))));
    agency.install(Installing.into(RIVERSIDE));
    writeTo(RIVERSIDE);

    assertThat(types(told())).doesNotContain("INSTALL").contains("ContactCreate");
  }

  @Test
  void noneHasFieldsThatTheVendorsSampleLacks() throws IOException {
    var folder = SharedFiles.highLevel("webhooks");
    assumeTrue(folder.isPresent(), "the vendor's samples are not on this machine");
    agency.install(Installing.into(RIVERSIDE));
    var install = told().getFirst();
    agency.changePlan(RIVERSIDE, "plan-2");
    var plan = told().getFirst();
    agency.uninstall(RIVERSIDE);
    var uninstall = told().getFirst();

    for (var pair :
        List.of(
            Map.entry("AppInstall-2", install),
            Map.entry("PlanChange", plan),
            Map.entry("AppUninstall-1", uninstall))) {
      var file = folder.get().resolve(pair.getKey() + ".json");
      var theirs = JsonMapper.builder().build().readTree(Files.readString(file));
      var names = new TreeSet<>(pair.getValue().propertyNames());
      names.removeAll(theirs.propertyNames());
      names.removeAll(ENVELOPE);
      assertThat(names).as(pair.getKey()).isEmpty();
      assertThat(pair.getValue().path("type")).isEqualTo(theirs.path("type"));
    }
  }
}
