package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.endedBy;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.assign;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.callWebhook;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.startAutomation;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.tell;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.contactsAssignee;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.team;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.ending;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.jotting;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;

import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.dsl.Operations;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Step;
import java.util.List;
import java.util.stream.IntStream;

/// What a business declares, what contracts call it, and what they say about themselves.
final class OperationCorpus {
  private OperationCorpus() {}

  private static ContractSet in(OperationWords operation) {
    return new ContractSet(operation.build(), List.of());
  }

  static ContractSet aStageThatNobodyOwns() {
    return in(
        business("Shop")
            .team("Desk", "Ana Ruiz")
            .pipeline(
                pipelineNamed("Repairs"),
                stage(stageNamed("Ready"))
                    .ownedBy("Desk")
                    .dwellsAtMost(days(7))
                    .staffDo("Ring them"),
                stage(stageNamed("Open")).dwellsAtMost(days(7)), // E-STAGE-OWNER
                stage(stageNamed("Waiting")) // E-STAGE-OWNER
                    .ownedBy("Desk")
                    .dwellsAtMost(days(7)),
                stage(stageNamed("Fetched")).asLast()));
  }

  static ContractSet everythingUnknown() {
    return set(
        workflow("a") // E-NAME-UNBOUND E-NAME-UNBOUND
            .title("Talk")
            .owner("Des")
            .purpose("Nobody waits for us.")
            .startsWhen(replied(), milestone("They wrote"))
            .admits(
                require(contact().hasTag("dune"), "so it is"), // E-NAME-UNBOUND
                require(stage(ORDERS).isBefore(stageNamed("Askt")), "so"), // E-NAME-UNBOUND
                require(inside("b"), "so it is")) // E-NAME-UNBOUND
            .lane(Operations.laneNamed("walks"), whenOccupied(REFUSE))
            .reentry(never())
            .path(
                addTag("dome").why("So"), // E-NAME-UNBOUND
                moveTo(pipelineNamed("Order"), ASKED).why("So"), // E-NAME-UNBOUND
                setField("Notes", "x").why("So"), // E-NAME-UNBOUND
                callWebhook("hook").why("So"), // E-NAME-UNBOUND
                startAutomation("Robot").why("So"), // E-NAME-UNBOUND
                await("date")
                    .when(booked().in("Visit")) // E-NAME-UNBOUND
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("done")
                    .why("So"))
            .exits(
                exit("done", HANDOVER) // E-NAME-UNBOUND E-NAME-UNBOUND
                    .means("It is done.")
                    .leaves(tag("done"))
                    .notifies(team("Deks"))
                    .routesTo("b"))
            .build());
  }

  // not E-DOC-MISSING, not E-NAME-UNBOUND
  static ContractSet everythingKnown() {
    return new ContractSet(
        shop()
            .setting("hook", "Where to post", "https://hook.example.com")
            .automation(automation("Robot").startsOn(booked()).maySend("offer"))
            .build(),
        List.of(
            begun("a")
                .path(
                    addTag("Done").why("Case does not count"),
                    moveTo(ORDERS, ASKED).why("So"),
                    setField("Note", "x").why("So"),
                    setField("Company", "x").why("Every CRM has it"),
                    callWebhook("hook").why("So"),
                    startAutomation("Robot").why("So"),
                    exit("done"))
                .exits(done().notifies(team("Desk")))
                .build()));
  }

  static ContractSet endingsThatAnotherContractDoesNotHave() {
    return set(
        begun("a").path(say("hello"), exit("done")).exits(done()).build(),
        begun("b")
            .path(
                branch("before")
                    .when(endedBy("a", "withdrawn"))
                    .thenExit("done")
                    .when(endedBy("a", "dome")) // E-NAME-UNBOUND
                    .thenExit("done")
                    .otherwise(exit("done"))
                    .why("It differs"))
            .exits(done())
            .build());
  }

  static ContractSet anIdInPlaceOfAName() {
    return set(
        begun("a")
            .path(
                setField("ve9EPM428h8vShlRW1KT", "x").why("So"), // E-NAME-UNBOUND
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aDeclaredId() {
    return in(
        shop() //
            .tag("5c3b5a3e-7f0e-4a4b-9b57-0a2c7b0f6a11")); // E-NAME-UNBOUND
  }

  static ContractSet anOperationThatNamesUnknownThings() {
    return in(
        shop()
            .exclusive("moods", "done", "undone") // E-NAME-UNBOUND
            .automation(automation("Robot").mayWrite(tag("robotic")))); // E-NAME-UNBOUND
  }

  static ContractSet aTagDeclaredTwice() {
    return in(
        shop() //
            .tag("Done")); // E-NAME-DUPLICATE
  }

  static ContractSet twoFieldsWithOneVariable() {
    return in(
        business("Shop") // E-NAME-DUPLICATE
            .field("Shoe size", FieldKind.NUMBER)
            .field("shoe-size", FieldKind.NUMBER));
  }

  static ContractSet twoStepsOfOneName() {
    return set(
        begun("a")
            .path(
                say("hello"),
                note("hello").named("hello").why("So"), // E-NAME-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aStepCalledLikeAnExit() {
    return set(
        begun("a")
            .path(
                say("done"), // E-NAME-DUPLICATE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoExitsOfOneName() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                exit("done", HANDOVER) // E-NAME-DUPLICATE
                    .means("Also done.")
                    .leaves(ending("Other")))
            .build());
  }

  static ContractSet anOptionThatIsNone() {
    return set(
        begun("a")
            .path(
                setField("Mood", "Hapy").why("So"), // E-OPTION-UNKNOWN
                branch("mood")
                    .when(contact().field("Mood").is("Angry")) // E-OPTION-UNKNOWN
                    .thenExit("done")
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(
                done(),
                exit("gone", HANDOVER) // E-OPTION-UNKNOWN
                    .means("Gone.")
                    .leaves(ending("Gone"), field("Mood", "sad")))
            .build());
  }

  // not E-OPTION-UNKNOWN
  static ContractSet optionsThatAre() {
    return set(
        begun("a")
            .path(
                setField("Mood", "Happy").why("So"),
                branch("mood")
                    .when(contact().field("Mood").is("happy"))
                    .thenExit("done")
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone().leaves(field("Mood", "Sad")))
            .build());
  }

  static ContractSet nothingIsExplained() {
    return set(
        begun("a")
            .ignores(replied(), " ") // E-DOC-MISSING
            .path(
                note("They called"), // E-DOC-MISSING
                branch("who") // E-DOC-MISSING
                    .when(contact().hasEmail()) // E-DOC-MISSING
                    .then(say("hello"))
                    .otherwiseGoOn(),
                exit("done"))
            .exits(
                exit("done", HANDOVER) // E-DOC-MISSING
                    .leaves(tag("done")))
            .build());
  }

  static ContractSet declaredWithoutMeaning() {
    return in(
        business("Shop")
            .setting("hook", "", "https://hook.example.com") // E-DOC-MISSING
            .purpose("offer", "", days(1))); // E-DOC-MISSING
  }

  private static Step[] notes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> note("Number " + i).named("note-" + i).why("So"))
        .toArray(Step[]::new);
  }

  static ContractSet tooManySteps() {
    return set(
        workflow("a") // W-SIZE
            .title("Talk")
            .owner("Desk")
            .purpose("Nobody waits for us.")
            .startsWhen(replied(), milestone("They wrote"))
            .admitsEveryone("It is a test")
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(notes(25)[0], last(notes(26)))
            .exits(done())
            .build());
  }

  // not W-SIZE
  static ContractSet justFewEnough() {
    return set(begun("a").path(notes(25)[0], last(notes(25))).exits(done()).build());
  }

  private static Step[] last(Step... notes) {
    Step[] rest = new Step[notes.length];
    System.arraycopy(notes, 1, rest, 0, notes.length - 1);
    rest[notes.length - 1] = exit("done");
    return rest;
  }

  static ContractSet moreTextsThanTheAccountSends() {
    return new ContractSet(
        shop()
            .entriesPerDay("a", 40) // W-GROWTH
            .sendsPerDay(Channel.SMS, 90)
            .build(),
        List.of(textingTwice()));
  }

  // not W-GROWTH
  static ContractSet textsThatFit() {
    return new ContractSet(
        shop().entriesPerDay("a", 40).sendsPerDay(Channel.SMS, 100).build(),
        List.of(textingTwice()));
  }

  // one reading, two texts of two calls, and an exit that leaves a tag and a field and is read back
  static ContractSet moreCallsThanTheAccountHas() {
    return new ContractSet(
        shop()
            .entriesPerDay("a", 20) // W-GROWTH
            .callsPerDay(196)
            .build(),
        List.of(textingTwice()));
  }

  static ContractSet callsThatFit() {
    return new ContractSet(
        shop().entriesPerDay("a", 20).callsPerDay(200).build(), List.of(textingTwice()));
  }

  private static Contract textingTwice() {
    return oneWay("a").path(say("hello"), say("again"), exit("done")).exits(done()).build();
  }

  static ContractSet hangsOnOnePerson() {
    return new ContractSet(
        shop().team("Ben Cole", "Ben Cole").build(),
        List.of(
            begun("a")
                .path(
                    task("Call them", hours(1), team("Ben Cole")) // W-GROWTH
                        .why("They wait"),
                    assign(team("Desk")).why("A team of one is still a team"),
                    exit("done"))
                .exits(
                    done() // W-GROWTH
                        .notifies(team("Ben Cole")))
                .build()));
  }

  static ContractSet expectsAContractThatIsNotThere() {
    return in(
        shop() //
            .entriesPerDay("b", 3)); // E-NAME-UNBOUND
  }

  static ContractSet testsOfOtherKindsNeedNoOption() {
    return new ContractSet(
        shop().field("Birthday", FieldKind.DATE).field("Size", FieldKind.NUMBER).build(),
        List.of(
            begun("a")
                .path(
                    branch("mood")
                        .when(contact().field("Mood").contains("app"))
                        .thenExit("done")
                        .when(contact().field("Mood").isEmpty())
                        .thenExit("done")
                        .when(contact().field("Size").isAtLeast(9))
                        .thenExit("done")
                        .when(contact().field("Birthday").isPastBy(days(3)))
                        .thenExit("done")
                        .when(contact().field("Birthday").isWithin(days(3)))
                        .thenExit("done")
                        .when(contact().field("Mood").isOneOf("Happy", "SAD"))
                        .thenExit("done")
                        .otherwise(exit("gone"))
                        .why("It differs"))
                .exits(done(), gone())
                .build()));
  }

  static ContractSet anExitLeavesAnOptionThatIsNone() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(
                exit("done", HANDOVER) // E-OPTION-UNKNOWN
                    .means("It is done.")
                    .leaves(field("Mood", "Grumpy")))
            .build());
  }

  static ContractSet oneOptionAmongOthersIsNone() {
    return set(
        begun("a")
            .path(
                setField("Mood", "{{contact.city}}").why("It is filled in when it is sent"),
                branch("mood")
                    .when(contact().field("Mood").isOneOf("Happy", "Glad")) // E-OPTION-UNKNOWN
                    .thenExit("done")
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aMisspeltStandardField() {
    return set(
        begun("a")
            .path(
                setField("Compny", "x").why("So"), // E-NAME-UNBOUND
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet onlyThoseWhoSendCount() {
    return new ContractSet(
        shop()
            .entriesPerDay("b", 400)
            .entriesPerDay("c", 10)
            .entriesPerDay("a", 40) // W-GROWTH
            .sendsPerDay(Channel.SMS, 100)
            .build(),
        List.of(
            textingTwice(),
            jotting("b", callMissed()),
            begun("c").path(say("hello"), exit("done")).exits(done()).build()));
  }

  static ContractSet toldByNameAndByRole() {
    return new ContractSet(
        shop().team("Ben Cole", "Ben Cole").build(),
        List.of(
            begun("a")
                .path(
                    tell(team("Ben Cole"), "They called").why("He waits for it"), // W-GROWTH
                    assign(team("Ben Cole")).why("He knows them"), // W-GROWTH
                    tell(owner(), "They called").named("desk").why("A team"),
                    tell(contactsAssignee(), "They called").named("theirs").why("Whoever it is"),
                    exit("done"))
                .exits(done())
                .build()));
  }

  static ContractSet anArmThatIsNotExplained() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied()) // E-DOC-MISSING
                    .given(contact().hasEmail())
                    .then(note("Mail them").why("They can read"), exit("done"))
                    .when(replied())
                    .given(contact().isAssigned())
                    .thenExit("done")
                    .when(replied())
                    .then(note("Call them").named("call").why("They cannot"), exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }
}
