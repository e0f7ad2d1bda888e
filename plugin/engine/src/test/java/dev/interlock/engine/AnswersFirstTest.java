package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.work.Answering;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A CRM waits for its webhooks to be answered, and gives up on those that are answered late.
class AnswersFirstTest {
  /// So many webhooks of an installation are in hand while others have waited for their answers for
  /// long.
  private static final int FEW = 10;

  private static final long BURST = Duration.ofSeconds(2).toNanos();

  @TempDir Path folder;

  private final EngineConfig config = EngineConfig.usual().with(Pace.unlimited());
  private final Watch watch = new Watch();
  private final Answering answering = new Answering(watch);
  private final SlowCrm crm = new SlowCrm();

  @Test
  void inABurstOfWebhooksNothingIsTakenUpInOneThatLastsSomeAndAfterItAll() throws Exception {
    try (var office = Office.opened(folder, config, answering, textBack())) {
      List<ContactId> callers = callers(office, 40);
      manyWait();

      callers.forEach(caller -> assertThat(tells(office, caller)).isEqualTo(200));
      watch.isReadAgain(3);
      assertThat(crm.most).as("in the burst").hasValue(0);
      assertThat(office.inboxDepth()).as("in the burst").isEqualTo(40);

      watch.goesOn(BURST);
      assertThat(crm.reached.await(20, TimeUnit.SECONDS)).as("some are taken up").isTrue();
      callers.forEach(caller -> assertThat(tells(office, caller)).as("once more").isEqualTo(200));
      crm.goesOn.release(100);
      office.settle();

      // 10 webhooks, and what follows from those before; 40 if nobody waited for an answer
      assertThat(crm.most).as("at the same time").hasValueLessThan(2 * FEW);
      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
    }
  }

  @Test
  void whenTheBurstIsOverAllThatIsStoredIsTakenUpWithoutAnotherWebhook() throws Exception {
    try (var office = Office.opened(folder, config, answering, textBack())) {
      List<ContactId> callers = callers(office, 40);
      crm.goesOn.release(1_000);
      manyWait();
      callers.forEach(caller -> assertThat(tells(office, caller)).isEqualTo(200));

      allAreAnswered();
      watch.isReadAgain(3);
      assertThat(crm.most).as("others may be on their way").hasValue(0);
      assertThat(office.inboxDepth()).as("others may be on their way").isEqualTo(40);
      watch.goesOn(Answering.LULL.toNanos());
      office.settle();

      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
    }
  }

  @Test
  void whereMuchWaitsThatIsStoredItIsTakenUpWhoeverWaitsForAnAnswer() throws Exception {
    try (var office = Office.opened(folder, config.withInboxBound(40), answering, textBack())) {
      List<ContactId> callers = callers(office, 50);
      manyWait();

      callers.subList(0, 29).forEach(one -> assertThat(tells(office, one)).isEqualTo(200));
      watch.isReadAgain(3);
      assertThat(crm.most).as("less than three quarters of what may wait").hasValue(0);
      callers.subList(29, 33).forEach(one -> assertThat(tells(office, one)).isEqualTo(200));
      assertThat(crm.reached.await(20, TimeUnit.SECONDS)).as("some are taken up").isTrue();
      assertThat(crm.most).as("three quarters of what may wait").hasValueLessThan(2 * FEW);
      callers.subList(33, 50).forEach(one -> assertThat(tells(office, one)).isEqualTo(200));
      // ten of them are decided about by now, and wait no longer
      assertThat(crm.allReached.await(20, TimeUnit.SECONDS)).as("nine tenths of what may").isTrue();

      crm.goesOn.release(1_000);
      allAreAnswered();
      watch.goesOn(Answering.LULL.toNanos());
    }
  }

  @Test
  void aTimerThatFallsDueInABurstRingsAfterIt() throws Exception {
    var waits = doing(waitFor("pause", days(1)), addTag("waited"));
    try (var office = Office.opened(folder, config, answering, waits)) {
      office.happens(missedCall(ANN));
      office.settle();
      manyWait();

      office.clock.moveTo(office.clock.instant().plus(Duration.ofDays(1)));
      office.engine.timeMoved();
      watch.isReadAgain(3);
      assertThat(office.crm.tags(ANN)).as("in the burst").isEmpty();

      watch.goesOn(BURST);
      office.settle();
      assertThat(office.crm.tags(ANN)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"good, NOTHING", "forged, ALL"})
  void onlyGenuineWebhooksAreWaitedFor(String signature, Answering.Share share) throws Exception {
    var answers = new CountDownLatch(1);
    var held = new CountDownLatch(4);
    Runnable hold =
        () -> {
          held.countDown();
          SlowCrm.await(answers);
        };
    try (var office = Office.opened(folder, config, answering, textBack());
        var clients = Executors.newVirtualThreadPerTaskExecutor();
        AutoCloseable _ = answers::countDown) {
      office.inbound.whenNamed.set(hold);
      for (int number = 0; number < 4; number++) {
        String id = "d" + number;
        clients.execute(() -> isHeld(office, signature, id, hold));
      }
      assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();

      assertThat(answering.share()).isEqualTo(share);
      watch.goesOn(BURST);
    }
  }

  /// A forged one while it is looked at, and a genuine one when it is let in.
  private static void isHeld(Office office, String signature, String id, Runnable hold) {
    office.door.accept(
        "call",
        name ->
            switch (name) {
              case "signature" -> {
                if (signature.equals("forged")) {
                  hold.run();
                }
                yield signature;
              }
              case "installation" -> HERE.text();
              default -> id;
            },
        FakeInbound.body(missedCall(ANN)));
  }

  private void manyWait() {
    IntStream.range(0, 4).forEach(_ -> answering.begins());
  }

  private void allAreAnswered() {
    IntStream.range(0, 4).forEach(_ -> answering.ends());
  }

  private List<ContactId> callers(Office office, int count) {
    List<ContactId> callers =
        IntStream.range(0, count).mapToObj(number -> new ContactId("c" + number)).toList();
    callers.forEach(caller -> office.crm.add(caller, caller.text()));
    IntStream.range(0, 100).forEach(_ -> office.crm.interrupted(crm::asked));
    return callers;
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
