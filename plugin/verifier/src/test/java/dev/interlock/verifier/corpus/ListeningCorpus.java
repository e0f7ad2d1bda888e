package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.businessOpen;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.anyOf;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.everyWeek;
import static dev.interlock.contract.dsl.Events.invoiceSent;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.paymentReceived;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.repliedBy;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Events.startedByHand;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.CLOSED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.filtered;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.named;
import static dev.interlock.contract.shop.Shop.no;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;
import static dev.interlock.contract.shop.Shop.triggered;
import static dev.interlock.contract.shop.Shop.won;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/// What contacts do while a run waits, and who hears it.
final class ListeningCorpus {
  private ListeningCorpus() {}

  private static Step.Wait day() {
    return waitFor("day", days(1)).why("No hurry");
  }

  private static NeedsPath admitting(EntryClause clause) {
    return triggered("a")
        .admits(
            require(contact().hasPhone(), "there must be a number"),
            refuse(contact().optedOutOf(Channel.SMS), "they said so"),
            clause)
        .lane(TALKS, whenOccupied(REFUSE))
        .reentry(never())
        .ignores(either(optedOut(), replied()), "The desk looks after it.");
  }

  static ContractSet anAnswerWhileItWaits() {
    return set(
        begun("a")
            .path(
                say("hello"),
                waitFor("day", days(1)).why("No hurry"), // E-EVENT-UNHANDLED
                say("again"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anAnswerInTheEvening() {
    return set(
        begun("a")
            .path(
                say("hello"),
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenGoOn()
                    .why("A day is enough"),
                say("again"), // E-EVENT-UNHANDLED
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anAnswerWhileAnUrgentMessageIsSent() {
    return set(
        begun("a")
            .path(say("hello"), say("again").evenInQuietHours("They wait for it"), exit("gone"))
            .exits(gone())
            .build());
  }

  static ContractSet anAnswerWhenNothingIsUrgentAnyMore() {
    return set(
        begun("a")
            .path(
                say("hello"),
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenGoOn()
                    .why("A day is enough"),
                say("again") // E-EVENT-UNHANDLED
                    .evenInQuietHours("They wait for it"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet someAnswersOnly() {
    return set(
        begun("a")
            .path(
                say("hello"),
                await("answer") // E-EVENT-UNHANDLED
                    .when(replied().saying(anyOf("yes", "please")))
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet answersInBusinessHoursOnly() {
    return set(
        begun("a")
            .throughout(
                whenever(replied())
                    .given(businessOpen())
                    .because("Then somebody is there")
                    .thenExit("done"))
            .path(
                say("hello"),
                waitFor("day", days(1)).why("No hurry"), // E-EVENT-UNHANDLED
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aGuardThatTheFilterSeesTo() {
    return set(
        begun("a")
            .throughout(
                whenever(replied())
                    .given(contact().hasPhone())
                    .because("We ring them")
                    .thenExit("done"))
            .path(say("hello"), day(), exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anOptOut() {
    return set(
        filtered(triggered("a"))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                say("hello"),
                waitFor("day", days(1)).why("No hurry"), // E-EVENT-UNHANDLED
                say("again"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anOptOutBeforeTheFirstMessage() {
    return set(
        filtered(triggered("a"))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .path(day(), say("hello"), exit("gone"))
            .exits(gone())
            .build());
  }

  static ContractSet aBookingOfThoseWithoutADate() {
    return set(
        admitting(refuse(appointment().isUpcoming(), "they have a date"))
            .path(
                say("hello"),
                waitFor("day", days(1)).why("No hurry"), // E-EVENT-UNHANDLED
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aBookingAfterALink() {
    return set(
        oneWay("a")
            .ignores(booked(), "Bookings have a workflow of their own.")
            .path(
                sms("offer", "Book at {{setting.bookingLink}}").why("It is easy"),
                day(),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aPayment() {
    return set(
        filtered(named("a").startsWhen(invoiceSent(), milestone("A bill")))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .keyedBy(RunKey.INVOICE)
            .ignores(either(optedOut(), replied()), "The desk looks after it.")
            .path(
                say("hello"),
                waitFor("day", days(1)).why("No hurry"), // E-EVENT-UNHANDLED
                say("again"),
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-EVENT-UNHANDLED
  static ContractSet aPaymentThatIsHeard() {
    return set(
        filtered(named("a").startsWhen(invoiceSent(), milestone("A bill")))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .keyedBy(RunKey.INVOICE)
            .throughout(whenever(paymentReceived()).thenExit("done"))
            .ignores(either(optedOut(), replied()), "The desk looks after it.")
            .path(say("hello"), day(), say("again"), exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet theDealIsLost() {
    return set(
        admitting(require(stage(ORDERS).isBefore(CLOSED), "the rest have bought"))
            .throughout(whenever(dealWon()).thenExit("done"))
            .path(
                say("hello"),
                waitFor("day", days(1)).why("No hurry"), // E-EVENT-UNHANDLED
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet theDealIsDecided() {
    return set(
        admitting(require(stage(ORDERS).isBefore(CLOSED), "the rest have bought"))
            .throughout(whenever(either(dealWon(), dealLost().in(ORDERS))).thenExit("done"))
            .path(say("hello"), day(), exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet nobodyIsWrittenTo() {
    return set(path(day(), exit("done")));
  }

  static ContractSet listensForMailToATextedQuestion() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?").why("They called"), // E-ASK-UNHEARD
                await("answer") // E-EVENT-UNHANDLED
                    .when(repliedBy(Channel.EMAIL))
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet listensForTextsToATextedQuestion() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?").why("They called"),
                await("answer")
                    .when(repliedBy(Channel.SMS))
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet silenceAfterAQuestionIsASuccess() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("no"))
            .path(
                sms("ask", "Shall we call?").why("They called"), // E-SILENCE-UNHANDLED
                day(),
                exit("won"))
            .exits(won(), no())
            .build());
  }

  static ContractSet silenceAfterAWordOfThanksIsASuccess() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("no"))
            .path(say("thanks"), day(), exit("won"))
            .exits(won(), no())
            .build());
  }

  static ContractSet waitsForWhatOnlyBeginsContracts() {
    return set(
        begun("a")
            .throughout(
                whenever(startedByHand()).thenExit("done"), // E-STEP-DEAD
                whenever(either(routedHere(), replied())).thenExit("done"))
            .path(
                await("monday")
                    .when(everyWeek(clock(9, 0), DayOfWeek.MONDAY)) // E-STEP-DEAD
                    .thenExit("done")
                    .silentFor(days(9))
                    .thenExit("gone")
                    .why("The week begins"))
            .exits(done(), gone())
            .build());
  }

  private static Contract path(Step first, Step second) {
    return begun("a").path(first, second).exits(done()).build();
  }

  static ContractSet nothingHoldsMessagesBack() {
    return new ContractSet(
        shop().quiet().build(),
        List.of(begun("a").path(say("hello"), say("again"), exit("gone")).exits(gone()).build()));
  }

  static ContractSet onlyAHolidayHoldsMessagesBack() {
    return new ContractSet(
        shop().quiet().holidays(LocalDate.of(2026, 12, 25)).build(),
        List.of(
            begun("a")
                .path(
                    say("hello"),
                    say("again"), // E-EVENT-UNHANDLED
                    exit("gone"))
                .exits(gone())
                .build()));
  }

  static ContractSet urgentAfterAQuarterOfAnHour() {
    return set(
        begun("a")
            .throughout(whenever(callMissed()).thenExit("done"))
            .path(
                say("hello"),
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(minutes(15))
                    .thenGoOn()
                    .why("That is long enough"),
                say("again") // E-EVENT-UNHANDLED
                    .evenInQuietHours("They wait for it"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet urgentBeforeThat() {
    return set(
        begun("a")
            .path(
                say("hello"),
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(minutes(14))
                    .thenGoOn()
                    .why("That is long enough"),
                say("again").evenInQuietHours("They wait for it"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }
}
