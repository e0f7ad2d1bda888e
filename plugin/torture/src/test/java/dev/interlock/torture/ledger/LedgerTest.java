package dev.interlock.torture.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import dev.interlock.library.DentalPractice;
import dev.interlock.library.MissedCallTextBack;
import dev.interlock.torture.ledger.ContactState.Card;
import dev.interlock.torture.ledger.Said.LaneSaid;
import dev.interlock.torture.ledger.Said.RefusalSaid;
import dev.interlock.torture.ledger.Said.RunSaid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A ledger that finds nothing is worth something only if it would find what there is to find:
/// every kind of breach, made up.
class LedgerTest {
  private static final Instant NOON = Instant.parse("2026-11-02T17:00:00Z");
  private static final String CALLS = "missed-call-text-back";
  private static final Told CALL = Told.begins(CALLS, "call1", "ann");

  private final Ledger ledger =
      new Ledger(
          new ContractSet(
              new DentalPractice().operation(), List.of(new MissedCallTextBack().contract())));

  private static Instant after(long minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  /// One process that lived for two hours, and a contact who is with the front desk after one.
  private static Seen seen(List<Told> told, List<Sending> sent, List<Work> work) {
    var card = new Card("Sales", "Engaged", "open");
    var before = ContactState.blank(NOON);
    var outcome = Map.of("Follow-up outcome", "With front desk");
    return new Seen(
        told,
        sent,
        work,
        Map.of(
            "ann",
            List.of(
                before,
                before.with(after(60), "deal", card),
                before.with(after(60), "deal", card).with(after(60), Set.of(), outcome))),
        List.of(new Stretch(NOON, after(120), Duration.ZERO)));
  }

  private static Seen seen() {
    return seen(List.of(CALL), List.of(), List.of());
  }

  private static RunSaid ended(String exit, ProofState proof, Instant at, Set<Concern> raised) {
    return new RunSaid(
        "r1",
        "ann",
        CALLS,
        "call-missed/call1",
        RunState.ENDED,
        Optional.empty(),
        Optional.of(exit),
        Optional.of(proof),
        Optional.of(at),
        raised);
  }

  private static RunSaid underWay(RunState state, Optional<Instant> alarm, Set<Concern> raised) {
    return new RunSaid(
        "r1",
        "ann",
        CALLS,
        "call-missed/call1",
        state,
        alarm,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        raised);
  }

  private static Said said(RunSaid... runs) {
    return new Said(
        after(120),
        List.of(runs),
        List.of(),
        Map.of("ann", Set.of("call-missed/call1")),
        List.of());
  }

  private static Said withFrontDesk() {
    return said(ended("with-front-desk", ProofState.VERIFIED, after(61), Set.of()));
  }

  private static Sending text(String id, String words, Instant at, boolean arrived) {
    return new Sending(id, "ann", "SMS", words, at, arrived);
  }

  @Test
  void findsNothingWhereEverythingWasKept() {
    var seen =
        seen(
            List.of(CALL),
            List.of(text("m1", "Hi", NOON, true), text("m2", "Hi again", NOON, true)),
            List.of(new Work("t1", "ann", "Ring [ref a]"), new Work("t2", "ann", "Ring [ref b]")));

    assertThat(ledger.compare(seen, withFrontDesk()).isClean()).isTrue();
  }

  @Test
  void countsAMessageThatWentOutTwice() {
    var sent = List.of(text("m1", "Hi", NOON, true), text("m2", "Hi", after(3), true));

    var verdict = ledger.compare(seen(List.of(CALL), sent, List.of()), withFrontDesk());

    assertThat(verdict.sentTwice()).singleElement().asString().contains("m1", "m2");
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void aMessageThatDidNotArriveMayBeSentAgain() {
    var sent = List.of(text("m1", "Hi", NOON, false), text("m2", "Hi", after(3), true));

    assertThat(ledger.compare(seen(List.of(CALL), sent, List.of()), withFrontDesk()).sentTwice())
        .isEmpty();
  }

  @Test
  void countsATaskThatWasMadeTwice() {
    var work =
        List.of(new Work("t1", "ann", "Ring [ref a]"), new Work("t2", "ann", "Ring [ref a]"));

    assertThat(ledger.compare(seen(List.of(CALL), List.of(), work), withFrontDesk()).doneTwice())
        .hasSize(1);
  }

  @Test
  void countsWhatWasAcknowledgedAndNeverHeard() {
    var reply = Told.heard("reply1", "ann");

    var verdict = ledger.compare(seen(List.of(CALL, reply), List.of(), List.of()), withFrontDesk());

    assertThat(verdict.lost()).singleElement().asString().contains("reply1", "never heard");
  }

  @Test
  void countsACallThatNeitherBeganAnythingNorWasTurnedAway() {
    assertThat(ledger.compare(seen(), said()).lost())
        .singleElement()
        .asString()
        .contains("call1", "neither began");
  }

  @Test
  void aCallThatWasTurnedAwayForAReasonIsNotLost() {
    assertThat(ledger.compare(seen(), refused(1)).lost()).isEmpty();
    assertThat(ledger.compare(seen(), refused(0)).lost()).hasSize(1);
  }

  private static Said refused(int reasons) {
    return new Said(
        after(120),
        List.of(),
        List.of(new RefusalSaid("ann", CALLS, "call-missed/call1", reasons)),
        Map.of("ann", Set.of("call-missed/call1")),
        List.of());
  }

  @Test
  void aDateWhoseNewsWasOvertakenByItsBeingOverIsNotLostUnlessItWasHeard() {
    var booked = Told.begins("appointment-reminders", "date1", "ann");
    var off = Told.over("date1", "ann");

    assertThat(
            ledger
                .compare(seen(List.of(booked, off), List.of(), List.of()), heard("cancelled/date1"))
                .lost())
        .isEmpty();
    assertThat(
            ledger
                .compare(seen(List.of(booked), List.of(), List.of()), heard("cancelled/date1"))
                .lost())
        .hasSize(1);
    assertThat(
            ledger
                .compare(
                    seen(List.of(booked, off), List.of(), List.of()),
                    heard("cancelled/date1", "booked/date1"))
                .lost())
        .hasSize(1);
    assertThat(
            ledger
                .compare(
                    seen(List.of(booked, off), List.of(), List.of()),
                    heard("appointment-showed/date1"))
                .lost())
        .isEmpty();
  }

  private static Said heard(String... events) {
    return new Said(after(120), List.of(), List.of(), Map.of("ann", Set.of(events)), List.of());
  }

  @Test
  void countsARunThatWaitsForNothing() {
    var busy = underWay(RunState.COMMANDED, Optional.empty(), Set.of());
    var overdue = underWay(RunState.AWAITING, Optional.of(after(119)), Set.of());

    assertThat(ledger.compare(seen(), said(busy)).lost()).hasSize(1);
    assertThat(ledger.compare(seen(), said(overdue)).lost()).hasSize(1);
  }

  @Test
  void aRunThatWaitsForAMomentOrForAPersonIsNotLost() {
    var waiting = underWay(RunState.AWAITING, Optional.of(after(121)), Set.of());
    var doubtful = underWay(RunState.DOUBTFUL, Optional.empty(), Set.of(Concern.IN_DOUBT));

    assertThat(ledger.compare(seen(), said(waiting)).lost()).isEmpty();
    assertThat(ledger.compare(seen(), said(doubtful)).lost()).isEmpty();
  }

  @Test
  void countsAnExitThatTheCrmDoesNotBearOut() {
    var early = said(ended("with-front-desk", ProofState.VERIFIED, after(50), Set.of()));
    var other = said(ended("no-answer", ProofState.VERIFIED, after(61), Set.of()));

    assertThat(ledger.compare(seen(), early).unverifiedUnraised()).hasSize(1);
    assertThat(ledger.compare(seen(), other).unverifiedUnraised()).hasSize(1);
  }

  @Test
  void countsAnExitThatInterlockCouldNotVerifyAndToldNobodyOf() {
    var silent = ended("with-front-desk", ProofState.UNVERIFIED, after(61), Set.of());
    var raised =
        ended("with-front-desk", ProofState.UNVERIFIED, after(61), Set.of(Concern.EXIT_UNVERIFIED));

    assertThat(ledger.compare(seen(), said(silent)).unverifiedUnraised()).hasSize(1);
    assertThat(ledger.compare(seen(), said(raised)).unverifiedUnraised()).isEmpty();
  }

  @Test
  void readsTheMomentOfAnExitByTheClockOfTheProcessThatEndedIt() {
    var ahead = new Stretch(NOON, after(120), Duration.ofHours(3));
    var seen = seen();
    var shifted =
        new Seen(seen.acknowledged(), seen.sent(), seen.work(), seen.states(), List.of(ahead));

    assertThat(
            ledger
                .compare(
                    shifted,
                    said(ended("with-front-desk", ProofState.VERIFIED, after(241), Set.of())))
                .unverifiedUnraised())
        .isEmpty();
    assertThat(
            ledger
                .compare(
                    shifted,
                    said(ended("with-front-desk", ProofState.VERIFIED, after(230), Set.of())))
                .unverifiedUnraised())
        .hasSize(1);
  }

  @Test
  void countsALaneThatIsHeldByNobodyUnderWay() {
    var left = withFrontDesk();
    var holding =
        new Said(
            left.at(),
            left.runs(),
            left.refusals(),
            left.heard(),
            List.of(new LaneSaid("lead-follow-up", "ann", "r1")));

    assertThat(ledger.compare(seen(), holding).leakedLocks())
        .singleElement()
        .asString()
        .contains("r1");
  }
}
