package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.engine.inbox.Answer;
import dev.interlock.engine.intents.Pace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A CRM waits for its webhooks to be answered, and gives up on those that are answered late.
class AnswersFirstTest {
  /// So many webhooks of an installation are in hand while others wait for their answers.
  private static final int FEW = 8;

  @TempDir Path folder;

  @Test
  void whileWebhooksWaitForTheirAnswersOnlySomeOfWhatIsStoredIsTakenUpAndAllOfItInTheEnd()
      throws Exception {
    var config = EngineConfig.usual().with(Pace.unlimited());
    var answers = new CountDownLatch(1);
    var crm = new SlowCrm();
    try (var office = Office.opened(folder, config, textBack());
        var clients = Executors.newVirtualThreadPerTaskExecutor();
        AutoCloseable _ = answers::countDown) {
      List<ContactId> callers =
          IntStream.range(0, 40).mapToObj(number -> new ContactId("c" + number)).toList();
      callers.forEach(caller -> office.crm.add(caller, caller.text()));
      IntStream.range(0, 100).forEach(_ -> office.crm.interrupted(crm::asked));
      List<CompletableFuture<Answer>> waiting = unanswered(4, office, answers, clients);

      callers.forEach(caller -> assertThat(tells(office, caller)).isEqualTo(200));
      assertThat(crm.reached.await(20, TimeUnit.SECONDS)).as("some are taken up").isTrue();
      callers.forEach(caller -> assertThat(tells(office, caller)).as("once more").isEqualTo(200));
      crm.goesOn.release(100);
      office.settle();

      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      // 8 webhooks, and what follows from those before; 40 if nobody waited for an answer
      assertThat(crm.most).as("at the same time").hasValueLessThan(2 * FEW);
      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
      answers.countDown();
      assertThat(waiting).allSatisfy(one -> assertThat(one.join().status()).isEqualTo(401));
    }
  }

  /// Webhooks that are looked at until they get their answers, and are refused then.
  private static List<CompletableFuture<Answer>> unanswered(
      int count, Office office, CountDownLatch answers, Executor clients)
      throws InterruptedException {
    var lookedAt = new CountDownLatch(count);
    List<CompletableFuture<Answer>> waiting =
        IntStream.range(0, count)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    () ->
                        office.door.accept(
                            _ -> {
                              lookedAt.countDown();
                              SlowCrm.await(answers);
                              return "forged";
                            },
                            new byte[0]),
                    clients))
            .toList();
    assertThat(lookedAt.await(20, TimeUnit.SECONDS)).isTrue();
    return waiting;
  }

  private static int tells(Office office, ContactId caller) {
    var event = missedCall(caller);
    return office.deliver("d-" + event.id(), caller.text(), FakeInbound.body(event)).status();
  }

  /// Answers nobody until it is told to, and counts who waits for it.
  private static final class SlowCrm {
    final AtomicInteger most = new AtomicInteger();
    final CountDownLatch reached = new CountDownLatch(FEW);
    final Semaphore goesOn = new Semaphore(0);
    private final AtomicInteger now = new AtomicInteger();

    void asked() {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      reached.countDown();
      goesOn.acquireUninterruptibly();
      now.decrementAndGet();
    }

    static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
