package dev.interlock.engine;

import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.engine.Contracts.onTag;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.event;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.EntryLine;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A contact is in at most one run per lane.
class LaneTest {
  @TempDir Path folder;

  static DomainEvent tagged(String tag) {
    var what = new Happening.TagHappened(TagChange.ADDED, new TagName(tag));
    return event(ANN, what, Provenance.OUTSIDE);
  }

  static Contract queueing() {
    return onTag("patient", "patient", whenOccupied(inTurn(hours(48))), 0);
  }

  private static Contract urgent() {
    return onTag("urgent", "urgent", whenOccupied(DISPLACE), 5);
  }

  @Test
  void ofTwoContractsThatTheSameEventBeginsOneGetsTheLane() {
    Contract first = onTag("first", "vip", whenOccupied(REFUSE), 0);
    Contract second = onTag("second", "vip", whenOccupied(REFUSE), 0);
    try (var office = Office.opened(folder, first, second)) {
      office.happens(tagged("vip"));

      assertThat(office.endings(ANN)).containsExactly("first: AWAITING");
      assertThat(office.refusals(ANN)).containsExactly("second: lane");
      assertThat(office.crm.texts(ANN)).containsExactly("first says hello");
    }
  }

  @Test
  void whoWaitsInTurnBeginsWhenTheLaneIsFree() {
    try (var office = Office.opened(folder, textBack(), queueing())) {
      office.happens(missedCall(ANN));
      office.happens(tagged("patient"));
      assertThat(office.endings(ANN)).containsExactly("text-back: AWAITING", "patient: QUEUED");

      office.happens(reply(ANN, "yes"));

      assertThat(office.endings(ANN)).containsExactly("text-back: answered", "patient: AWAITING");
      assertThat(office.records().lanes(HERE))
          .singleElement()
          .satisfies(lane -> assertThat(lane.contract().text()).isEqualTo("patient"));
    }
  }

  @Test
  void whoCameFirstBeginsFirstAlsoWhereTheClockWasSetBackBetween() {
    Contract second = onTag("second", "second", whenOccupied(inTurn(hours(48))), 0);
    try (var office = Office.opened(folder, textBack(), queueing(), second)) {
      office.happens(missedCall(ANN));
      office.happens(tagged("patient"));
      office.clock.moveTo(Office.NOON.minus(Duration.ofHours(2)));
      office.happens(tagged("second"));
      office.happens(reply(ANN, "yes"));

      assertThat(office.endings(ANN))
          .containsExactlyInAnyOrder("text-back: answered", "patient: AWAITING", "second: QUEUED");
      assertThat(office.records().lanes(HERE))
          .singleElement()
          .satisfies(lane -> assertThat(lane.contract().text()).isEqualTo("patient"));
    }
  }

  @Test
  void ofTwoWhoDisplaceTheMoreImportantGoesFirst() {
    Contract more = onTag("more", "more", whenOccupied(DISPLACE), 9);
    Contract leaving = LeavingSlowly.contract();
    try (var office = Office.opened(folder, leaving, urgent(), more)) {
      office.happens(missedCall(ANN));
      office.crm.answers(new Sent.TryLater(Duration.ofMinutes(10), "an outage", false));
      office.happens(tagged("urgent"));
      office.happens(tagged("more"));
      assertThat(office.inboxDepth()).as("nothing is tried again").isZero();
      assertThat(office.endings(ANN)).containsExactly("leaving: CLOSING");
      assertThat(office.records().laneBook(HERE).entering())
          .extracting(EntryLine::contract, EntryLine::causeWords, EntryLine::since)
          .containsExactly(
              tuple(more.id(), "tag more was added", Office.NOON),
              tuple(urgent().id(), "tag urgent was added", Office.NOON));

      office.passes(Duration.ofMinutes(10));

      assertThat(office.records().laneBook(HERE).entering()).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("leaving: displaced", "more: AWAITING");
      assertThat(office.refusals(ANN)).containsExactly("urgent: lane");
    }
  }

  @Test
  void whoWaitedTooLongIsTurnedAwayAndThatIsWrittenDown() {
    Contract hasty = onTag("hasty", "hasty", whenOccupied(inTurn(hours(2))), 0);
    try (var office = Office.opened(folder, textBack(), hasty)) {
      office.happens(missedCall(ANN));
      office.happens(tagged("hasty"));

      office.passes(Duration.ofHours(2));

      assertThat(office.endings(ANN)).containsExactly("text-back: AWAITING", "hasty: TURNED_AWAY");
      assertThat(office.refusals(ANN)).containsExactly("hasty: turned-away");
    }
  }

  @Test
  void aHigherPriorityDisplacesTheHolder() {
    try (var office = Office.opened(folder, textBack(), urgent())) {
      office.happens(missedCall(ANN));
      office.happens(tagged("urgent"));

      assertThat(office.endings(ANN)).containsExactly("text-back: displaced", "urgent: AWAITING");
      assertThat(office.crm.texts(ANN)).hasSize(2);
      assertThat(office.records().lanes(HERE)).hasSize(1);
    }
  }

  @Test
  void anEqualPriorityDoesNot() {
    Contract equal = onTag("equal", "equal", whenOccupied(DISPLACE), 0);
    try (var office = Office.opened(folder, textBack(), equal)) {
      office.happens(missedCall(ANN));
      office.happens(tagged("equal"));

      assertThat(office.endings(ANN)).containsExactly("text-back: AWAITING");
      assertThat(office.refusals(ANN)).containsExactly("equal: lane");
    }
  }

  @Test
  void whoDisplacesGoesBeforeWhoWaits() {
    try (var office = Office.opened(folder, textBack(), queueing(), urgent())) {
      office.happens(missedCall(ANN));
      office.happens(tagged("patient"));
      office.happens(tagged("urgent"));

      assertThat(office.endings(ANN))
          .containsExactly("text-back: displaced", "patient: QUEUED", "urgent: AWAITING");

      office.happens(reply(ANN, "yes"));
      assertThat(office.endings(ANN))
          .containsExactly("text-back: displaced", "patient: AWAITING", "urgent: answered");
    }
  }

  @Test
  void anEntryThatWaitsForADisplacedRunOutlivesARestart() {
    Contract leaving = LeavingSlowly.contract();
    var office = Office.opened(folder, leaving, urgent());
    office.happens(missedCall(ANN));
    office.crm.answers(new Sent.TryLater(Duration.ofMinutes(10), "an outage", false));
    office.happens(tagged("urgent"));
    assertThat(office.endings(ANN)).containsExactly("leaving: CLOSING");

    try (var next = office.restarted(leaving, urgent())) {
      next.passes(Duration.ofMinutes(10));

      assertThat(next.endings(ANN)).containsExactly("leaving: displaced", "urgent: AWAITING");
    }
  }

  @Test
  void anEntryWhoseContractTakesNoneByThenIsRefusedWithTheReason() {
    Contract leaving = LeavingSlowly.contract();
    try (var office = Office.opened(folder, leaving, urgent())) {
      office.happens(missedCall(ANN));
      office.crm.answers(new Sent.TryLater(Duration.ofMinutes(10), "an outage", false));
      office.happens(tagged("urgent"));
      office.goesLive(leaving);

      office.passes(Duration.ofMinutes(10));

      assertThat(office.endings(ANN)).containsExactly("leaving: displaced");
      assertThat(office.records().laneBook(HERE).entering()).isEmpty();
      assertThat(office.story(ANN).refusals())
          .singleElement()
          .satisfies(refusal -> {
            assertThat(refusal.contract()).isEqualTo(urgent().id());
            assertThat(refusal.reasons())
                .containsExactly(
                    new Reason(
                        "closed",
                        "the workflow takes no new entries any longer: it did when the contact was"
                            + " to enter, and then waited for the lane follow-up"));
          });
    }
  }

  @Test
  void anEntryThatTheNewVersionIsNotBegunByIsRefusedWithTheReason() {
    Contract leaving = LeavingSlowly.contract();
    Contract changed = onTag("urgent", "very-urgent", whenOccupied(DISPLACE), 5);
    try (var office = Office.opened(folder, leaving, urgent())) {
      office.happens(missedCall(ANN));
      office.crm.answers(new Sent.TryLater(Duration.ofMinutes(10), "an outage", false));
      office.happens(tagged("urgent"));
      office.goesLive(leaving, changed);

      office.passes(Duration.ofMinutes(10));

      assertThat(office.endings(ANN)).containsExactly("leaving: displaced");
      assertThat(office.story(ANN).refusals())
          .singleElement()
          .satisfies(refusal ->
              assertThat(refusal.reasons())
                  .containsExactly(
                      new Reason(
                          "closed",
                          "another version of the workflow is live by now, which does not begin"
                              + " with this: the contact waited for the lane follow-up")));
    }
  }

  @Test
  void whoIsNextComesInWhereTheFirstIsRefusedBecauseItsContractTakesNone() {
    Contract leaving = LeavingSlowly.contract();
    try (var office = Office.opened(folder, leaving, queueing(), urgent())) {
      office.happens(missedCall(ANN));
      office.happens(tagged("patient"));
      office.crm.answers(new Sent.TryLater(Duration.ofMinutes(10), "an outage", false));
      office.happens(tagged("urgent"));
      office.goesLive(leaving);

      office.passes(Duration.ofMinutes(10));

      assertThat(office.refusals(ANN)).containsExactly("urgent: closed");
      assertThat(office.endings(ANN))
          .as("who waits in turn stays on the version that it came with")
          .containsExactly("leaving: displaced", "patient: AWAITING");
    }
  }

  @Test
  void aCommandThatWasNotTriedYetDiesWithItsRun() {
    try (var office = Office.opened(folder, textBack(), urgent())) {
      office.crm.answers(new Sent.TryLater(Duration.ofMinutes(10), "an outage", false));
      office.happens(missedCall(ANN));
      office.happens(tagged("urgent"));

      office.passes(Duration.ofHours(1));

      assertThat(office.crm.texts(ANN)).containsExactly("urgent says hello");
      assertThat(office.endings(ANN)).containsExactly("text-back: displaced", "urgent: AWAITING");
    }
  }

  @Test
  void anExitRoutesIntoAnotherContractWithTheLane() {
    Contract routing = Routing.from();
    try (var office = Office.opened(folder, routing, Routing.to(whenOccupied(REFUSE)))) {
      office.happens(missedCall(ANN));
      office.happens(reply(ANN, "yes"));

      assertThat(office.endings(ANN)).containsExactly("from: answered", "to: AWAITING");
      assertThat(office.story(ANN).events())
          .extracting(event -> event.words())
          .contains("from ended by answered");
    }
  }

  @Test
  void whoIsRoutedAndTurnedAwayIsToldWhatComesNext() {
    try (var office = Office.opened(folder, Routing.from(), Routing.to(whenOccupied(REFUSE)))) {
      office.happens(missedCall(ANN));
      office.crm.losesPhone(ANN);
      office.happens(reply(ANN, "yes"));

      assertThat(office.endings(ANN)).containsExactly("from: answered");
      assertThat(office.refusals(ANN)).containsExactly("to: filter");
      assertThat(office.run(ANN).journal())
          .extracting(line -> line.words())
          .contains(
              "to did not take the contact: there must be a number to text. Next: ring them.");
    }
  }

  @Test
  void aRouteIntoAContractThatIsNotThereIsRaised() {
    try (var office = Office.opened(folder, Routing.from())) {
      office.happens(missedCall(ANN));
      office.happens(reply(ANN, "yes"));

      assertThat(office.endings(ANN)).containsExactly("from: answered");
      assertThat(office.records().attention(HERE))
          .singleElement()
          .satisfies(line -> assertThat(line.words()).contains("routes to to"));
    }
  }
}
