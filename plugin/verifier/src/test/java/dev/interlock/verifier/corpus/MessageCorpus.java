package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;
import static dev.interlock.contract.shop.Shop.triggered;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Step;
import java.util.List;

/// What is said: texts, their variables and their repetition.
final class MessageCorpus {
  private MessageCorpus() {}

  private static Contract of(Step step) {
    return begun("a").path(step, exit("done")).exits(done()).build();
  }

  static ContractSet onePurposeTwice() {
    return set(
        oneWay("a")
            .path(
                say("hello").purpose("offer"),
                waitFor("day", days(1)).why("No hurry"),
                say("again").purpose("offer"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-MSG-DUPLICATE
  static ContractSet onePurposeTwiceBeyondItsHorizon() {
    return set(
        oneWay("a")
            .path(
                say("hello").purpose("offer"),
                waitFor("days", days(3)).why("No hurry"),
                say("again").purpose("offer"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet oneHasAPurposeAndOneHasNone() {
    return set(
        oneWay("a")
            .path(
                say("hello").purpose("offer"),
                waitFor("days", days(3)).why("No hurry"),
                sms("again", "Hello again.") // E-DOC-MISSING
                    .why("Some miss it"),
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-DOC-MISSING
  static ContractSet neitherHasAPurpose() {
    return set(
        oneWay("a")
            .path(
                say("hello"), waitFor("days", days(3)).why("No hurry"), say("again"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet onePurposeOnTwoWays() {
    return set(
        begun("a")
            .path(
                branch("who")
                    .when(contact().hasEmail())
                    .because("They can read")
                    .then(say("hello").purpose("offer"))
                    .otherwise(say("hi").purpose("offer"))
                    .why("It differs"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet onePurposeInARepeat() {
    return set(
        oneWay("a")
            .path(
                repeat(
                        "turns",
                        2,
                        say("hello").purpose("offer"),
                        waitFor("hour", hours(1)).why("No hurry"))
                    .why("Twice"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theSameWordsTwice() {
    return set(
        oneWay("a")
            .path(
                sms("one", "We are open.").why("They asked"),
                sms("two", "We are open.").why("They asked"), // E-MSG-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aHandlerSaysItAgain() {
    return set(
        begun("a")
            .throughout(
                whenever(replied())
                    .then(
                        say("again").purpose("offer"), // E-MSG-DUPLICATE
                        exit("done")))
            .path(
                say("hello").purpose("offer"),
                waitFor("day", days(1)).why("No hurry"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aBraceTooFew() {
    return set(
        begun("a")
            .path(
                sms("hi", "Hi {{contact.firstName}!").why("Courtesy"), // E-TEMPLATE-SYNTAX
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aBlockLeftOpen() {
    return set(
        begun("a")
            .path(
                task("Call {{#if contact.company}}them", hours(1)) // E-TEMPLATE-SYNTAX
                    .why("They wait"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet includesAnotherText() {
    return set(
        begun("a")
            .path(
                sms("hi", "Hi {{> footer}}").why("Courtesy"), // E-TEMPLATE-SYNTAX
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aHelperWithoutItsVariable() {
    return set(
        begun("a")
            .path(
                sms("hi", "Hi {{#if}}you{{/if}}").why("Courtesy"), // E-TEMPLATE-SYNTAX
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-TEMPLATE-SYNTAX, not E-TEMPLATE-UNBOUND
  static ContractSet everythingThatATextMayDo() {
    return set(
        of(
            sms(
                    "hi",
                    "Hi {{contact.firstName}}{{#if contact.company}} of {{contact.company}}{{else}}"
                        + " {{contact.note}}{{/if}}{{#unless contact.mood}}!{{/unless}}"
                        + " {{location.name}} {{deal.stage}} {{!-- aside --}}")
                .why("Courtesy")));
  }

  static ContractSet aMisspeltVariable() {
    return set(
        begun("a")
            .path(
                sms("hi", "Hi {{contact.fristName}}!").why("Courtesy"), // E-TEMPLATE-UNBOUND
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aMisspeltVariableInACondition() {
    return set(
        begun("a")
            .path(
                sms("hi", "Hi {{#if contact.nick}}you{{/if}}").why("Hello"), // E-TEMPLATE-UNBOUND
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aHelperThatTextsDoNotHave() {
    return set(
        begun("a")
            .path(
                sms("hi", "{{#with contact.city}}Hi{{/with}}").why("Hello"), // E-TEMPLATE-UNBOUND
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet unescapedInAnEmail() {
    return set(
        begun("a")
            .path(
                email("hi", "Hello", "<p>{{{contact.name}}}</p>") // E-TEMPLATE-RAW
                    .why("Courtesy")
                    .onBlocked(goOn()),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet unescapedInASubject() {
    return set(
        begun("a")
            .path(
                email("hi", "Hello {{{contact.firstName}}}", "<p>Hello</p>") // E-TEMPLATE-RAW
                    .why("Courtesy")
                    .onBlocked(goOn()),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet unescapedInsideACondition() {
    return set(
        begun("a")
            .path(
                email( // E-TEMPLATE-RAW
                        "hi", "Hello", "<p>{{#if contact.city}}{{{contact.city}}}{{/if}}</p>")
                    .why("Courtesy")
                    .onBlocked(goOn()),
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-TEMPLATE-RAW
  static ContractSet anUnescapedSetting() {
    return set(
        oneWay("a")
            .throughout(whenever(booked()).thenExit("done"))
            .path(
                email("hi", "Hello", "<p>{{{setting.bookingLink}}}</p>")
                    .why("Courtesy")
                    .onBlocked(goOn()),
                waitFor("day", days(1)).why("No hurry"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anAppointmentThatMayNotBe() {
    return set(
        begun("a")
            .path(
                sms("hi", "See you, {{appointment.calendar}}").why("Hello"), // W-TEMPLATE-EMPTY
                exit("done"))
            .exits(done())
            .build());
  }

  // not W-TEMPLATE-EMPTY
  static ContractSet anAppointmentThatWasAwaited() {
    return set(
        oneWay("a")
            .throughout(
                whenever(booked())
                    .then(
                        sms("hi", "See you, {{appointment.calendar}}").why("Hello"), exit("done")))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet twoPurposes() {
    return new ContractSet(
        shop().purpose("news", "Tell what is new", days(9)).build(),
        List.of(
            oneWay("a")
                .path(
                    say("hello").purpose("offer"),
                    waitFor("day", days(1)).why("No hurry"),
                    say("again").purpose("news"),
                    exit("done"))
                .exits(done())
                .build()));
  }

  static ContractSet aPurposeOfALongHorizon() {
    return new ContractSet(
        shop().purpose("news", "Tell what is new", days(9)).build(),
        List.of(
            oneWay("a")
                .path(
                    say("hello").purpose("news"),
                    waitFor("days", days(3)).why("No hurry"),
                    say("again").purpose("news"), // E-MSG-DUPLICATE
                    exit("done"))
                .exits(done())
                .build()));
  }

  static ContractSet onePurposeTwiceAtItsHorizon() {
    return set(
        oneWay("a")
            .path(
                say("hello").purpose("offer"),
                waitFor("days", days(2)).why("No hurry"),
                say("again").purpose("offer"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aSlipInTheSecondLine() {
    return set(
        of(sms("hi", "Hello!\n{{contact.nick}},\nsee you.").why("So"))); // E-TEMPLATE-UNBOUND
  }

  static ContractSet aHelperInTheThirdLine() {
    String text = "Hello!\nSee\n{{#each tags}}x{{/each}}";
    return set(of(sms("hi", text).why("So"))); // E-TEMPLATE-UNBOUND E-TEMPLATE-UNBOUND
  }

  private static NeedsPath admitting(EntryClause clause) {
    return triggered("a")
        .admits(
            require(contact().hasPhone(), "there must be a number"),
            refuse(contact().optedOutOf(Channel.SMS), "they said so"),
            clause)
        .lane(TALKS, whenOccupied(REFUSE))
        .reentry(never())
        .ignores(optedOut(), "Their texts stop by themselves.");
  }

  static ContractSet onlyThoseWithADateAreTold() {
    return set(
        admitting(require(appointment().isUpcoming(), "only those with a date"))
            .path(sms("hi", "See you in {{appointment.calendar}}").why("So"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet onlyThoseWithoutADateAreTold() {
    return set(
        admitting(refuse(appointment().isUpcoming(), "only those without a date"))
            .path(
                sms("hi", "See you on {{appointment.day}}") // W-TEMPLATE-EMPTY E-DEFERRED-TOO-LATE
                    .why("So"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anotherConditionSaysNothingOfADate() {
    return set(
        admitting(require(contact().isAssigned(), "somebody knows them"))
            .path(
                sms("hi", "See you in {{appointment.calendar}}").why("So"), // W-TEMPLATE-EMPTY
                exit("done"))
            .exits(done())
            .build());
  }
}
