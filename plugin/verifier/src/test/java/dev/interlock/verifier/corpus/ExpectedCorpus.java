package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Events.dealCreated;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.invoiceOverdue;
import static dev.interlock.contract.dsl.Events.invoicePaid;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.paymentReceived;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.showed;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.CLOSED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.aDay;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.ending;
import static dev.interlock.contract.shop.Shop.filtered;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.named;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;
import static dev.interlock.contract.shop.Shop.triggered;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsLane;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import java.util.List;

/// What may well happen once a message went out, by what the contract is about: bookings, bills and
/// deals.
final class ExpectedCorpus {
  private static final PipelineName REPAIRS = pipelineNamed("Repairs");

  private ExpectedCorpus() {}

  private static NeedsEntryFilter about(EventPattern event) {
    return named("a").startsWhen(event, milestone("It happened"));
  }

  private static NeedsLane admitting(EntryClause clause) {
    return triggered("a")
        .admits(
            require(contact().hasPhone(), "there must be a number"),
            refuse(contact().optedOutOf(Channel.SMS), "they said so"),
            clause);
  }

  private static NeedsPath answered(NeedsLane filtered) {
    return filtered
        .lane(TALKS, whenOccupied(REFUSE))
        .reentry(never())
        .ignores(either(optedOut(), replied()), "The desk looks after it.");
  }

  private static ContractSet waiting(NeedsPath begun, Step.Wait day) {
    return set(begun.path(say("hello"), day, exit("done")).exits(done()).build());
  }

  static ContractSet whoMissedADateMayBookAnother() {
    return waiting(
        answered(filtered(about(noShow()))).keyedBy(RunKey.APPOINTMENT),
        aDay("day")); // E-EVENT-UNHANDLED
  }

  static ContractSet whoCancelledMayBookAgain() {
    return waiting(
        answered(filtered(about(cancelled()))).keyedBy(RunKey.APPOINTMENT),
        aDay("day")); // E-EVENT-UNHANDLED
  }

  static ContractSet whoCameHasNoNeedToBook() {
    return waiting(answered(filtered(about(showed()))).keyedBy(RunKey.APPOINTMENT), aDay("day"));
  }

  static ContractSet requiresThatThereIsNoDate() {
    return waiting(
        answered(admitting(require(not(appointment().isUpcoming()), "they have a date"))),
        aDay("day")); // E-EVENT-UNHANDLED
  }

  static ContractSet requiresADate() {
    return waiting(
        answered(admitting(require(appointment().isUpcoming(), "only those with a date"))),
        aDay("day"));
  }

  static ContractSet refusesThoseWithoutADate() {
    return waiting(
        answered(admitting(refuse(not(appointment().isUpcoming()), "only those with a date"))),
        aDay("day"));
  }

  static ContractSet anOverdueBillMayBePaid() {
    return waiting(
        answered(filtered(about(invoiceOverdue()))).keyedBy(RunKey.INVOICE),
        aDay("day")); // E-EVENT-UNHANDLED
  }

  static ContractSet aPaidBillIsPaid() {
    return waiting(answered(filtered(about(invoicePaid()))).keyedBy(RunKey.INVOICE), aDay("day"));
  }

  static ContractSet aBillThatIsPaidIsAPayment() {
    return set(
        answered(filtered(about(invoiceOverdue())))
            .keyedBy(RunKey.INVOICE)
            .throughout(whenever(either(booked(), invoicePaid())).thenExit("done"))
            .path(say("hello"), aDay("day"), exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet whoseDealItMovesMayDecide() {
    return set(
        oneWay("a")
            .path(
                moveTo(ORDERS, ASKED).why("The board shows it"),
                say("hello"),
                aDay("day"), // E-EVENT-UNHANDLED E-EVENT-UNHANDLED
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet whoseDealItsExitMovesMayDecide() {
    return set(
        oneWay("a")
            .throughout(whenever(dealWon()).thenExit("other"))
            .path(say("hello"), aDay("day"), exit("done")) // E-EVENT-UNHANDLED
            .exits(
                done().leaves(stage(ORDERS, CLOSED)),
                exit("other", HANDOVER).means("They bought.").leaves(ending("Won")))
            .build());
  }

  static ContractSet everyWordAboutADealAsksForItsEnd() {
    return new ContractSet(
        shop()
            .pipeline(
                REPAIRS,
                stage(ASKED).ownedBy("Desk").dwellsAtMost(days(7)).staffDo("Answer"),
                stage(CLOSED).asLast())
            .build(),
        List.of(
            answered(
                    admitting(
                        require(
                            all(
                                deal(ORDERS).isWorthBelow(500),
                                not(deal(REPAIRS).exists()),
                                contact().isAssigned()),
                            "small things")))
                .throughout(whenever(either(dealWon(), dealLost().in(ORDERS))).thenExit("done"))
                .path(say("hello"), aDay("day"), exit("gone")) // E-EVENT-UNHANDLED
                .exits(done(), gone())
                .build()));
  }

  static ContractSet aDealThatIsWonIsDecided() {
    return set(
        answered(filtered(about(dealWon())))
            .keyedBy(RunKey.OPPORTUNITY)
            .path(
                moveTo(ORDERS, CLOSED).why("It is done"), say("thanks"), aDay("day"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aDealThatIsNewIsNotDecided() {
    return set(
        answered(filtered(about(dealCreated())))
            .keyedBy(RunKey.OPPORTUNITY)
            .path(
                moveTo(ORDERS, ASKED).why("The board shows it"),
                say("thanks"),
                aDay("day"), // E-EVENT-UNHANDLED E-EVENT-UNHANDLED
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aGuardThatTheFilterSeesToOnceOnly() {
    return set(
        admitting(require(contact().hasEmail(), "we mail it too").atEntryOnly("It seldom changes"))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .ignores(optedOut(), "The desk looks after it.")
            .throughout(
                whenever(replied())
                    .given(contact().hasEmail())
                    .because("We mail them")
                    .thenExit("done"))
            .path(say("hello"), aDay("day"), exit("gone")) // E-EVENT-UNHANDLED
            .exits(done(), gone())
            .build());
  }

  static ContractSet aGuardThatTheFilterRefuses() {
    return set(
        admitting(refuse(contact().hasTag("gone"), "they are gone"))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .ignores(optedOut(), "The desk looks after it.")
            .throughout(
                whenever(replied())
                    .given(contact().hasTag("gone"))
                    .because("They are back")
                    .thenExit("done"))
            .path(say("hello"), aDay("day"), exit("gone")) // E-EVENT-UNHANDLED
            .exits(done(), gone())
            .build());
  }

  static ContractSet manyPlacesWait() {
    return set(
        answered(filtered(about(invoiceOverdue())))
            .keyedBy(RunKey.INVOICE)
            .path(
                say("hello"),
                aDay("day"), // E-EVENT-UNHANDLED
                waitFor("night", hours(40)).why("They sleep"),
                say("again"),
                waitFor("more", hours(40)).why("They sleep"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aPaymentIsHeardOnTheThirdDay() {
    return set(
        answered(filtered(about(invoiceOverdue())))
            .keyedBy(RunKey.INVOICE)
            .throughout(
                whenever(callMissed())
                    .then(aDay("one"), say("sorry"), exit("done"))) // E-EVENT-UNHANDLED
            .path(
                aDay("two"),
                aDay("three"),
                say("hello"),
                await("paid")
                    .when(paymentReceived())
                    .thenExit("done")
                    .silentFor(hours(20))
                    .thenExit("gone")
                    .why("That is long enough"))
            .exits(done(), gone())
            .build());
  }
}
