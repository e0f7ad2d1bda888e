package dev.interlock.verifier.prove;

import static dev.interlock.contract.dsl.Events.anyOf;
import static dev.interlock.contract.dsl.Events.appointmentConfirmed;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Events.contactChanged;
import static dev.interlock.contract.dsl.Events.contactCreated;
import static dev.interlock.contract.dsl.Events.dealAbandoned;
import static dev.interlock.contract.dsl.Events.dealCreated;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Events.everyMonth;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoiceOverdue;
import static dev.interlock.contract.dsl.Events.invoicePaid;
import static dev.interlock.contract.dsl.Events.invoiceSent;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.noteAdded;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.optedIn;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.paymentReceived;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.repliedBy;
import static dev.interlock.contract.dsl.Events.rescheduled;
import static dev.interlock.contract.dsl.Events.showed;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Events.startedByApi;
import static dev.interlock.contract.dsl.Events.startedByHand;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Events.tagRemoved;
import static dev.interlock.contract.dsl.Events.taskCompleted;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.broke;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.titled;
import static dev.interlock.contract.shop.Trade.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.prove.diagram.Budget;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever contracts can listen to may happen, and is told as what somebody does.
final class EventStoriesTest {
  private final Verifier verifier = Verifier.on(LocalDate.of(2026, 11, 23)).proving(Budget.usual());

  private static NeedsPath begun(EventPattern event) {
    return inside(titled("a", "Watch").startsWhen(event, milestone("It happened")));
  }

  /// Whoever is heard leaves with the tag that everybody else loses.
  private static ContractSet hearing(EventPattern begin, EventPattern event) {
    return set(
        begun(begin)
            .throughout(whenever(event).thenExit("won"))
            .path(
                task("Call them", hours(1)).why("They wait"),
                addTag("waiting").why("So it is"),
                waitFor("day", days(1)).why("No hurry"),
                removeTag("waiting").why("It is over"),
                exit("done"))
            .exits(done(), won(), broke("waiting"), takenOut("waiting"))
            .build());
  }

  private static Arguments byHand(EventPattern event, String told) {
    return arguments(startedByHand(), event, told);
  }

  private static Arguments withADate(EventPattern event, String told) {
    return arguments(booked(), event, told);
  }

  private static Arguments withADeal(EventPattern event, String told) {
    return arguments(dealCreated(), event, told);
  }

  static Stream<Arguments> heard() {
    return Stream.of(
        byHand(replied(), "Ana texts: Let me think about it."),
        byHand(replied().saying(optOut()), "Ana texts: STOP."),
        byHand(replied().saying(anyOf("price")), "Ana texts: price."),
        byHand(repliedBy(Channel.EMAIL), "Ana mails: Let me think about it."),
        byHand(callMissed(), "Ana calls, and nobody picks up."),
        byHand(optedOut(), "Ana opts out of texts."),
        byHand(optedOut(Channel.EMAIL), "Ana opts out of e-mails."),
        byHand(optedIn(Channel.SMS), "Ana agrees to texts."),
        byHand(booked(), "Ana books an appointment in Visits, 30 days ahead."),
        byHand(booked().in("Visits"), "Ana books an appointment in Visits, 30 days ahead."),
        withADate(appointmentConfirmed(), "Ana confirms the appointment."),
        withADate(rescheduled(), "Ana moves the appointment, to 30 days ahead."),
        withADate(cancelled().in("Visits"), "Ana cancels the appointment."),
        withADate(noShow(), "Ana does not come to the appointment."),
        withADate(showed(), "Ana comes to the appointment."),
        byHand(dealCreated(), "A colleague moves the deal to Sales / New."),
        withADeal(dealWon(), "A colleague marks the deal in Sales as won."),
        withADeal(dealLost().in(SALES), "A colleague marks the deal in Sales as lost."),
        withADeal(dealAbandoned(), "A colleague marks the deal in Sales as abandoned."),
        withADeal(enters(SALES, ENGAGED), "A colleague moves the deal to Sales / Engaged."),
        byHand(tagAdded("vip"), "A colleague adds the tag `vip`."),
        byHand(tagRemoved("vip"), "A colleague takes the tag `vip` away."),
        byHand(taskCompleted(), "A colleague ticks the task off."),
        byHand(noteAdded(), "A colleague writes a note."),
        byHand(paymentReceived(), "A payment comes in."),
        byHand(invoiceSent(), "An invoice goes out."),
        byHand(invoicePaid(), "An invoice is paid."),
        byHand(invoiceOverdue(), "An invoice becomes overdue."),
        byHand(formSubmitted(), "Ana fills in the form *Any form*."),
        byHand(formSubmitted("Ask us"), "Ana fills in the form *Ask us*."),
        byHand(contactChanged(), "Ana's record is changed."),
        byHand(staffActed(HandAct.MESSAGED), "A colleague sends Ana a text message."),
        byHand(staffActed(HandAct.CALLED), "A colleague calls Ana."),
        byHand(foreignHand(HandAct.MESSAGED), "A colleague sends Ana a text message."));
  }

  @ParameterizedTest(name = "{2} {1}")
  @MethodSource("heard")
  void whatARunHearsIsToldAsWhatSomebodyDoes(EventPattern begin, EventPattern event, String told) {
    assertThat(story(hearing(begin, event), "won"))
        .anyMatch(line -> line.endsWith(": " + told))
        .anyMatch(line -> line.contains("hears it, sets *Ending* to Won and"));
  }

  /// Whoever begins keeps the tag.
  private static ContractSet beginning(EventPattern event) {
    return set(
        begun(event)
            .throughout(
                whenever(callMissed()).then(removeTag("waiting").why("It is over"), exit("won")))
            .path(
                addTag("waiting").why("So it is"),
                waitFor("day", days(1)).why("No hurry"),
                exit("done"))
            .exits(done(), won(), broke("waiting"), takenOut("waiting"))
            .build());
  }

  static Stream<Arguments> beginnings() {
    return Stream.of(
        arguments(contactCreated(), "Ana's record is new in the CRM."),
        arguments(contactChanged(), "Ana's record is changed."),
        arguments(startedByHand(), "A colleague starts *Watch* by hand."),
        arguments(startedByApi(), "Another program starts *Watch*."),
        arguments(everyMonth(1, clock(9, 0)), "The schedule of *Watch* comes round."),
        arguments(dealCreated(), "A colleague moves the deal to Sales / New."),
        arguments(staffActed(HandAct.MESSAGED), "A colleague sends Ana a text message."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("beginnings")
  void whatBeginsARunIsToldAsWhatSomebodyDoes(EventPattern event, String told) {
    assertThat(story(beginning(event), "done"))
        .startsWith("Monday 10:00: " + told)
        .anyMatch(line -> line.startsWith("*Watch* begins, adds the tag `waiting` and"));
  }

  private List<String> story(ContractSet set, String exit) {
    return verifier.verify(set).findings().stream()
        .filter(finding -> finding.rule().equals("E-EXIT-UNKEPT") && finding.at().equals(exit))
        .map(Finding::evidence)
        .map(evidence ->
            evidence instanceof Evidence.Played played
                ? played.story()
                : List.of(evidence.toString()))
        .findFirst()
        .orElseThrow();
  }
}
