package dev.interlock.crm.highlevel.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TollTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final HighLevelConnection connection =
      HighLevelConnection.open(ApiConfig.at(CRM.address()), now::get);
  private final HighLevelApi api =
      connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));

  @AfterEach
  void disconnect() {
    connection.close();
  }

  @Test
  void noCallIsMadeOnceTheHeadersSayThatNoneIsLeft() {
    answers(
        200,
        Map.of(
            "X-RateLimit-Interval-Milliseconds", "10000",
            "X-RateLimit-Max", "100",
            "X-RateLimit-Remaining", "0",
            "X-RateLimit-Limit-Daily", "200000",
            "X-RateLimit-Daily-Remaining", "150000"));
    assertThat(read()).isInstanceOf(Answer.Ok.class);

    assertThat(failure(read()))
        .isEqualTo(
            new Failure.Withheld(Duration.ofSeconds(10), "the CRM allows no more at the moment"));
    assertThat(CRM.requests()).hasSize(1);
    assertThat(api.calls().leftToday()).hasValue(150_000);
    assertThat(api.calls().mostToday()).hasValue(200_000);

    now.set(NOON.plusSeconds(10));
    assertThat(read()).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void theDateOfAnAnswerTellsThatAClockIsWrong() {
    answers(200, Map.of("Date", "Mon, 02 Nov 2026 11:59:00 GMT"));
    read();
    assertThat(api.calls().notice(ZoneOffset.UTC)).isEmpty();

    answers(503, Map.of("Date", "Mon, 02 Nov 2026 12:10:00 GMT"));
    read();
    assertThat(api.calls().notice(ZoneOffset.UTC).orElseThrow()).contains("10 minutes behind");

    answers(200, Map.of("Date", "yesterday"));
    assertThat(read()).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void headersThatCannotBeMeantHoldNothing() {
    answers(
        200,
        Map.of(
            "X-RateLimit-Interval-Milliseconds", "-4",
            "X-RateLimit-Max", "lots",
            "X-RateLimit-Remaining", "99999999999999",
            "X-RateLimit-Limit-Daily", "-1",
            "X-RateLimit-Daily-Reset", "-9223372036854775808"));
    for (int i = 0; i < 5; i++) {
      assertThat(read()).isInstanceOf(Answer.Ok.class);
    }
    assertThat(api.calls().leftToday()).isEmpty();
  }

  @Test
  void aDayThatIsSpentIsNotAskedForAgainUntilItTurns() {
    answers(429, Map.of("X-RateLimit-Daily-Remaining", "0", "X-RateLimit-Daily-Reset", "7200000"));
    read();
    now.set(NOON.plus(Duration.ofMinutes(119)));
    assertThat(failure(read())).isInstanceOf(Failure.Withheld.class);
    assertThat(CRM.requests()).hasSize(1);

    now.set(NOON.plus(Duration.ofHours(2)));
    answers(200, Map.of("X-RateLimit-Daily-Remaining", "200000"));
    assertThat(read()).isInstanceOf(Answer.Ok.class);
  }

  @Test
  void aCrmThatFailsFiveTimesInARowIsLeftInPeaceAndTriedLater() {
    answers(503, Map.of());
    for (int i = 0; i < 20; i++) {
      api.contacts().contact("c" + i);
    }
    assertThat(CRM.requests()).hasSize(5);
    assertThat(failure(read())).isInstanceOf(Failure.Withheld.class);

    answers(200, Map.of());
    now.set(NOON.plusSeconds(7));
    assertThat(read()).isInstanceOf(Answer.Ok.class);
    assertThat(api.calls().isOpen()).isFalse();
  }

  @Test
  void aContactThatTheCrmStumblesOverClosesNoOtherWay() {
    answers(503, Map.of());
    answers("GET", "/locations/loc1", 200, "{\"location\": {\"id\": \"loc1\"}}");
    for (int i = 0; i < 20; i++) {
      read();
      api.messages().send(new OutgoingMessage.Sms("c1", "Hi", ""));
    }
    assertThat(api.calls().isOpen()).isFalse();
    assertThat(CRM.requests()).filteredOn(each -> each.path().equals("/locations/loc1")).hasSize(8);
  }

  @Test
  void whereOnlyOneContactIsWorkedOnTheAccountItselfTellsWhetherTheCrmFails() {
    answers(503, Map.of());
    for (int i = 0; i < 20; i++) {
      read();
    }
    assertThat(CRM.requests()).hasSize(6);
    assertThat(CRM.requests().getLast().path()).isEqualTo("/locations/loc1");
    assertThat(api.calls().isOpen()).isTrue();
  }

  @Test
  void aConnectionThatCannotBeMadeIsNoContactsFault() {
    var nowhere = ApiConfig.at(URI.create("http://127.0.0.1:1"));
    try (var broken = HighLevelConnection.open(nowhere, now::get)) {
      var there = broken.location("loc1", TokenSource.fixed(new AccessToken("secret")));
      for (int i = 0; i < 20; i++) {
        there.contacts().contact("c1");
      }
      assertThat(there.calls().made()).isEqualTo(5);
      assertThat(there.calls().isOpen()).isTrue();
    }
  }

  @Test
  void aTokenThatIsNotAcceptedOpensTheCircuitAndAMissingContactDoesNot() {
    answers(404, Map.of());
    for (int i = 0; i < 8; i++) {
      read();
    }
    assertThat(api.calls().isOpen()).isFalse();

    answers(401, Map.of());
    for (int i = 0; i < 8; i++) {
      read();
    }
    assertThat(api.calls().isOpen()).isTrue();
    assertThat(api.calls().notice(ZoneOffset.UTC).orElseThrow())
        .contains("does not accept our token");
  }

  private static void answers(int status, Map<String, String> headers) {
    var answer = aResponse().withStatus(status).withBody("{\"contact\": {\"id\": \"c1\"}}");
    headers.forEach(answer::withHeader);
    CRM.answers(answer);
  }

  private static void answers(String method, String path, int status, String json) {
    CRM.answers(request(method, urlPathEqualTo(path)).willReturn(jsonResponse(json, status)));
  }

  private Answer<?> read() {
    return api.contacts().contact("c1");
  }

  private static Failure failure(Answer<?> answer) {
    return ((Answer.Failed<?>) answer).failure();
  }
}
