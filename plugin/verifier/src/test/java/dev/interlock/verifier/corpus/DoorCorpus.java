package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Events.startedByHand;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Events.tagRemoved;
import static dev.interlock.contract.dsl.Exits.DISPLACED;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.filtered;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.jotting;
import static dev.interlock.contract.shop.Shop.named;
import static dev.interlock.contract.shop.Shop.no;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;
import static dev.interlock.contract.shop.Shop.triggered;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Trigger.OwnWrites;
import java.util.List;

/// What our own contracts do to the doors of one another, and whom a door lets in by mistake.
final class DoorCorpus {
  private static final LaneName CARE = laneNamed("care");

  private DoorCorpus() {}

  private static Contract leaving(Exit exit) {
    return begun("b").path(say("hello"), exit("done")).exits(exit).build();
  }

  static ContractSet routesToItselfOnly() {
    return set(
        begun(named("a").startsWhen(routedHere(), milestone("It happened"))) // E-TRIGGER-NONE
            .path(say("hello"), exit("done"))
            .exits(done().routesTo("a").orElse("Desk phones"))
            .build());
  }

  static ContractSet twoExitsThatAreNeverTakenRouteHere() {
    return set(
        begun(named("a").startsWhen(routedHere(), milestone("It happened"))) // E-TRIGGER-NONE
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun("b")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                gone().routesTo("a").orElse("Desk phones"), // E-EXIT-DEAD
                no().routesTo("a").orElse("Desk phones")) // E-EXIT-DEAD
            .build());
  }

  static ContractSet onlyADeadStepTakesTheTagAway() {
    return set(
        begun(
                named("a")
                    .startsWhen( // E-TRIGGER-NONE
                        tagRemoved("helper"), milestone("It happened"), OwnWrites.HEARD))
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun("b")
            .path(
                say("hello"),
                exit("done"),
                removeTag("helper").why("To start the other")) // E-STEP-DEAD
            .exits(done())
            .build());
  }

  static ContractSet onlyADeadExitTakesTheTagAway() {
    return set(
        begun(
                named("a")
                    .startsWhen( // E-TRIGGER-NONE
                        tagRemoved("helper"), milestone("It happened"), OwnWrites.HEARD))
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun("b")
            .path(say("hello"), exit("done"))
            .exits(done(), gone().leaves(noTag("helper"))) // E-EXIT-DEAD
            .build());
  }

  static ContractSet anExitTakesTheTagAway() {
    return set(
        begun(
                named("a")
                    .startsWhen(tagRemoved("helper"), milestone("It happened"), OwnWrites.HEARD))
            .path(say("hello"), exit("done"))
            .exits(done())
            .build(),
        leaving(done().leaves(noTag("helper"))));
  }

  static ContractSet doesNotHearTheTagThatAnExitLeaves() {
    return set(
        jotting("a", tagAdded("helper")), // E-TRIGGER-NONE
        leaving(done().leaves(tag("helper"))));
  }

  static ContractSet doesNotHearThatTwoTakeTheTagAway() {
    return set(
        jotting("a", tagRemoved("helper")), // E-TRIGGER-NONE
        leaving(done().leaves(noTag("helper"))),
        begun("c").path(removeTag("helper").why("It is over"), exit("done")).exits(done()).build());
  }

  static ContractSet anotherTagIsWritten() {
    return set(
        jotting("a", tagAdded("helper")), // E-TRIGGER-NONE
        leaving(done().leaves(tag("gone"), noTag("helper"))));
  }

  static ContractSet letsInWhomItMeansToTurnAway() {
    return set(
        triggered("a")
            .admits(
                refuse(contact().hasPhone(), "there must be a number"),
                require(contact().optedOutOf(Channel.SMS), "they said so"))
            .lane(TALKS, whenOccupied(REFUSE))
            .reentry(never())
            .path(say("hello"), exit("done")) // E-ADMIT-MISSING E-ADMIT-MISSING
            .exits(done())
            .build());
  }

  static ContractSet asksForTheAddressOnTheWay() {
    return set(
        begun("a")
            .path(
                branch("mail")
                    .when(all(contact().hasEmail(), not(contact().optedOutOf(Channel.EMAIL))))
                    .because("It says more than a text")
                    .then(email("letter", "Hi", "<p>Hi</p>").why("They should know"))
                    .otherwiseGoOn()
                    .why("Not everybody can be mailed"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet movesTheDealOutsideLanes() {
    return set(
        filtered(triggered("a")) // E-LANE-INCOMPLETE
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(moveTo(ORDERS, ASKED).why("The board shows it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aloneInItsLane() {
    return new ContractSet(
        shop().lane(CARE, "One thing at a time").build(),
        List.of(
            filtered(triggered("a"))
                .lane(CARE, whenOccupied(REFUSE))
                .reentry(never())
                .path(say("hello"), exit("done"))
                .exits(done())
                .build(),
            begun("b").path(say("hello"), exit("done")).exits(done()).build(),
            jotting("c", callMissed())));
  }

  private static Contract strong(int weight) {
    return filtered(triggered("strong"))
        .lane(TALKS, whenOccupied(DISPLACE).orElse("Desk phones"), priority(weight))
        .reentry(never())
        .path(say("hello"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet displacesThoseInItsOwnLaneOnly() {
    return new ContractSet(
        shop().lane(CARE, "One thing at a time").build(),
        List.of(
            strong(5),
            begun("weak")
                .path(say("hello"), exit("done"))
                .exits(
                    done(),
                    exit("made-way", DISPLACED).means("More urgent things.").notifies(owner()))
                .build(),
            filtered(triggered("elsewhere"))
                .lane(CARE, whenOccupied(inTurn(days(1))))
                .reentry(never())
                .path(say("hello"), exit("done"))
                .exits(done())
                .build()));
  }

  static ContractSet displacedGoOnElsewhere() {
    return set(
        strong(5),
        begun("weak")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                exit("made-way", DISPLACED).means("More urgent things.").next("Desk phones"))
            .build());
  }

  static ContractSet displacedLeavesNothingAtAll() {
    return set(
        strong(5),
        begun(triggered("weak")) // E-LANE-INCOMPLETE
            .path(say("hello"), exit("done"))
            .exits(done(), exit("made-way", DISPLACED).means("More urgent things."))
            .build());
  }

  private static Contract keyed(EventPattern event) {
    return begun(named("a").startsWhen(event, milestone("A date")))
        .keyedBy(RunKey.APPOINTMENT)
        .path(say("hello"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet anOrderTellsWhichDateIsMeant() {
    return set(keyed(startedByHand()), jotting("b", booked())); // E-REENTRY-UNDEFINED
  }

  static ContractSet aDealTellsOfNoDate() {
    return set(
        begun(
                named("a")
                    .startsWhen( // E-REENTRY-UNDEFINED
                        dealWon().in(ORDERS), milestone("A deal")))
            .keyedBy(RunKey.APPOINTMENT)
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aDateInOneCalendarTellsOfNoBill() {
    return set(
        begun(
                named("a")
                    .startsWhen( // E-REENTRY-UNDEFINED E-REENTRY-UNDEFINED
                        either(cancelled().in("Visits"), tagAdded("gone")), milestone("A date")))
            .keyedBy(RunKey.INVOICE)
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }
}
