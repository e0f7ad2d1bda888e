package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.records.RequestRow;
import dev.interlock.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every request has to pass before its operation is reached.
class GateTest {
  private static final String LOCATION = "/locations/" + DemoWorld.LOCATION_ID;

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private Sandbox sandbox = Sandbox.start(DemoWorld.config(clock, 1));
  private final Crm crm = Crm.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Crm limited(RateLimit limit) {
    sandbox.close();
    var config = DemoWorld.config(clock, 1);
    sandbox = Sandbox.start(config.withApi(config.api().limitedTo(limit)));
    return Crm.of(sandbox);
  }

  @Test
  void aRequestWithoutATokenIsUnauthorized() {
    var refused = crm.mistaken().call("GET", LOCATION, Map.of(), Optional.empty()).is(401);

    assertThat(refused.text("/message")).isEqualTo("Invalid JWT");
    assertThat(refused.text("/error")).isEqualTo("Unauthorized");
  }

  @Test
  void aTokenThatWasReplacedIsUnauthorized() {
    sandbox.accept(SandboxToken.forEverything("new"));

    assertThat(crm.get(LOCATION).is(401).text("/message"))
        .isEqualTo("Invalid token: access token is invalid");
    crm.with("new").get(LOCATION).is(200);
  }

  @Test
  void aTokenWithoutTheScopeIsUnauthorizedInOtherWords() {
    sandbox.accept(new SandboxToken("reader", Set.of("locations.readonly")));
    var reader = crm.with("reader");

    reader.get(LOCATION).is(200);
    assertThat(
            reader.get("/workflows/?locationId=" + DemoWorld.LOCATION_ID).is(401).text("/message"))
        .isEqualTo("The token is not authorized for this scope.");
  }

  @Test
  void anotherLocationIsForbidden() {
    assertThat(crm.get("/locations/another").is(403).text("/message"))
        .isEqualTo("The token does not have access to this location.");
  }

  @Test
  void aPathWithoutItsTrailingSlashIsNoRoute() {
    var target = "/workflows?locationId=" + DemoWorld.LOCATION_ID;

    assertThat(crm.unchecked().get(target).is(401).text("/message"))
        .startsWith("This route is not yet supported by the IAM Service.");
  }

  @Test
  void aForeignVersionIsToleratedAndRecorded() {
    var headers = Map.of("Authorization", "Bearer " + DemoWorld.TOKEN, "Version", "2023-02-21");

    crm.unchecked().call("GET", LOCATION, headers, Optional.empty()).is(200);
    crm.get(LOCATION).is(200);

    assertThat(sandbox.records().requests())
        .extracting(RequestRow::hasForeignVersion)
        .containsExactly(true, false);
  }

  @Test
  void aBodyThatIsNoJsonIsABadRequest() {
    crm.mistaken().post("/contacts/", "{\"firstName\": ").is(400);
    crm.mistaken().post("/contacts/", "[]").is(400);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    crm.unchecked().post("/contacts/", "{\"firstName\": \"" + "a".repeat(1 << 20) + "\"}").is(413);
  }

  @Test
  void everyAnswerTellsTheTimeOfTheSandbox() {
    var told = crm.get(LOCATION).is(200).header("Date");

    assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(told)))
        .isEqualTo(DemoWorld.BEGIN.truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void everyAnswerTellsTheLimits() {
    var answer = crm.get(LOCATION).is(200);

    assertThat(answer.header("X-RateLimit-Max")).isEqualTo("1000000");
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("999999");
    assertThat(answer.header("X-RateLimit-Interval-Milliseconds")).isEqualTo("10000");
  }

  @Test
  void tooManyRequestsAreRefusedUntilTheIntervalIsOver() {
    var limited = limited(new RateLimit(2, Duration.ofSeconds(10), 100));
    limited.get(LOCATION).is(200);
    limited.get(LOCATION).is(200);

    assertThat(limited.get(LOCATION).is(429).header("X-RateLimit-Remaining")).isEqualTo("0");
    clock.advanceBy(Duration.ofSeconds(10));
    limited.get(LOCATION).is(200);
  }

  @Test
  void tooManyRequestsInADayAreRefusedUntilTheNext() {
    var limited = limited(new RateLimit(100, Duration.ofSeconds(10), 1));
    limited.get(LOCATION).is(200);

    clock.advanceBy(Duration.ofSeconds(60));
    assertThat(limited.get(LOCATION).is(429).header("X-RateLimit-Daily-Remaining")).isEqualTo("0");
    clock.advanceBy(Duration.ofHours(11));
    limited.get(LOCATION).is(200);
  }

  @Test
  void aLostAnswerHidesAChangeThatWasMade() {
    sandbox.close();
    var config = DemoWorld.config(clock, 1);
    try (var troubled = Sandbox.start(config.withApi(config.api().troubledBy(new Trouble(0, 1))))) {
      Crm.of(troubled)
          .post(
              "/contacts/",
              "{\"locationId\": \"%s\", \"phone\": \"+13015550100\"}"
                  .formatted(DemoWorld.LOCATION_ID))
          .is(504);

      assertThat(troubled.records().contacts()).hasSize(1);
    }
  }

  @Test
  void aRefusedChangeWasNotMade() {
    sandbox.close();
    var config = DemoWorld.config(clock, 1);
    try (var troubled = Sandbox.start(config.withApi(config.api().troubledBy(new Trouble(1, 0))))) {
      Crm.of(troubled)
          .post(
              "/contacts/",
              "{\"locationId\": \"%s\", \"phone\": \"+13015550100\"}"
                  .formatted(DemoWorld.LOCATION_ID))
          .is(503);

      assertThat(troubled.records().contacts()).isEmpty();
    }
  }
}
