package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.contactChanged;
import static dev.interlock.contract.dsl.Events.contactCreated;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoiceSent;
import static dev.interlock.contract.dsl.Events.noteAdded;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.DISPLACED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.model.Trigger.OwnWrites.HEARD;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.ending;
import static dev.interlock.contract.shop.Shop.filtered;
import static dev.interlock.contract.shop.Shop.named;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.triggered;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsTrigger;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.RunKey;

/// How contracts begin: triggers, entry filters, re-entry and lanes.
final class BeginningCorpus {
  private BeginningCorpus() {}

  private static Contract startingOn(EventPattern event) {
    return begun(named("a").startsWhen(event, milestone("It happened")))
        .path(say("hello"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet nothingRoutesHere() {
    return set(
        begun(named("a").startsWhen(routedHere(), milestone("It happened"))) // E-TRIGGER-NONE
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  // not E-TRIGGER-NONE
  static ContractSet somethingRoutesHere() {
    return set(
        startingOn(routedHere()),
        begun("b")
            .path(say("hello"), exit("done"))
            .exits(done().routesTo("a").orElse("Desk phones"))
            .build());
  }

  static ContractSet aDeadExitRoutesHere() {
    return set(
        begun(named("a").startsWhen(routedHere(), milestone("It happened"))) // E-TRIGGER-NONE
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun("b")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                exit("gone", HANDOVER) // E-EXIT-DEAD
                    .means("Never.")
                    .leaves(ending("Gone"))
                    .routesTo("a")
                    .orElse("Desk phones"))
            .build());
  }

  static ContractSet twoThatRouteToEachOther() {
    return set(
        begun(named("a").startsWhen(routedHere(), milestone("It happened"))) // E-TRIGGER-NONE
            .path(say("hello"), exit("done"))
            .exits(done().routesTo("b").orElse("Desk phones"))
            .build(),
        begun(named("b").startsWhen(routedHere(), milestone("It happened"))) // E-TRIGGER-NONE
            .path(say("hello"), exit("done"))
            .exits(done().routesTo("a").orElse("Desk phones"))
            .build());
  }

  private static Contract hearingOurTag() {
    return begun(
            named("a")
                .startsWhen(
                    either(tagAdded("helper"), routedHere()), milestone("It happened"), HEARD))
        .path(say("hello"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet onlyADeadStepAddsTheTag() {
    return set(
        begun(
                named("a")
                    .startsWhen( // E-TRIGGER-NONE
                        either(tagAdded("helper"), routedHere()), milestone("It happened"), HEARD))
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun("b")
            .path(
                say("hello"),
                exit("done"),
                addTag("helper").why("To start the other")) // E-STEP-DEAD
            .exits(done())
            .build());
  }

  static ContractSet aTagOfOursAndARouteBegin() {
    return set(
        hearingOurTag(),
        begun("b")
            .path(say("hello"), exit("done"))
            .exits(done().routesTo("a").orElse("Desk phones"))
            .build());
  }

  static ContractSet nobodyAddsTheTag() {
    return set(
        begun(named("a").startsWhen(tagAdded("helper"), milestone("It happened"))) // E-TRIGGER-NONE
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  // not E-TRIGGER-MILESTONE
  static ContractSet staffAddTheTag() {
    return set(startingOn(tagAdded("gone")));
  }

  static ContractSet onlyWeAddTheTag() {
    return set(
        begun(
                named("a")
                    .startsWhen( // E-TRIGGER-MILESTONE
                        tagAdded("helper"), milestone("It happened"), HEARD))
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun("b")
            .path(addTag("helper").why("To start the other"), exit("done"))
            .exits(done())
            .build());
  }

  private static ContractSet beginning(NeedsEntryFilter triggered) {
    return set(begun(triggered).path(say("hello"), exit("done")).exits(done()).build());
  }

  private static NeedsTrigger it() {
    return named("a");
  }

  static ContractSet noWorkflowCalls() {
    return beginning(
        it().startsWhen(callMissed(), milestone("They called"), HEARD)); // W-OWN-WRITES-IDLE
  }

  static ContractSet noWorkflowAddsContacts() {
    return beginning(
        it().startsWhen(contactCreated(), milestone("They are new"), HEARD)); // W-OWN-WRITES-IDLE
  }

  static ContractSet noWorkflowFillsFormsOrWrites() {
    EventPattern asking = either(formSubmitted("Call me"), replied());
    return beginning(it().startsWhen(asking, milestone("They asked"), HEARD)); // W-OWN-WRITES-IDLE
  }

  // not W-OWN-WRITES-IDLE
  static ContractSet workflowsWriteNotes() {
    EventPattern noted = either(callMissed(), noteAdded());
    return beginning(it().startsWhen(noted, milestone("It is written down"), HEARD));
  }

  static ContractSet everyEditBegins() {
    return set(
        begun(
                named("a")
                    .startsWhen( // E-TRIGGER-MILESTONE
                        contactChanged(), milestone("Something changed")))
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet noMilestoneSentence() {
    return set(
        begun(named("a").startsWhen(contactCreated(), milestone(" "))) // E-TRIGGER-MILESTONE
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoAppointmentsAtOnce() {
    return set(
        begun(named("a").startsWhen(booked(), milestone("A date"))) // E-REENTRY-UNDEFINED
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  // not E-REENTRY-UNDEFINED
  static ContractSet oneRunPerAppointment() {
    return set(
        begun(named("a").startsWhen(either(booked(), routedHere()), milestone("A date")))
            .keyedBy(RunKey.APPOINTMENT)
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theSecondInvoiceIsIgnored() {
    return set(
        begun(named("a").startsWhen(invoiceSent(), milestone("A bill")))
            .ignores(invoiceSent(), "The desk handles further bills by hand.")
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aKeyThatTheEventDoesNotTell() {
    return set(
        begun(named("a").startsWhen(callMissed(), milestone("A call"))) // E-REENTRY-UNDEFINED
            .keyedBy(RunKey.APPOINTMENT)
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet textsOutsideLanes() {
    return set(
        filtered(triggered("a")) // E-LANE-INCOMPLETE
            .outsideLanes("We hope for the best")
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  // not E-LANE-INCOMPLETE
  static ContractSet notesOutsideLanes() {
    return set(
        filtered(triggered("a"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("They called").why("So that the desk knows"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet movesByItsExitOutsideLanes() {
    return set(
        filtered(triggered("a")) // E-LANE-INCOMPLETE
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("They called").why("So that the desk knows"), exit("done"))
            .exits(done().leaves(stage(ORDERS, ASKED)))
            .build());
  }

  static ContractSet displacesNobody() {
    return set(
        filtered(triggered("a")) // E-LANE-INCOMPLETE
            .lane(TALKS, whenOccupied(DISPLACE).orElse("Desk phones"))
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun("b").path(say("hello"), exit("done")).exits(done()).build());
  }

  private static Contract strong() {
    return filtered(triggered("strong"))
        .lane(TALKS, whenOccupied(DISPLACE).orElse("Desk phones"), priority(5))
        .reentry(never())
        .path(say("hello"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet displacedLeavesNothing() {
    return set(
        strong(),
        filtered(triggered("weak")) // E-LANE-INCOMPLETE
            .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet turnsAwayWithoutANextAction() {
    return set(
        filtered(triggered("a")) // E-LANE-INCOMPLETE
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun("b").path(say("hello"), exit("done")).exits(done()).build());
  }

  static ContractSet displacedLeavesSomething() {
    return set(
        strong(),
        begun("weak")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                exit("displaced", DISPLACED).means("More urgent things.").leaves(ending("Other")))
            .build());
  }

  static ContractSet admitsThoseWithoutEmail() {
    return set(
        begun("a")
            .path(
                email("letter", "Hi", "<p>Hi</p>") // E-ADMIT-MISSING E-ADMIT-MISSING
                    .why("They should know"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet saysWhatHappensWithoutEmail() {
    return set(
        begun("a")
            .path(
                email("letter", "Hello", "<p>Hello</p>").why("They should know").onBlocked(goOn()),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet admitsThoseWhoOptedOut() {
    return set(
        triggered("a")
            .admits(require(contact().hasPhone(), "there must be a number"))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .path(
                say("hello"), // E-ADMIT-MISSING
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet asksTheOtherWayRound() {
    return set(
        triggered("a")
            .admits(
                refuse(not(contact().hasPhone()), "there must be a number"),
                require(not(contact().optedOutOf(Channel.SMS)), "they said so"))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(exit("done", HANDOVER).means("It is done.").leaves(tag("done")))
            .build());
  }
}
