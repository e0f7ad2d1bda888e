package dev.interlock.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WatchTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(Watch.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void leave() {
    log.detachAppender(said);
  }

  @Test
  void aLookThatIsBrokenOffByAStopIsNoError() throws InterruptedException {
    var looking = new CountDownLatch(1);
    var watch =
        Watch.start(
            () -> {
              looking.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException stopped) {
                throw new IllegalStateException("interrupted while proving", stopped);
              }
            },
            Optional.empty());
    looking.await();

    watch.close();

    assertThat(said.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  @Test
  void aLookThatFailsIsTold() throws InterruptedException {
    var looked = new CountDownLatch(1);
    try (var _ =
        Watch.start(
            () -> {
              looked.countDown();
              throw new IllegalStateException("no such folder");
            },
            Optional.empty())) {
      looked.await();
      while (said.list.isEmpty()) {
        Thread.onSpinWait();
      }
    }

    assertThat(said.list)
        .singleElement()
        .satisfies(event -> assertThat(event.getLevel()).isEqualTo(Level.ERROR));
  }
}
