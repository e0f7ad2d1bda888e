package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.EventPattern.HandAct.MESSAGED;
import static dev.interlock.contract.shop.Trade.CARE;
import static dev.interlock.contract.shop.Trade.TALKS;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.reachable;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;
import static dev.interlock.contract.shop.Trade.unheeding;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.RunKey;

/// Messages: what is said twice, and what is said to whom asked for nothing.
final class MessageProofs {
  private MessageProofs() {}

  static ContractSet anAutomationSaysItToo() {
    return set(
        trade().automation(automation("Robot").startsOn(replied()).maySend("offer")),
        begun("a")
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                say("hello").purpose("offer"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anAutomationSaysSomethingElse() {
    return set(
        trade()
            .purpose("thanks", "Thank them", days(2))
            .automation(automation("Robot").startsOn(replied()).maySend("thanks")),
        begun("a")
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                say("hello").purpose("offer"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anAutomationIsHeard() {
    return set(
        trade().automation(automation("Robot").startsOn(replied()).maySend("offer")),
        begun("a")
            .throughout(whenever(foreignHand(MESSAGED)).thenExit("other"))
            .path(
                say("hello").purpose("offer"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet anAutomationThatAReplyStartsAndTheDoorOfThoseWhoWrote() {
    return set(
        trade().automation(automation("Robot").startsOn(booked()).maySend("offer")),
        begun(named("a").startsWhen(booked(), milestone("They have a date")))
            .keyedBy(RunKey.APPOINTMENT)
            .path(
                say("hello").purpose("offer"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoContractsInTwoLanesSayTheSame() {
    return set(
        begun("a")
            .besides("b", "They have agreed")
            .path(
                sms("hello", "Hello!").why("They should know"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build(),
        reachable(triggered("b"))
            .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(never())
            .path(
                sms("good-day", "Hello!").why("They should know"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoContractsInOneLaneAndOnceInALifetime() {
    return set(
        begun("a")
            .path(sms("hello", "Hello!").why("They should know"), exit("done"))
            .exits(done())
            .build(),
        begun("b")
            .path(sms("good-day", "Good day!").why("They should know"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoContractsOneAfterTheOtherSayTheSame() {
    return set(
        begun("a")
            .path(
                sms("hello", "Hello!").why("They should know"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build(),
        begun("b")
            .path(
                sms("good-day", "Hello!").why("They should know"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet oneContractSaysItTwice() {
    return set(
        unheeding(begun("a"))
            .path(
                say("hello").purpose("offer"),
                say("again").purpose("offer"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoAppointmentsAndOneText() {
    return set(
        reachable(named("a").startsWhen(booked(), milestone("They have a date")))
            .lane(TALKS, whenOccupied(inTurn(days(1))).orElse("Desk phones"))
            .reentry(never())
            .keyedBy(RunKey.APPOINTMENT)
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aTextAfterStop() {
    return set(
        unheeding(begun("a"))
            .path(
                say("hello"),
                waitFor("a-day", days(1)).why("They may answer"),
                say("again"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aMailAfterStopByText() {
    return set(
        unheeding(begun("a"))
            .path(
                say("hello"),
                waitFor("a-day", days(1)).why("They may answer"),
                email("mail", "Hello", "<p>Hello.</p>").why("They should know").onBlocked(goOn()),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anInvoiceAfterStop() {
    return set(
        unheeding(begun("a"))
            .path(
                say("hello"),
                waitFor("a-day", days(1)).why("They may answer"),
                email("invoice", "Invoice", "<p>Please pay.</p>")
                    .why("They owe it")
                    .afterOptOut("An invoice is owed to them")
                    .onBlocked(goOn()),
                exit("done"))
            .exits(done())
            .build());
  }
}
