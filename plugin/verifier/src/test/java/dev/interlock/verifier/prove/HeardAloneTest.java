package dev.interlock.verifier.prove;

import static dev.interlock.contract.dsl.Events.appointmentConfirmed;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Events.contactChanged;
import static dev.interlock.contract.dsl.Events.dealAbandoned;
import static dev.interlock.contract.dsl.Events.dealCreated;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoicePaid;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.noteAdded;
import static dev.interlock.contract.dsl.Events.optedIn;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.rescheduled;
import static dev.interlock.contract.dsl.Events.showed;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Events.tagRemoved;
import static dev.interlock.contract.dsl.Events.taskCompleted;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.NEW;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.begunForAll;
import static dev.interlock.contract.shop.Trade.broke;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.prove.diagram.Budget;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a run only listens to, and no condition ever asks, happens where it can happen: a story
/// that hears it can be played.
final class HeardAloneTest {
  private static final Verifier VERIFIER =
      Verifier.on(LocalDate.of(2026, 11, 23)).proving(Budget.usual());

  static Stream<EventPattern> events() {
    return Stream.of(
        replied(),
        callMissed(),
        booked(),
        appointmentConfirmed(),
        rescheduled(),
        cancelled(),
        noShow(),
        showed(),
        dealCreated(),
        dealWon(),
        dealLost(),
        dealAbandoned(),
        enters(SALES, NEW),
        enters(SALES, ENGAGED),
        optedOut(),
        optedIn(),
        tagAdded("vip"),
        tagRemoved("vip"),
        taskCompleted(),
        noteAdded(),
        invoicePaid(),
        formSubmitted("Quote"),
        contactChanged(),
        foreignHand(),
        foreignHand(HandAct.MOVED_STAGE),
        foreignHand(HandAct.CHANGED_TAG),
        foreignHand(HandAct.MESSAGED),
        foreignHand(HandAct.CALLED));
  }

  @ParameterizedTest
  @MethodSource("events")
  void isPlayed(EventPattern event) {
    var set =
        set(
            begunForAll("a")
                .throughout(whenever(event).thenExit("won"))
                .path(
                    addTag("waiting").why("The desk looks for it"),
                    waitFor("a-day", days(1)).why("They may answer"),
                    removeTag("waiting").why("Nobody waits"),
                    exit("done"))
                .exits(broke("waiting"), takenOut("waiting"), done(), won())
                .build());

    assertThat(VERIFIER.verify(set).findings())
        .filteredOn(finding -> finding.rule().equals("E-EXIT-UNKEPT"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.evidence()).isInstanceOf(Evidence.Played.class));
  }
}
