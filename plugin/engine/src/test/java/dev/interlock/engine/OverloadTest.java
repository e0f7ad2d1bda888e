package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Contracts.textBackOnRequest;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import dev.interlock.crm.calls.Heard;
import dev.interlock.crm.calls.Quota;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.rounds.Looking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A CRM that has no more to give, that fails, or that hangs.
class OverloadTest {
  private static final Heard FAILS = new Heard.Failing("the CRM failed with status 503");
  private static final Heard ANSWERS = new Heard.Answered(Quota.UNSAID);
  private static final InstallationId THERE = new InstallationId("there");
  private static final ContractId TEXT_BACK = new ContractId("text-back");

  @TempDir Path folder;

  @Test
  void aCrmThatFailsIsCalledNowAndThenOnlyAndWhatWaitedIsDoneOnceItServesAgain() {
    try (var office = Office.opened(folder, textBack())) {
      List<ContactId> crowd = crowd(office, 40);
      office.crm.goes(FAILS);
      crowd.forEach(one -> assertThat(tells(office, missedCall(one))).isEqualTo(200));
      office.passes(Duration.ofHours(2));

      assertThat(office.crm.made()).hasSizeLessThan(50);
      assertThat(office.crm.calls().notice(ZoneOffset.UTC).orElseThrow()).contains("status 503");
      assertThat(office.records().attention(HERE)).isEmpty();

      office.crm.goes(ANSWERS);
      office.passes(Duration.ofMinutes(20));

      assertThat(crowd).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
      assertThat(office.crm.calls().notice(ZoneOffset.UTC)).isEmpty();
      assertThat(office.records().attention(HERE)).isEmpty();
    }
  }

  @Test
  void anOutageBurnsNoAttemptsOfWhatWasBeingDone() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(missedCall(BOB));
      office.crm.goes(FAILS);
      office.happens(reply(ANN, "yes"));
      office.passes(Duration.ofHours(6));
      office.crm.goes(ANSWERS);
      office.passes(Duration.ofMinutes(20));

      assertThat(office.crm.tags(ANN)).contains("warm");
      assertThat(office.records().attention(HERE)).isEmpty();
    }
  }

  @Test
  void whatAnotherSystemStartsOpensNothingThatAColleagueWouldHaveTried() {
    try (var office = Office.opened(folder, textBackOnRequest())) {
      office.crm.goes(FAILS);
      crowd(office, 8).forEach(one -> office.arrives(missedCall(one)));
      office.passes(Duration.ofMinutes(10));
      var held = office.crm.calls().heldUntil(office.clock.instant());
      assertThat(held).isPresent();

      office.engine.operator(HERE).startByApi(TEXT_BACK, ANN, "a workflow").join();
      assertThat(office.crm.calls().heldUntil(office.clock.instant())).isEqualTo(held);

      office.engine.operator(HERE).start(TEXT_BACK, ANN, "Eve").join();
      assertThat(office.crm.calls().heldUntil(office.clock.instant())).isNotEqualTo(held);
    }
  }

  @Test
  void aNewProcessTriesTheCrmAndLearnsAnew() {
    var office = Office.opened(folder, textBack());
    office.crm.goes(FAILS);
    crowd(office, 8).forEach(one -> office.arrives(missedCall(one)));
    office.passes(Duration.ofMinutes(10));
    assertThat(office.crm.calls().isOpen()).isTrue();

    office.crm.goes(ANSWERS);
    try (var next = office.restarted(textBack())) {
      next.passes(Duration.ofMinutes(20));
      assertThat(next.crm.told()).hasSize(8);
    }
  }

  @Test
  void aDayThatIsSpentParksTheWorkUntilTheDayTurns() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.goes(today(1_000, 0));
      office.happens(missedCall(ANN));
      office.passes(Duration.ofHours(4));
      assertThat(office.crm.made()).hasSizeLessThan(8);
      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.crm.calls().notice(ZoneOffset.UTC).orElseThrow())
          .contains("0 of 1,000 calls");

      office.crm.goes(today(1_000, 900));
      office.passes(Duration.ofHours(2));
      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void aDayThatOpensEarlyWakesWhateverWaitsForIt() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(BOB));
      office.crm.goes(today(1_000, 0));
      var callers = crowd(office, 3);
      callers.forEach(one -> office.arrives(missedCall(one)));
      office.passes(Duration.ofMinutes(10));
      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).isEmpty());

      office.crm.goes(today(1_000, 900));
      office.crm.calls().tryNow(office.clock.instant());
      office.crm.contact(BOB, Set.of());
      office.settle();

      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
    }
  }

  @Test
  void whatWasRefusedBecauseTheDayWasSpentIsDoneWhenItOpensEarly() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.crm.goes(new Heard.TooMany(Duration.ofHours(5), true, Quota.UNSAID));
      office.happens(reply(ANN, "yes"));
      office.passes(Duration.ofMinutes(10));
      assertThat(office.crm.tags(ANN)).isEmpty();

      office.crm.goes(today(1_000, 900));
      office.crm.calls().tryNow(office.clock.instant());
      office.crm.contact(BOB, Set.of());
      office.settle();

      assertThat(office.crm.tags(ANN)).contains("warm");
    }
  }

  /// Two dozen people call in the course of a day, each of whom takes two calls. Readings, which
  /// would take a thousand if they might, leave what that needs.
  @Test
  void readingsLeaveASmallDayToWhoeverCalls() {
    var config = Office.config().with(Looking.every(Duration.ofMinutes(5)));
    try (var office = Office.opened(folder, config, textBack())) {
      var left = new AtomicLong(120);
      office.crm.goes(() -> today(120, left.decrementAndGet()));
      List<ContactId> callers = crowd(office, 24);
      for (ContactId caller : callers) {
        office.happens(missedCall(caller));
        office.passes(Duration.ofMinutes(50));
      }

      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
      assertThat(left.get()).as("none is refused").isPositive();
      assertThat(office.crm.looked()).as("readings").hasSizeBetween(8, 20);
      assertThat(office.records().rounds(HERE))
          .allSatisfy(round -> assertThat(round.lookedAt()).isPresent());
    }
  }

  @Test
  void aMessageThatWasRefusedBecauseTheDayWasSpentIsHeldAndGoesOutWhenItOpensEarly() {
    try (var office = Office.opened(folder, textBack())) {
      office.settle();
      var calls = new AtomicLong();
      var spent = new Heard.TooMany(Duration.ofHours(5), true, Quota.UNSAID);
      office.crm.goes(() -> calls.getAndIncrement() == 0 ? ANSWERS : spent);
      office.happens(missedCall(ANN));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.HELD);
      office.passes(Duration.ofHours(1));
      assertThat(calls).as("the contact, and the message").hasValue(2);

      office.crm.goes(today(1_000, 900));
      office.crm.calls().tryNow(office.clock.instant());
      office.crm.contact(BOB, Set.of());
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
    }
  }

  @Test
  void ofTheLastShareOfTheDayPeopleAreAnsweredAndExitsMadeTrueWhileTimersWait() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(missedCall(BOB));
      office.crm.goes(today(1_000, 40));
      office.happens(reply(ANN, "yes"));
      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.tags(ANN)).contains("warm");
      assertThat(office.crm.calls().bulkHeldUntil(office.clock.instant())).isPresent();

      office.crm.goes(today(1_000, 990));
      office.passes(Duration.ofDays(2));
      assertThat(office.crm.tags(BOB)).contains("cold");
    }
  }

  @Test
  void ofTheLastShareOfTheDayCallersAreTextedAsLongAsThereIsAny() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(BOB));
      office.crm.goes(today(1_000, 40));
      var callers = crowd(office, 6);
      callers.forEach(one -> office.arrives(missedCall(one)));
      office.passes(Duration.ofMinutes(1));

      assertThat(callers).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
    }
  }

  /// While all of one CRM's calls hang, and a flood of its webhooks waits, the other account's
  /// webhook is decided and its message sent. The bound: none of the calls that hang has to end.
  @Test
  void anAccountWhoseCrmHangsUnderAFloodDoesNotKeepAnotherWaiting() throws InterruptedException {
    var release = new CountDownLatch(1);
    var served = new CountDownLatch(1);
    try (var office = Office.opened(folder, textBack())) {
      FakeCrm other = another(office);
      List<ContactId> crowd = crowd(office, 160);
      IntStream.range(0, 200).forEach(_ -> office.crm.interrupted(() -> await(release)));

      crowd.forEach(one -> assertThat(tells(office, missedCall(one))).isEqualTo(200));

      other.interrupted(served::countDown);
      int status = arrivesThere(office, missedCall(ANN));

      assertThat(status).isEqualTo(200);
      assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(release.getCount()).isOne();
      release.countDown();
      office.settle();
    }
  }

  /// The bound: none of the commands that hang has to end, which as many as may be have begun.
  @Test
  void aFloodOfDueTimersOfOneAccountDoesNotKeepAnotherAccountsTimerWaiting()
      throws InterruptedException {
    var release = new CountDownLatch(1);
    var served = new CountDownLatch(1);
    try (var office = Office.opened(folder, unhurried(), textBack())) {
      FakeCrm other = another(office);
      List<ContactId> crowd = crowd(office, 100);
      crowd.forEach(one -> office.arrives(missedCall(one)));
      arrivesThere(office, missedCall(ANN));
      office.settle();
      IntStream.range(0, 100).forEach(_ -> office.crm.interrupted(() -> await(release)));
      other.interrupted(served::countDown);

      office.clock.moveTo(office.clock.instant().plus(Duration.ofHours(25)));
      office.engine.timeMoved();

      assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(release.getCount()).isOne();
      release.countDown();
      office.settle();
      assertThat(other.tags(ANN)).contains("cold");
      assertThat(crowd).allSatisfy(one -> assertThat(office.crm.tags(one)).contains("cold"));
    }
  }

  private static int arrivesThere(Office office, DomainEvent event) {
    return office
        .deliver("good", THERE.text(), "d-" + event.id(), "ann", FakeInbound.body(event))
        .status();
  }

  /// The bound: before the other's message goes out, the account under flood gets through no more
  /// than what it may have under way a few times over, and not its flood.
  @Test
  void aFloodOfOneAccountIsNotWorkedOffBeforeAnotherAccountsWebhook() throws InterruptedException {
    var served = new CountDownLatch(1);
    try (var office = Office.opened(folder, unhurried(), textBack())) {
      FakeCrm other = another(office);
      crowd(office, 400).forEach(one -> office.arrives(missedCall(one)));
      int before = office.crm.told().size();
      var toldBefore = new int[1];
      other.interrupted(() -> {
        toldBefore[0] = office.crm.told().size();
        served.countDown();
      });
      arrivesThere(office, missedCall(ANN));

      assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(toldBefore[0] - before).isLessThan(200);
      office.settle();
      assertThat(office.crm.told()).hasSize(400);
    }
  }

  private static EngineConfig unhurried() {
    return EngineConfig.usual().with(Pace.unlimited());
  }

  private static FakeCrm another(Office office) {
    var crm = new FakeCrm(THERE, office.clock);
    crm.add(ANN, "Ann");
    Installation here = office.installation(textBack());
    office.engine.install(
        new Installation(here.contracts(), crm, here.inbound(), here.settings(), here.location()));
    return crm;
  }

  private static List<ContactId> crowd(Office office, int size) {
    List<ContactId> crowd =
        IntStream.range(0, size).mapToObj(number -> new ContactId("c" + number)).toList();
    crowd.forEach(one -> office.crm.add(one, one.text()));
    return crowd;
  }

  private static int tells(Office office, DomainEvent event) {
    return office
        .deliver("d-" + event.id(), event.contact().text(), FakeInbound.body(event))
        .status();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Heard today(long most, long left) {
    return new Heard.Answered(
        new Quota(
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(most),
            OptionalLong.of(left),
            Optional.empty()));
  }
}
