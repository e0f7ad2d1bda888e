package dev.interlock.crm.highlevel.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private static HighLevelConnection connection;

  @BeforeAll
  static void connect() {
    connection = HighLevelConnection.open(ApiConfig.at(CRM.address()), InstantSource.fixed(NOON));
  }

  @AfterAll
  static void disconnect() {
    connection.close();
  }

  @Test
  void waitsASecondWhenNothingIsSaid() {
    assertThat(refused(Map.of())).isEqualTo(burst(Duration.ofSeconds(1)));
  }

  @Test
  void waitsForTheBurstWindow() {
    var headers =
        Map.of("x-ratelimit-interval-milliseconds", "10000", "X-RateLimit-Daily-Remaining", "5");
    assertThat(refused(headers)).isEqualTo(burst(Duration.ofSeconds(10)));
  }

  @Test
  void waitsAsLongAsItIsTold() {
    assertThat(refused(Map.of("Retry-After", "25"))).isEqualTo(burst(Duration.ofSeconds(25)));
  }

  @Test
  void doesNotLetABurstPauseGrowWithoutBounds() {
    assertThat(refused(Map.of("Retry-After", "86400"))).isEqualTo(burst(Duration.ofMinutes(1)));
  }

  @Test
  void ignoresHeadersItCannotRead() {
    var headers =
        Map.of(
            "Retry-After", "Mon, 02 Nov 2026 12:00:10 GMT",
            "X-RateLimit-Interval-Milliseconds", "soon",
            "X-RateLimit-Daily-Remaining", "");
    assertThat(refused(headers)).isEqualTo(burst(Duration.ofSeconds(1)));
  }

  @Test
  void knocksOnceAnHourWhenTheDayIsUsedUp() {
    assertThat(refused(Map.of("X-RateLimit-Daily-Remaining", "0")))
        .isEqualTo(day(Duration.ofHours(1)));
  }

  @Test
  void waitsUntilTheDayTurnsWhenItIsToldHowLong() {
    var headers = Map.of("X-RateLimit-Daily-Remaining", "0", "x-ratelimit-daily-reset", "7200000");
    assertThat(refused(headers)).isEqualTo(day(Duration.ofHours(2)));
  }

  @Test
  void waitsUntilTheDayTurnsWhenItIsToldTheMoment() {
    long reset = NOON.plus(Duration.ofHours(3)).toEpochMilli();
    var headers =
        Map.of("X-RateLimit-Daily-Remaining", "0", "X-RateLimit-Daily-Reset", Long.toString(reset));
    assertThat(refused(headers)).isEqualTo(day(Duration.ofHours(3)));
  }

  @Test
  void countsWhatIsLeftOnASuccessToo() {
    CRM.answers(
        aResponse()
            .withBody("{\"contact\": {\"id\": \"c1\"}}")
            .withHeader("X-RateLimit-Limit-Daily", "200000")
            .withHeader("X-RateLimit-Daily-Remaining", "199999")
            .withHeader("X-RateLimit-Interval-Milliseconds", "10000")
            .withHeader("X-RateLimit-Max", "100")
            .withHeader("X-RateLimit-Remaining", "99"));

    var limits = api().contacts().contact("c1").envelope().limits();

    assertThat(limits.leftToday()).hasValue(199_999);
    assertThat(limits.leftInWindow()).hasValue(99);
    assertThat(limits.window()).contains(Duration.ofSeconds(10));
    assertThat(limits.meter(RateLimits.Meter.WINDOW_LIMIT)).hasValue(100);
    assertThat(limits.meter(RateLimits.Meter.DAILY_RESET)).isEmpty();
  }

  private static Failure refused(Map<String, String> headers) {
    var answer = aResponse().withStatus(429);
    headers.forEach(answer::withHeader);
    CRM.answers(answer);
    var failed = (Answer.Failed<?>) api().contacts().contact("c1");
    return failed.failure();
  }

  private static HighLevelApi api() {
    return connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
  }

  private static Failure burst(Duration pause) {
    return new Failure.RateLimited(pause, false);
  }

  private static Failure day(Duration pause) {
    return new Failure.RateLimited(pause, true);
  }
}
