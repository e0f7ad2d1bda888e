package dev.interlock.crm.highlevel.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeptTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final Freshness FRESHNESS =
      new Freshness(Duration.ofMinutes(30), Duration.ofSeconds(20));

  private HighLevelConnection connection;
  private Kept<List<String>> tags;
  private Instant now = Instant.parse("2026-11-02T12:00:00Z");

  @BeforeEach
  void open() {
    connection = HighLevelConnection.open(ApiConfig.at(CRM.address()));
    var api = connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
    tags =
        new Kept<>(
            () -> api.location().tags().map(all -> all.stream().map(tag -> tag.id()).toList()),
            () -> now,
            FRESHNESS);
    has("a");
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void readsOnceAndKeepsIt() {
    assertThat(value(tags.value())).containsExactly("a");
    has("b");

    assertThat(value(tags.value())).containsExactly("a");
    assertThat(CRM.requests()).hasSize(1);
  }

  @Test
  void readsAnewWhatIsOld() {
    tags.value();
    has("b");
    pass(Duration.ofMinutes(30));

    assertThat(value(tags.value())).containsExactly("b");
  }

  @Test
  void isTrustedNoLongerAlthoughTheClockWasSetBackByAMonth() {
    tags.value();
    pass(Duration.ofDays(-30));
    has("b");

    assertThat(value(tags.afterMiss())).as("it was just read").containsExactly("a");
    pass(Duration.ofSeconds(20));
    assertThat(value(tags.afterMiss())).containsExactly("b");
    has("c");
    pass(Duration.ofMinutes(30));
    assertThat(value(tags.value())).containsExactly("c");
  }

  @Test
  void readsAnewWhenSomethingIsMissingButNotAllTheTime() {
    tags.value();
    has("b");

    assertThat(value(tags.afterMiss())).as("it was just read").containsExactly("a");
    pass(Duration.ofSeconds(20));
    assertThat(value(tags.afterMiss())).containsExactly("b");
  }

  @Test
  void wouldRatherHaveOldNamesThanNone() {
    tags.value();
    CRM.answers(WireMock.aResponse().withStatus(503));
    pass(Duration.ofHours(1));

    assertThat(value(tags.value())).containsExactly("a");
    assertThat(tags.afterMiss())
        .as("but does not call missing what it could not look for")
        .isInstanceOf(Answer.Failed.class);
  }

  @Test
  void asksAgainAfterAFailure() {
    CRM.answers(WireMock.aResponse().withStatus(503));
    assertThat(tags.value()).isInstanceOf(Answer.Failed.class);

    has("a");
    assertThat(value(tags.value())).containsExactly("a");
  }

  @Test
  void provesOutdatedOnlyWhatHasChanged() {
    assertThat(tags.outdated()).as("nothing was kept").isEmpty();
    tags.value();
    pass(Duration.ofMinutes(1));
    assertThat(value(tags.outdated().orElseThrow())).isFalse();

    has("b");
    pass(Duration.ofMinutes(1));
    assertThat(value(tags.outdated().orElseThrow())).isTrue();

    CRM.answers(WireMock.aResponse().withStatus(503));
    pass(Duration.ofMinutes(1));
    assertThat(tags.outdated().orElseThrow()).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void letsOneThreadReadAndTheOthersWaitForIt() throws Exception {
    int threads = 8;
    var start = new CountDownLatch(threads);
    Callable<Answer<List<String>>> reader =
        () -> {
          start.countDown();
          start.await();
          return tags.value();
        };
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = pool.invokeAll(IntStream.range(0, threads).mapToObj(_ -> reader).toList());
      for (var answer : answers) {
        assertThat(value(answer.get())).containsExactly("a");
      }
    }

    assertThat(CRM.requests()).hasSize(1);
  }

  private void has(String id) {
    CRM.answersJson("{\"tags\": [{\"id\": \"" + id + "\"}]}");
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static <T> T value(Answer<T> answer) {
    return answer.success().orElseThrow();
  }
}
