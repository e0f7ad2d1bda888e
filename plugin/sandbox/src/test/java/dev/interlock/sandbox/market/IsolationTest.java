package dev.interlock.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.sandbox.AgencyConfig;
import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.MarketApp;
import dev.interlock.sandbox.Receiver;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.http.RateLimit;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.records.CrossingRow;
import dev.interlock.sandbox.records.RecordsJson;
import dev.interlock.sandbox.records.RequestRow;
import dev.interlock.sandbox.time.SandboxClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IsolationTest {
  private static final String RIVERSIDE = DemoAgency.RIVERSIDE;
  private static final String HILLSIDE = DemoAgency.HILLSIDE;
  private static final String LAKESIDE = DemoAgency.LAKESIDE;

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private SandboxAgency agency = SandboxAgency.start(DemoAgency.config(clock, 1));

  @AfterEach
  void close() {
    agency.close();
  }

  private void restart(AgencyConfig config) {
    agency.close();
    agency = SandboxAgency.start(config);
  }

  private Crm installed(String locationId) {
    var app = new MarketApp(agency);
    var redirect = agency.install(Installing.into(locationId));
    return app.crm(app.redeem(redirect).is(200).text("/access_token"));
  }

  private static String contact(Crm crm, String locationId) {
    var body =
        "{\"locationId\": \"%s\", \"firstName\": \"Ada\", \"phone\": \"+13015550100\"}"
            .formatted(locationId);
    return crm.post("/contacts/", body).is(201).text("/contact/id");
  }

  @Test
  void eachLocationHasItsOwnContactsEvenWithOneNumber() {
    var riverside = contact(installed(RIVERSIDE), RIVERSIDE);
    var lakeside = contact(installed(LAKESIDE), LAKESIDE);

    assertThat(riverside).isNotEqualTo(lakeside);
    var records = agency.records();
    assertThat(records.location(RIVERSIDE).contact(riverside)).isPresent();
    assertThat(records.location(RIVERSIDE).contact(lakeside)).isEmpty();
    assertThat(records.location(LAKESIDE).contacts()).hasSize(1);
    assertThat(records.location(HILLSIDE).contacts()).isEmpty();
    assertThat(records.crossings()).isEmpty();
  }

  @Test
  void whatIsSetUpAlikeHasItsOwnIdsInEachLocation() {
    var ids = new HashSet<String>();
    for (var account : agency.locations()) {
      account.world().calendars().all().forEach(it -> assertThat(ids.add(it.id())).isTrue());
      account.world().opportunities().pipelines().stream()
          .flatMap(it -> it.stages().stream())
          .forEach(it -> assertThat(ids.add(it.id())).isTrue());
      account.world().directory().colleagues().forEach(it -> assertThat(ids.add(it.id())).isTrue());
    }
  }

  @Test
  void askingAboutAnotherLocationIsForbiddenAndCounted() {
    var crm = installed(RIVERSIDE);

    assertThat(crm.get("/locations/" + LAKESIDE).is(403).text("/message"))
        .isEqualTo("The token does not have access to this location.");
    crm.get("/workflows/?locationId=" + LAKESIDE).is(403);
    crm.post("/contacts/", "{\"locationId\": \"" + LAKESIDE + "\"}").is(403);

    assertThat(agency.records().crossings())
        .extracting(CrossingRow::locationId, CrossingRow::otherId, CrossingRow::status)
        .containsOnly(tuple(RIVERSIDE, LAKESIDE, 403))
        .hasSize(3);
  }

  @Test
  void theIdsOfAnotherLocationAreNotFoundAndCounted() {
    var foreign = contact(installed(LAKESIDE), LAKESIDE);
    var crm = installed(RIVERSIDE);
    var own = contact(crm, RIVERSIDE);

    crm.get("/contacts/" + foreign).is(404);
    crm.put("/contacts/" + foreign, "{\"firstName\": \"Eve\"}").is(404);
    var task =
        """
        {"title": "Call", "dueDate": "2026-11-02T15:00:00Z", "completed": false,
         "assignedTo": "%s"}\
        """
            .formatted(colleagueOf(LAKESIDE));
    crm.post("/contacts/" + own + "/tasks", task);

    assertThat(agency.records().crossings())
        .extracting(CrossingRow::named)
        .containsExactly(foreign, foreign, colleagueOf(LAKESIDE));
    assertThat(agency.records(LAKESIDE).contact(foreign))
        .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("Ada"));
  }

  private String colleagueOf(String locationId) {
    return agency.location(locationId).world().directory().colleagues().getFirst().id();
  }

  @Test
  void anIdThatNobodyHasIsNoCrossing() {
    installed(RIVERSIDE).get("/contacts/nobody").is(404);

    assertThat(agency.records().crossings()).isEmpty();
  }

  @Test
  void aMissingScopeIsToldInOtherWordsThanAnOldToken() {
    var config = DemoAgency.config(clock, 1);
    restart(config.withApp(config.app().inVersion("version-1", Set.of("locations.readonly"))));
    var crm = installed(RIVERSIDE);

    crm.get("/locations/" + RIVERSIDE).is(200);
    assertThat(crm.get("/locations/" + RIVERSIDE + "/tags").is(401).text("/message"))
        .isEqualTo("The token is not authorized for this scope.");
  }

  @Test
  void limitsAreForEachLocationAndForTheCompany() {
    var config = DemoAgency.config(clock, 1);
    restart(config.withApi(config.api().limitedTo(new RateLimit(2, Duration.ofSeconds(10), 100))));
    var app = new MarketApp(agency);
    var company =
        app.redeem(agency.install(Installing.bulk(RIVERSIDE, LAKESIDE))).text("/access_token");
    var riverside = app.crm(app.mint(company, RIVERSIDE).is(200).text("/access_token"));
    var lakeside = app.crm(app.mint(company, LAKESIDE).is(200).text("/access_token"));

    app.installedLocations(company, "").is(429);
    riverside.get("/locations/" + RIVERSIDE).is(200);
    riverside.get("/locations/" + RIVERSIDE).is(200);
    riverside.get("/locations/" + RIVERSIDE).is(429);
    lakeside.get("/locations/" + LAKESIDE).is(200);
  }

  @Test
  void requestsAreKnownByTheirLocationAndTokenButTokensAreNotTold()
      throws IOException, InterruptedException {
    installed(RIVERSIDE).get("/locations/" + RIVERSIDE);
    installed(LAKESIDE).get("/locations/" + LAKESIDE);

    var records = agency.records();
    assertThat(records.location(RIVERSIDE).requests())
        .extracting(RequestRow::token)
        .containsExactly("token-1");
    assertThat(records.location(LAKESIDE).requests())
        .extracting(RequestRow::token)
        .containsExactly("token-2");
    assertThat(records.otherRequests())
        .extracting(RequestRow::path)
        .containsOnly("/oauth/token")
        .hasSize(2);
    var page = URI.create(agency.url() + "/sandbox/records");
    var json =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray())
            .body();
    assertThat(RecordsJson.readAgency(json)).isEqualTo(records);
    assertThat(new String(json, StandardCharsets.UTF_8))
        .doesNotContain("eyJ")
        .doesNotContain("refresh.");
  }

  @Test
  void withARunningClockAllLocationsLiveByThemselves() throws InterruptedException {
    try (var receiver = new Receiver()) {
      restart(DemoAgency.config(SandboxClock.runningFrom(DemoWorld.BEGIN, 100_000), 1));
      agency.sendWebhooksTo(receiver.url());
      agency.install(Installing.into(LAKESIDE));
      agency.location(LAKESIDE).invite(People.crowd(1, 1));

      assertThat(receiver.next().type()).isEqualTo("INSTALL");
      assertThat(receiver.next().type()).isEqualTo("ContactCreate");
    }
  }

  @Test
  void oneClockMovesAllLocations() {
    agency.location(RIVERSIDE).invite(People.crowd(1, 3));
    agency.location(HILLSIDE).invite(People.crowd(2, 20));

    assertThat(agency.nextEventAt()).isPresent();
    agency.advanceTo(DemoWorld.BEGIN.plus(Duration.ofDays(2)));

    assertThat(agency.records(RIVERSIDE).contacts()).hasSize(3);
    assertThat(agency.records(HILLSIDE).contacts())
        .hasSize(20)
        .as("a location that lacks the pipeline has no cards")
        .allMatch(it -> it.cards().isEmpty());
    assertThat(agency.records(LAKESIDE).contacts()).isEmpty();
  }
}
