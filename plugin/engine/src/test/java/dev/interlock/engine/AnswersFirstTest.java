package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.engine.inbox.Answer;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.work.Answering;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A CRM waits for its webhooks to be answered, and gives up on those that are answered late.
class AnswersFirstTest {
  /// So many webhooks of an installation are in hand while others have waited for their answers for
  /// long.
  private static final int FEW = 10;

  private static final long BURST = Duration.ofSeconds(2).toNanos();

  @TempDir Path folder;

  private final EngineConfig config = EngineConfig.usual().with(Pace.unlimited());
  private final Watch watch = new Watch();
  private final SlowCrm crm = new SlowCrm();

  @Test
  void inABurstOfWebhooksNothingIsTakenUpInOneThatLastsSomeAndAfterItAll() throws Exception {
    var answers = new CountDownLatch(1);
    try (var office = Office.opened(folder, config, new Answering(watch), textBack());
        var clients = Executors.newVirtualThreadPerTaskExecutor();
        AutoCloseable _ = answers::countDown) {
      List<ContactId> callers = callers(office, 40);
      List<CompletableFuture<Answer>> waiting = unanswered(4, office, answers, clients);

      callers.forEach(caller -> assertThat(tells(office, caller)).isEqualTo(200));
      watch.isReadAgain(10);
      assertThat(crm.most).as("in the burst").hasValue(0);

      watch.goesOn(BURST);
      assertThat(crm.reached.await(20, TimeUnit.SECONDS)).as("some are taken up").isTrue();
      callers.forEach(caller -> assertThat(tells(office, caller)).as("once more").isEqualTo(200));
      crm.goesOn.release(100);
      office.settle();

      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      // 10 webhooks, and what follows from those before; 40 if nobody waited for an answer
      assertThat(crm.most).as("at the same time").hasValueLessThan(2 * FEW);
      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
      answers.countDown();
      assertThat(waiting).allSatisfy(one -> assertThat(one.join().status()).isEqualTo(401));
    }
  }

  @Test
  void whenTheBurstIsOverAllThatIsStoredIsTakenUpWithoutAnotherWebhook() throws Exception {
    var answers = new CountDownLatch(1);
    try (var office = Office.opened(folder, config, new Answering(watch), textBack());
        var clients = Executors.newVirtualThreadPerTaskExecutor();
        AutoCloseable _ = answers::countDown) {
      List<ContactId> callers = callers(office, 40);
      crm.goesOn.release(1_000);
      List<CompletableFuture<Answer>> waiting = unanswered(4, office, answers, clients);
      callers.forEach(caller -> assertThat(tells(office, caller)).isEqualTo(200));

      answers.countDown();
      waiting.forEach(CompletableFuture::join);
      watch.isReadAgain(10);
      assertThat(crm.most).as("others may be on their way").hasValue(0);
      watch.goesOn(Answering.LULL.toNanos());
      office.settle();

      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
    }
  }

  @Test
  void whereMuchWaitsThatIsStoredItIsTakenUpWhoeverWaitsForAnAnswer() throws Exception {
    var answers = new CountDownLatch(1);
    try (var office =
            Office.opened(folder, config.withInboxBound(40), new Answering(watch), textBack());
        var clients = Executors.newVirtualThreadPerTaskExecutor();
        AutoCloseable _ = answers::countDown) {
      List<ContactId> callers = callers(office, 50);
      List<CompletableFuture<Answer>> waiting = unanswered(4, office, answers, clients);

      callers.subList(0, 29).forEach(one -> assertThat(tells(office, one)).isEqualTo(200));
      watch.isReadAgain(10);
      assertThat(crm.most).as("less than three quarters of what may wait").hasValue(0);
      callers.subList(29, 33).forEach(one -> assertThat(tells(office, one)).isEqualTo(200));
      assertThat(crm.reached.await(20, TimeUnit.SECONDS)).as("some are taken up").isTrue();
      assertThat(crm.most).as("three quarters of what may wait").hasValueLessThan(2 * FEW);
      callers.subList(33, 50).forEach(one -> assertThat(tells(office, one)).isEqualTo(200));
      // ten of them are decided about by now, and wait no longer
      assertThat(crm.allReached.await(20, TimeUnit.SECONDS)).as("nine tenths of what may").isTrue();

      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      crm.goesOn.release(1_000);
    }
  }

  private List<ContactId> callers(Office office, int count) {
    List<ContactId> callers =
        IntStream.range(0, count).mapToObj(number -> new ContactId("c" + number)).toList();
    callers.forEach(caller -> office.crm.add(caller, caller.text()));
    IntStream.range(0, 100).forEach(_ -> office.crm.interrupted(crm::asked));
    return callers;
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
    final CountDownLatch allReached = new CountDownLatch(40);
    final Semaphore goesOn = new Semaphore(0);
    private final AtomicInteger now = new AtomicInteger();

    void asked() {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      reached.countDown();
      allReached.countDown();
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

  /// Real time, as the test has it go on.
  private static final class Watch implements LongSupplier {
    private final AtomicLong now = new AtomicLong();
    private final Semaphore read = new Semaphore(0);

    @Override
    public long getAsLong() {
      read.release();
      return now.get();
    }

    void goesOn(long nanos) {
      now.addAndGet(nanos);
    }

    /// Whoever looks whether there is something to do reads the time.
    void isReadAgain(int times) throws InterruptedException {
      read.drainPermits();
      assertThat(read.tryAcquire(times, 20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
