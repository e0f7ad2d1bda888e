package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.any;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.model.Channel.EMAIL;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.triggered;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.RunKey;

/// Doors: who is let in, who never is, and who lacks what a message needs.
final class DoorProofs {
  private DoorProofs() {}

  static ContractSet theTriggerContradictsAStage() {
    return set(
        named("a")
            .startsWhen(enters(SALES, BOOKED), milestone("They have a date"))
            .admits(
                require(stage(SALES).isBefore(BOOKED), "later is too late")) // E-ADMIT-IMPOSSIBLE
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .keyedBy(RunKey.OPPORTUNITY)
            .path(note("They have a date").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theTriggerAgreesWithAStage() {
    return set(
        named("a")
            .startsWhen(enters(SALES, BOOKED), milestone("They have a date"))
            .admits(require(stage(SALES).isAtOrBefore(BOOKED), "later is too late"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .keyedBy(RunKey.OPPORTUNITY)
            .path(note("They have a date").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theTriggerContradictsATag() {
    return set(
        named("a")
            .startsWhen(tagAdded("vip"), milestone("The owner knows them"))
            .admits(refuse(contact().hasTag("vip"), "the owner calls them")) // E-ADMIT-IMPOSSIBLE
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("A friend").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoClausesOnANumber() {
    return set(
        triggered("a")
            .admits(
                require(contact().field("Score").isAtLeast(50), "so it pays"), // E-ADMIT-IMPOSSIBLE
                require(contact().field("Score").isBelow(20), "so it is ours"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  // not E-ADMIT-IMPOSSIBLE
  static ContractSet twoClausesThatLeaveARange() {
    return set(
        triggered("a")
            .admits(
                require(contact().field("Score").isAtLeast(20), "so it pays"),
                require(contact().field("Score").isBelow(50), "so it is ours"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aNumberThatTheOtherClauseAsksFor() {
    return set(
        triggered("a")
            .admits(
                require(contact().field("Score").isAtLeast(50), "so it pays"),
                require( // E-ADMIT-IMPOSSIBLE
                    contact().field("Score").isAtLeast(20), "so it is worth it"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aStageThatTheOtherClauseAsksFor() {
    return set(
        triggered("a")
            .admits(
                require(stage(SALES).isBefore(ENGAGED), "new ones only"),
                require( // E-ADMIT-IMPOSSIBLE
                    stage(SALES).isBefore(BOOKED), "not those with a date"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aFriendWithANumber() {
    return set(
        triggered("a")
            .admits(
                refuse(contact().hasTag("vip"), "the owner calls friends"),
                refuse( // E-ADMIT-IMPOSSIBLE
                    all(contact().hasTag("vip"), contact().hasPhone()), "they have a number"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  // not E-ADMIT-IMPOSSIBLE
  static ContractSet aNumberThatOnlySomeHave() {
    return set(
        triggered("a")
            .admits(
                require(
                    any(contact().field("Score").isAtLeast(50), contact().hasTag("vip")),
                    "so it pays"),
                require(contact().field("Score").isAtLeast(20), "so it is worth it"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet oneClauseThatTheTriggerSeesTo() {
    return set(
        named("a")
            .startsWhen(tagAdded("vip"), milestone("A friend came"))
            .admits(require(contact().hasTag("vip"), "friends only"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoClausesOnADate() {
    return set(
        triggered("a")
            .admits(
                require( // E-ADMIT-IMPOSSIBLE
                    contact().field("Renewal").isWithin(days(30)), "soon"),
                require(contact().field("Renewal").isPastBy(days(1)), "not any more"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoClausesOnAText() {
    return set(
        triggered("a")
            .admits(
                require(contact().field("Source").is("Ads"), "paid for"), // E-ADMIT-IMPOSSIBLE
                refuse(contact().field("Source").contains("ad"), "they do not answer"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet bothOptionsAreRefused() {
    return set(
        triggered("a")
            .admits(
                refuse(contact().field("Mood").isEmpty(), "nobody knows"), // E-ADMIT-IMPOSSIBLE
                refuse(contact().field("Mood").isOneOf("Happy", "Sad"), "the desk calls"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet oneOptionIsLeft() {
    return set(
        triggered("a")
            .admits(
                refuse(contact().field("Mood").isEmpty(), "nobody knows"),
                refuse(contact().field("Mood").is("Happy"), "the desk calls"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aDateIsMadeAndRefused() {
    return set(
        named("a")
            .startsWhen(booked(), milestone("They have a date"))
            .admits(refuse(appointment().isUpcoming(), "they come")) // E-ADMIT-IMPOSSIBLE
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .keyedBy(RunKey.APPOINTMENT)
            .path(note("Well").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet eitherAddressIsEnough() {
    return set(
        laned(
                triggered("a")
                    .admits(
                        require(any(contact().hasPhone(), contact().hasEmail()), "reach them"),
                        refuse(contact().optedOutOf(SMS), "they asked for no texts")))
            .reentry(never())
            .path(
                say("hello"), // E-ADMIT-MISSING
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anAddressIsAskedForAfterwards() {
    return set(
        laned(triggered("a").admits(refuse(contact().optedOutOf(SMS), "they asked for no texts")))
            .reentry(never())
            .path(
                say("hello"), // E-ADMIT-MISSING
                branch("number")
                    .when(contact().hasPhone())
                    .because("They can be texted")
                    .thenExit("done")
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  // not E-ADMIT-MISSING
  static ContractSet anAddressIsAskedForBefore() {
    return set(
        laned(triggered("a").admits(refuse(contact().optedOutOf(SMS), "they asked for no texts")))
            .reentry(never())
            .path(
                branch("number")
                    .when(contact().hasPhone())
                    .because("They can be texted")
                    .then(say("hello"), exit("done"))
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet consentIsAskedForTheOtherChannel() {
    return set(
        laned(
                triggered("a")
                    .admits(
                        require(contact().hasPhone(), "there must be a number"),
                        refuse(
                            all(contact().optedOutOf(SMS), contact().optedOutOf(EMAIL)),
                            "they want nothing")))
            .reentry(never())
            .path(
                say("hello"), // E-ADMIT-MISSING
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet consentIsAskedForInOneSentence() {
    return set(
        laned(
                triggered("a")
                    .admits(
                        require(
                            all(contact().hasPhone(), not(contact().optedOutOf(SMS))),
                            "they can be texted")))
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aMailToWhoHasANumber() {
    return set(
        begun("a")
            .path(
                email("mail", "Hello", "<p>Hello.</p>") // E-ADMIT-MISSING E-ADMIT-MISSING
                    .why("They should know"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aMailThatMayStayAway() {
    return set(
        begun("a")
            .path(
                email("mail", "Hello", "<p>Hello.</p>").why("They should know").onBlocked(goOn()),
                exit("done"))
            .exits(done())
            .build());
  }
}
