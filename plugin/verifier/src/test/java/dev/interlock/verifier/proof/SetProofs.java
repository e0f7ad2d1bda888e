package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoiceOverdue;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.writtenBy;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.contract.model.EventPattern.HandAct.MOVED_STAGE;
import static dev.interlock.contract.model.Operation.Writer.AUTOMATION;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.CARE;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.WON;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.reachable;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.RunKey;

/// Sets: contracts that write against one another, that talk at once, and that hand over to a door
/// which does not open.
final class SetProofs {
  private SetProofs() {}

  private static NeedsPath inCare(NeedsEntryFilter triggered) {
    return reachable(triggered)
        .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
        .reentry(never());
  }

  // Two that talk at once.

  static ContractSet twoLanes() {
    return set(
        begun("a") // E-CONTACT-CONTESTED
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        inCare(named("b").startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .path(say("good-day"), exit("done"))
            .exits(done())
            .build());
  }

  // not E-CONTACT-CONTESTED
  static ContractSet oneLane() {
    return set(
        begun("a").path(say("hello"), exit("done")).exits(done()).build(),
        begun(named("b").startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .path(say("good-day"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoLanesThatAreAgreedOn() {
    return set(
        begun("a")
            .besides("b", "One more does not hurt")
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        inCare(named("b").startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .path(say("good-day"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet oneAdmitsOnlyWhoIsOutsideTheOther() {
    return set(
        begun("a") // E-CONTACT-CONTESTED
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        named("b")
            .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
            .admits(
                require(contact().hasPhone(), "there must be a number"),
                refuse(contact().optedOutOf(SMS), "they asked for no texts"),
                refuse(dev.interlock.contract.dsl.Conditions.inside("a"), "that one talks to them"))
            .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(never())
            .path(say("good-day"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet bothAdmitOnlyWhoIsOutsideTheOther() {
    return set(
        laned(
                triggered("a")
                    .admits(
                        require(contact().hasPhone(), "there must be a number"),
                        refuse(contact().optedOutOf(SMS), "they asked for no texts"),
                        refuse(
                            dev.interlock.contract.dsl.Conditions.inside("b"),
                            "that one talks to them")))
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        named("b")
            .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
            .admits(
                require(contact().hasPhone(), "there must be a number"),
                refuse(contact().optedOutOf(SMS), "they asked for no texts"),
                refuse(dev.interlock.contract.dsl.Conditions.inside("a"), "that one talks to them"))
            .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(never())
            .path(say("good-day"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoStagesThatExcludeEachOther() {
    return set(
        laned(
                triggered("a")
                    .admits(
                        require(contact().hasPhone(), "there must be a number"),
                        refuse(contact().optedOutOf(SMS), "they asked for no texts"),
                        require(stage(SALES).isBefore(ENGAGED), "new ones only")))
            .reentry(never())
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
            .path(say("hello"), exit("done"))
            .exits(done(), other())
            .build(),
        named("b")
            .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
            .admits(
                require(contact().hasPhone(), "there must be a number"),
                refuse(contact().optedOutOf(SMS), "they asked for no texts"),
                require(stage(SALES).isAtOrAfter(ENGAGED), "no new ones"))
            .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(never())
            .path(say("good-day"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoDatesAndTwoTalks() {
    return set(
        reachable(
                named("a") // E-CONTACT-CONTESTED E-LANE-INCOMPLETE
                    .startsWhen(booked(), milestone("They have a date")))
            .outsideLanes("One date, one talk")
            .reentry(never())
            .keyedBy(RunKey.APPOINTMENT)
            .path(
                say("hello"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  /// Unresolved, because stories have one opportunity in a pipeline.
  static ContractSet twoDealsAndTwoTalks() {
    return set(
        reachable(
                named("a") // E-LANE-INCOMPLETE E-CONTACT-CONTESTED unresolved
                    .startsWhen(enters(SALES, BOOKED), milestone("They have a date")))
            .outsideLanes("One deal, one talk")
            .reentry(never())
            .keyedBy(RunKey.OPPORTUNITY)
            .path(
                say("hello"), // E-MSG-DUPLICATE unresolved
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoInvoicesAndTwoTalks() {
    return set(
        reachable(
                named("a") // E-CONTACT-CONTESTED E-LANE-INCOMPLETE
                    .startsWhen(invoiceOverdue(), milestone("They owe us")))
            .outsideLanes("One invoice, one talk")
            .reentry(never())
            .keyedBy(RunKey.INVOICE)
            .path(
                say("hello"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoRunsOfOneContractInALane() {
    return set(
        begun(named("a").startsWhen(booked(), milestone("They have a date")))
            .keyedBy(RunKey.APPOINTMENT)
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  // Writes against one another.

  static ContractSet oneTakesOffWhatTheOtherPutOn() {
    return set(
        begun("a")
            .path(
                addTag("waiting").why("The desk looks for it"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done().leaves(noTag("waiting")), takenOut("waiting"))
            .build(),
        inside(named("b").startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .path(
                removeTag("waiting").why("Nobody waits"), // E-WRITE-CONFLICT
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-WRITE-CONFLICT
  static ContractSet oneTakesOffWhatTheOtherPutOnInOneLane() {
    return set(
        begun("a")
            .path(
                addTag("waiting").why("The desk looks for it"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done().leaves(noTag("waiting")), takenOut("waiting"))
            .build(),
        laned(
                named("b")
                    .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
                    .admitsEveryone("The desk wants to know"))
            .reentry(never())
            .path(removeTag("waiting").why("Nobody waits"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet oneExitFillsTheFieldOfTheOther() {
    return set(
        begun("a")
            .path(
                setField("Mood", "Happy").why("They called"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done())
            .build(),
        inside(named("b").startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .path(note("A form").why("The desk reads it"), exit("sad"))
            .exits(
                exit("sad", HANDOVER) // E-WRITE-CONFLICT
                    .means("They wait.")
                    .leaves(field("Mood", "Sad")))
            .build());
  }

  static ContractSet bothFillTheFieldAlike() {
    return set(
        begun("a")
            .path(
                setField("Mood", "Happy").why("They called"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done())
            .build(),
        inside(named("b").startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .path(note("A form").why("The desk reads it"), exit("glad"))
            .exits(exit("glad", HANDOVER).means("They are glad.").leaves(field("Mood", "Happy")))
            .build());
  }

  static ContractSet anAutomationUndoesIt() {
    return set(
        trade()
            .tag("hot", writtenBy(AUTOMATION))
            .automation(automation("Cooler").startsOn(replied()).mayWrite(noTag("hot"))),
        begun("a") // E-WRITE-CONFLICT
            .path(
                addTag("hot").why("They called"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anAutomationDoesTheSame() {
    return set(
        trade()
            .tag("hot", writtenBy(AUTOMATION))
            .automation(automation("Heater").startsOn(replied()).mayWrite(tag("hot"))),
        begun("a")
            .path(
                addTag("hot").why("They called"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoAppointmentsAndOneField() {
    return set(
        named("a")
            .startsWhen(booked(), milestone("They have a date"))
            .admitsEveryone("The desk wants to know")
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .keyedBy(RunKey.APPOINTMENT)
            .path(
                setField("Mood", "Happy").named("glad").why("They booked"), // E-WRITE-CONFLICT
                waitFor("a-day", days(1)).why("They may come"),
                setField("Mood", "Sad").named("sad").why("They did not come"), // E-WRITE-CONFLICT
                waitFor("a-week", days(7)).why("They may come"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet oneMovesTheDealOfTheOther() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isBefore(ENGAGED), "new ones only")))
            .reentry(never())
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
            .path(
                moveTo(SALES, ENGAGED).why("We talk"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done(), other())
            .build(),
        reachable(named("b").startsWhen(booked(), milestone("They have a date")))
            .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(never())
            .keyedBy(RunKey.APPOINTMENT)
            .path(
                moveTo(SALES, WON).why("They bought"), // E-WRITE-CONFLICT E-STAGE-OWNER
                exit("done"))
            .exits(done())
            .build());
  }

  // Doors that do not open.

  static ContractSet aRouteIntoAnotherLane() {
    return set(
        begun("a")
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(
                done() // E-ROUTE-REFUSED
                    .routesTo("b"))
            .build(),
        inCare(named("b").startsWhen(routedHere(), milestone("We are done")))
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aRouteThatSaysWhatElse() {
    return set(
        begun("a")
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("b").orElse("Desk phones"))
            .build(),
        inCare(named("b").startsWhen(routedHere(), milestone("We are done")))
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aRouteToWhoAsksForATagThatTheExitDoesNotLeave() {
    return set(
        inside(triggered("a"))
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(
                done() // E-ROUTE-REFUSED
                    .routesTo("b"))
            .build(),
        named("b")
            .startsWhen(routedHere(), milestone("We are done"))
            .admits(require(contact().hasTag("vip"), "friends only"))
            .outsideLanes("Only the desk sees it")
            .reentry(afterExit())
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aRouteToWhoTurnsNobodyAway() {
    return set(
        inside(triggered("a"))
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("b"))
            .build(),
        named("b")
            .startsWhen(routedHere(), milestone("We are done"))
            .admitsEveryone("The desk wants to know")
            .outsideLanes("Only the desk sees it")
            .reentry(afterExit())
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aRouteToWhoLetsNobodyInTwice() {
    return set(
        triggered("a")
            .admitsEveryone("The desk wants to know")
            .outsideLanes("Only the desk sees it")
            .reentry(afterExit())
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(
                done() // E-ROUTE-REFUSED
                    .routesTo("b"))
            .build(),
        inside(named("b").startsWhen(routedHere(), milestone("We are done")))
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }
}
