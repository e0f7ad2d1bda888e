package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Events.appointmentConfirmed;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Events.contactChanged;
import static dev.interlock.contract.dsl.Events.contactCreated;
import static dev.interlock.contract.dsl.Events.dateReached;
import static dev.interlock.contract.dsl.Events.dealAbandoned;
import static dev.interlock.contract.dsl.Events.dealCreated;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.emailOpened;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Events.everyMonth;
import static dev.interlock.contract.dsl.Events.everyWeek;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoiceOverdue;
import static dev.interlock.contract.dsl.Events.invoicePaid;
import static dev.interlock.contract.dsl.Events.invoiceSent;
import static dev.interlock.contract.dsl.Events.messageDelivered;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.noteAdded;
import static dev.interlock.contract.dsl.Events.optedIn;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.paymentReceived;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.repliedBy;
import static dev.interlock.contract.dsl.Events.rescheduled;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Events.showed;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Events.startedByApi;
import static dev.interlock.contract.dsl.Events.startedByHand;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Events.tagRemoved;
import static dev.interlock.contract.dsl.Events.taskCompleted;
import static dev.interlock.contract.dsl.Events.taskCreated;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daysBefore;
import static dev.interlock.contract.dsl.Times.onTheDay;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.broken;
import static dev.interlock.contract.shop.Shop.deafTo;
import static dev.interlock.contract.shop.Shop.jotting;
import static dev.interlock.contract.shop.Shop.leavingBy;
import static dev.interlock.contract.shop.Shop.no;
import static dev.interlock.contract.shop.Shop.shop;
import static dev.interlock.contract.shop.Shop.won;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Operation.FieldKind;
import java.time.DayOfWeek;
import java.util.List;

/// Every event that the language knows, where contracts begin by it and where they take it for
/// silence.
final class EventCorpus {
  private EventCorpus() {}

  private static ContractSet inTheShop(Contract... contracts) {
    return new ContractSet(shop().field("Birthday", FieldKind.DATE).build(), List.of(contracts));
  }

  static ContractSet beginsByWhateverHappensOnceAtATime() {
    return inTheShop(
        jotting("a", contactCreated()),
        jotting("b", tagAdded("gone")),
        jotting("c", tagRemoved("gone")),
        jotting("d", replied()),
        jotting("e", callMissed()),
        jotting("f", messageDelivered()),
        jotting("g", optedIn(Channel.EMAIL)),
        jotting("h", taskCompleted()),
        jotting("i", noteAdded()),
        jotting("j", paymentReceived()),
        jotting("k", formSubmitted("Ask us")),
        jotting("l", dateReached("Birthday", onTheDay(), clock(9, 0))),
        jotting("m", everyMonth(1, clock(9, 0))),
        jotting("n", startedByHand()),
        jotting("o", startedByApi()),
        jotting("p", staffActed()));
  }

  static ContractSet beginsByWhatACustomerCanHaveTwoOf() {
    return inTheShop(
        jotting("a", appointmentConfirmed()), // E-REENTRY-UNDEFINED
        jotting("b", cancelled().in("Visits")), // E-REENTRY-UNDEFINED
        jotting("c", dealCreated()), // E-REENTRY-UNDEFINED
        jotting("d", enters(ORDERS, ASKED)), // E-REENTRY-UNDEFINED
        jotting("e", invoiceOverdue()), // E-REENTRY-UNDEFINED
        jotting("f", invoicePaid())); // E-REENTRY-UNDEFINED
  }

  static ContractSet beginsByWhatIsNoMilestone() {
    return inTheShop(
        jotting("a", contactChanged()), // E-TRIGGER-MILESTONE
        jotting("b", routedHere())); // E-TRIGGER-NONE
  }

  static ContractSet anAnswerIsNoSilence() {
    return inTheShop(
        deafTo("a", repliedBy(Channel.SMS)), // E-SILENCE-UNHANDLED
        deafTo("b", formSubmitted("Ask us")), // E-SILENCE-UNHANDLED
        deafTo("c", optedOut(Channel.EMAIL)), // E-SILENCE-UNHANDLED
        deafTo("d", booked()), // E-SILENCE-UNHANDLED
        deafTo("e", appointmentConfirmed()), // E-SILENCE-UNHANDLED
        deafTo("f", showed()), // E-SILENCE-UNHANDLED
        deafTo("g", paymentReceived()), // E-SILENCE-UNHANDLED
        deafTo("h", invoicePaid())); // E-SILENCE-UNHANDLED
  }

  static ContractSet whatOthersDoIsNoAnswer() {
    return inTheShop(
        deafTo("a", cancelled()),
        deafTo("b", noShow()),
        deafTo("c", rescheduled()),
        deafTo("d", invoiceSent()),
        deafTo("e", contactChanged()),
        deafTo("f", tagAdded("gone")),
        deafTo("g", callMissed()),
        deafTo("h", emailOpened()),
        deafTo("i", dealAbandoned()),
        deafTo("j", enters(ORDERS, ASKED)),
        deafTo("k", taskCreated()),
        deafTo("l", noteAdded()),
        deafTo("m", foreignHand(HandAct.MESSAGED, HandAct.BOOKED)),
        deafTo("n", dealWon().in(ORDERS)));
  }

  static ContractSet noRunIsToldOfWhatBeginsContracts() {
    return inTheShop(
        deafTo("a", dateReached("Birthday", daysBefore(3), clock(9, 0))), // E-STEP-DEAD
        deafTo("b", everyWeek(clock(9, 0), DayOfWeek.MONDAY)), // E-STEP-DEAD
        deafTo("c", startedByHand()), // E-STEP-DEAD
        deafTo("d", startedByApi()), // E-STEP-DEAD
        deafTo("e", routedHere())); // E-STEP-DEAD
  }

  static ContractSet aYesIsNoNo() {
    return inTheShop(
        leavingBy("a", booked(), no()), // E-SILENCE-UNHANDLED
        leavingBy("b", appointmentConfirmed(), no()), // E-SILENCE-UNHANDLED
        leavingBy("c", showed(), no()), // E-SILENCE-UNHANDLED
        leavingBy("d", paymentReceived(), no()), // E-SILENCE-UNHANDLED
        leavingBy("e", dealWon().in(ORDERS), no())); // E-SILENCE-UNHANDLED
  }

  static ContractSet aNoIsNoSuccess() {
    return inTheShop(
        leavingBy("a", dealLost().in(ORDERS), won()), // E-SILENCE-UNHANDLED
        leavingBy("b", dealAbandoned().in(ORDERS), won())); // E-SILENCE-UNHANDLED
  }

  static ContractSet whatSomebodyDoesIsNoFailure() {
    return inTheShop(
        leavingBy("a", replied(), broken()), // E-SILENCE-UNHANDLED
        leavingBy("b", cancelled(), broken()), // E-SILENCE-UNHANDLED
        leavingBy("c", dealWon().in(ORDERS), broken()), // E-SILENCE-UNHANDLED
        leavingBy("d", staffActed(HandAct.CALLED), broken())); // E-SILENCE-UNHANDLED
  }

  // not E-SILENCE-UNHANDLED
  static ContractSet whatMayWellBeANoASuccessOrAFailure() {
    return inTheShop(
        leavingBy("a", replied(), no()),
        leavingBy("b", cancelled(), no()),
        leavingBy("c", noShow(), no()),
        leavingBy("d", invoiceOverdue(), no()),
        leavingBy("e", dealLost().in(ORDERS), no()),
        leavingBy("f", replied(), won()),
        leavingBy("g", dealWon().in(ORDERS), won()),
        leavingBy("h", enters(ORDERS, ASKED), won()),
        leavingBy("i", dealLost().in(ORDERS), broken()),
        leavingBy("j", noShow(), broken()),
        leavingBy("k", foreignHand(HandAct.CALLED), broken()));
  }
}
