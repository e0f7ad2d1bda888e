package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.then;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.EventPattern.HandAct.MOVED_STAGE;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.triggered;

import dev.interlock.contract.model.ContractSet;

/// Messages that the CRM took and reports as not delivered, when a run has gone on long ago.
final class DeliveryProofs {
  private DeliveryProofs() {}

  static ContractSet theReportComesAfterTheMove() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isAtOrBefore(BOOKED), "not sold yet")))
            .reentry(never())
            .ignores(replied(), "The desk reads the answers.")
            .ignores(optedOut(), "The CRM sends nothing then.")
            .ignores(dealWon(), "The desk knows.")
            .ignores(dealLost(), "The desk knows.")
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("gone"))
            .path(
                say("hello")
                    .onBlocked(goOn())
                    .onUndelivered(
                        then(
                            moveTo(SALES, ENGAGED).why("We have to call"), // E-STAGE-BACKWARD
                            exit("other"))),
                moveTo(SALES, BOOKED).why("They have a date"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done(), other(), gone())
            .build());
  }

  static ContractSet theReportComesWhileTheNextStepIsUnderWay() {
    return set(
        begun("a")
            .path(
                say("hello").onUndelivered(thenExit("other")),
                addTag("waiting").why("The desk looks for it"),
                exit("done"))
            .exits(done().leaves(noTag("waiting")), takenOut("waiting"), other()) // E-EXIT-UNKEPT
            .build());
  }

  static ContractSet whoeverHearsItCleansUp() {
    return set(
        begun("a")
            .path(
                say("hello").onUndelivered(thenExit("other")),
                addTag("waiting").why("The desk looks for it"),
                exit("done"))
            .exits(
                done().leaves(noTag("waiting")),
                takenOut("waiting"),
                other().leaves(noTag("waiting")))
            .build());
  }

  /// Of what was never sent nothing is reported.
  static ContractSet onlyWhoGotNoMessageIsMarked() {
    return set(
        begun("a")
            .path(
                say("hello")
                    .onBlocked(then(addTag("waiting").why("The desk phones them")))
                    .onUndelivered(thenExit("other")),
                note("They are on the list.").why("For the desk").onFailure(retry(3), goOn()),
                exit("done"))
            .exits(done().leaves(noTag("waiting")), takenOut("waiting"), other())
            .build());
  }
}
