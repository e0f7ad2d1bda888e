package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.WITHDRAWN;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Operations.writtenBy;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.completeTasks;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.team;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.EventPattern.HandAct.MOVED_STAGE;
import static dev.interlock.contract.model.Operation.Writer.OTHER_APP;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.NEW;
import static dev.interlock.contract.shop.Trade.REPAIRS;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.WON;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.begunForAll;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;
import static dev.interlock.contract.shop.Trade.unheeding;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;

/// Stages: deals that slide back, that are moved for whom they should not be, and that are left
/// where nobody looks.
final class StageProofs {
  private StageProofs() {}

  static ContractSet staffAreFasterThanAStep() {
    return set(
        laned(triggered("a").admitsEveryone("All of them are ours"))
            .reentry(never())
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, ENGAGED).why("We talk"), // E-STAGE-BACKWARD
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-STAGE-BACKWARD
  static ContractSet staffAreFasterAndHeard() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isBefore(ENGAGED), "new ones only")))
            .reentry(never())
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, ENGAGED).why("We talk"),
                exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet staffAreFasterAndAskedFor() {
    return set(
        laned(triggered("a").admitsEveryone("All of them are ours"))
            .reentry(never())
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                branch("how-far")
                    .when(stage(SALES).isBefore(ENGAGED))
                    .because("Nobody talked to them yet")
                    .then(moveTo(SALES, ENGAGED).why("We talk"), exit("done"))
                    .otherwise(exit("other"))
                    .why("It differs"))
            .exits(done(), other())
            .build());
  }

  static ContractSet staffAreFasterThanAnExit() {
    return set(
        begunForAll("a")
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("done"))
            .exits(
                exit("done", HANDOVER) // E-STAGE-BACKWARD
                    .means("We talk.")
                    .leaves(stage(SALES, ENGAGED)))
            .build());
  }

  static ContractSet staffAreFasterAndTheReturnIsDeclared() {
    return set(
        trade()
            .pipeline(
                REPAIRS,
                stage(NEW).ownedBy("Desk").dwellsAtMost(days(2)).staffDo("Call them"),
                stage(ENGAGED)
                    .ownedBy("Desk")
                    .dwellsAtMost(days(7))
                    .staffDo("Repair it")
                    .mayReturnTo(NEW),
                stage(WON).asLast().mayReturnTo(NEW)),
        begunForAll("a")
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("done"))
            .exits(exit("done", HANDOVER).means("It comes again.").leaves(stage(REPAIRS, NEW)))
            .build());
  }

  static ContractSet anArmMovesBackWhoBooked() {
    return set(
        begun("a")
            .path(
                moveTo(SALES, BOOKED) // E-STAGE-BACKWARD
                    .why("They called to book"),
                await("answer")
                    .when(replied())
                    .because("We talk again")
                    .then(
                        moveTo(SALES, ENGAGED).why("We talk"), // E-STAGE-BACKWARD
                        exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("They may answer"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anArmMovesOnWhoBooked() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isAtOrBefore(ENGAGED), "no date yet")))
            .reentry(never())
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
            .path(
                moveTo(SALES, ENGAGED).why("They called to book"),
                await("answer")
                    .when(replied())
                    .because("They took the date")
                    .then(moveTo(SALES, BOOKED).why("They have a date"), exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("They may answer"))
            .exits(done(), gone(), other())
            .build());
  }

  static ContractSet anAutomationIsFaster() {
    return set(
        trade()
            .automation(
                automation("Booker")
                    .startsOn(formSubmitted("Visit"))
                    .mayWrite(dev.interlock.contract.dsl.Exits.stage(SALES, BOOKED))),
        laned(
                triggered("a") // E-WRITE-CONFLICT
                    .admits(require(stage(SALES).isBefore(ENGAGED), "new ones only")))
            .reentry(never())
            .throughout(whenever(staffActed(MOVED_STAGE)).thenExit("other"))
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, ENGAGED).why("We talk"), // E-STAGE-BACKWARD
                exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet aTagMakesThemUnfit() {
    return set(
        laned(triggered("a").admits(refuse(contact().hasTag("vip"), "the owner calls friends")))
            .reentry(never())
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, WON).why("They bought"), // E-ADMIT-STALE
                exit("done"))
            .exits(done(), other())
            .build());
  }

  // not E-ADMIT-STALE
  static ContractSet aTagMakesThemUnfitAndIsHeard() {
    return set(
        laned(triggered("a").admits(refuse(contact().hasTag("vip"), "the owner calls friends")))
            .reentry(never())
            .throughout(whenever(tagAdded("vip")).thenExit("other"))
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, WON).why("They bought"),
                exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet aTagMattersAtTheDoorAlone() {
    return set(
        laned(
                triggered("a")
                    .admits(
                        refuse(contact().hasTag("vip"), "the owner calls friends")
                            .atEntryOnly("Who has begun goes on")))
            .reentry(never())
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, WON).why("They bought"),
                exit("done"))
            .exits(done())
            .build());
  }

  private static Exit wonBy(String name) {
    return exit(name, HANDOVER).means("They bought.").leaves(stage(SALES, WON));
  }

  private static NeedsPath withoutFriends(String id) {
    return laned(triggered(id).admits(refuse(contact().hasTag("vip"), "the owner calls friends")))
        .reentry(never());
  }

  static ContractSet anExitMovesTheDealOfTheUnfit() {
    return set(
        withoutFriends("a")
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("sold"))
            .exits(
                exit("sold", HANDOVER) // E-ADMIT-STALE
                    .means("They bought.")
                    .leaves(stage(SALES, WON)))
            .build());
  }

  static ContractSet silenceMovesTheDealOfTheUnfit() {
    return set(
        withoutFriends("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("other")
                    .silentFor(days(1))
                    .thenExit("sold")
                    .why("They may answer"))
            .exits(
                other(),
                exit("sold", HANDOVER) // E-ADMIT-STALE
                    .means("They bought.")
                    .leaves(stage(SALES, WON), field("Ending", "Done")))
            .build());
  }

  static ContractSet anAppointmentMakesThemUnfitForAnExit() {
    return set(
        laned(triggered("a").admits(refuse(appointment().isUpcoming(), "they come anyway")))
            .reentry(never())
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("sold"))
            .exits(
                exit("sold", HANDOVER) // E-ADMIT-STALE
                    .means("They bought.")
                    .leaves(stage(SALES, WON)))
            .build());
  }

  static ContractSet anAnswerMovesTheDeal() {
    return set(
        withoutFriends("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("sold")
                    .silentFor(days(1))
                    .thenExit("other")
                    .why("They may answer"))
            .exits(other(), wonBy("sold").leaves(field("Ending", "Done")))
            .build());
  }

  static ContractSet whatMakesThemUnfitIsHeardBeforeTheExit() {
    return set(
        withoutFriends("a")
            .throughout(whenever(tagAdded("vip")).thenExit("other"))
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("sold"))
            .exits(other(), wonBy("sold").leaves(field("Ending", "Done")))
            .build());
  }

  static ContractSet theDealIsThereAlready() {
    return set(
        withoutFriends("a")
            .path(
                moveTo(SALES, WON).why("They bought"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("sold"))
            .exits(wonBy("sold"))
            .build());
  }

  static ContractSet anAppointmentMakesThemUnfit() {
    return set(
        laned(triggered("a").admits(refuse(appointment().isUpcoming(), "they come anyway")))
            .reentry(never())
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, WON).why("They bought"), // E-ADMIT-STALE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aNumberMakesThemUnfit() {
    return set(
        laned(triggered("a").admits(require(contact().field("Score").isAtLeast(20), "it pays")))
            .reentry(never())
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, WON).why("They bought"), // E-ADMIT-STALE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aDateMakesThemUnfit() {
    return set(
        trade()
            .field(
                "Ends",
                dev.interlock.contract.model.Operation.FieldKind.DATE,
                writtenBy(OTHER_APP)),
        laned(triggered("a").admits(require(contact().field("Ends").isWithin(days(30)), "soon")))
            .reentry(never())
            .path(
                waitFor("a-week", days(7)).why("They may answer"),
                moveTo(SALES, WON).why("They bought"), // E-ADMIT-STALE
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theRunItselfMovesThemOn() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isBefore(ENGAGED), "new ones only")))
            .reentry(never())
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
            .path(
                moveTo(SALES, ENGAGED).why("We talk"),
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, WON).why("They bought"),
                exit("done"))
            .exits(done(), other())
            .build());
  }

  private static Exit withTheDesk() {
    return exit("taken-out", WITHDRAWN).means("The desk took them out.").notifies(owner());
  }

  /// Colleagues bring no repair to where it is new: none begins there, and none comes from before.
  private static OperationWords forgetful() {
    return trade()
        .pipeline(
            REPAIRS,
            stage(stageNamed("Given up")).asLast(),
            stage(NEW).ownedBy("Desk").staffDo("Call them"),
            stage(ENGAGED).ownedBy("Desk").dwellsAtMost(days(7)).staffDo("Repair it"),
            stage(WON).asLast());
  }

  static ContractSet anExitLeavesADealWhereNobodyLooks() {
    return set(
        forgetful(),
        begunForAll("a") // E-STAGE-STRANDED
            .path(note("A repair").why("The desk reads it"), exit("done"))
            .exits(
                exit("done", HANDOVER) // E-STAGE-STRANDED E-STAGE-BACKWARD
                    .means("It is here.")
                    .leaves(stage(REPAIRS, NEW)))
            .build());
  }

  static ContractSet anExitLeavesADealWhereSomebodyIsTold() {
    return set(
        forgetful(),
        laned(triggered("a").admits(refuse(deal(REPAIRS).exists(), "it is here already")))
            .reentry(never())
            .path(exit("done"))
            .exits(
                exit("done", HANDOVER)
                    .means("It is here.")
                    .leaves(stage(REPAIRS, NEW))
                    .notifies(team("Desk")))
            .build());
  }

  static ContractSet aStepLeavesADealWhereNobodyLooks() {
    return set(
        forgetful(),
        laned(triggered("a").admits(refuse(deal(REPAIRS).exists(), "it is here already")))
            .reentry(never())
            .path(
                moveTo(REPAIRS, NEW).why("It is here"),
                task("Ask what is broken", dueIn(hours(1))).why("They wait for it"),
                completeTasks("Ask what is broken").why("They wrote it in the form"),
                exit("done"))
            .exits(
                withTheDesk().keepsTasks("Ask what is broken"),
                exit("failed", FAILED)
                    .means("It broke.")
                    .leaves(field("Ending", "Other"))
                    .keepsTasks("Ask what is broken")
                    .notifies(owner()),
                done() // E-STAGE-STRANDED
                    .next("Wait for the parts"))
            .build());
  }

  static ContractSet aStepLeavesADealAndATask() {
    return set(
        forgetful(),
        laned(triggered("a").admits(refuse(deal(REPAIRS).exists(), "it is here already")))
            .reentry(never())
            .path(
                moveTo(REPAIRS, NEW).why("It is here"),
                task("Ask what is broken", dueIn(hours(1))).why("They wait for it"),
                exit("done"))
            .exits(done(), withTheDesk())
            .build());
  }

  static ContractSet anExitTicksOffTheOnlyTask() {
    return set(
        forgetful(),
        laned(triggered("a").admits(refuse(deal(REPAIRS).exists(), "it is here already")))
            .reentry(never())
            .path(
                moveTo(REPAIRS, NEW).why("It is here"),
                task("Ask what is broken", dueIn(hours(1))).why("They wait for it"),
                exit("done"))
            .exits(
                withTheDesk().keepsTasks("Ask what is broken"),
                done() // E-STAGE-STRANDED
                    .ticksOffTasks("Ask what is broken"))
            .build());
  }

  static ContractSet oneOfTwoWaysLeavesATask() {
    return set(
        forgetful(),
        laned(triggered("a").admits(refuse(deal(REPAIRS).exists(), "it is here already")))
            .reentry(never())
            .path(
                moveTo(REPAIRS, NEW).why("It is here"),
                branch("known")
                    .when(contact().hasTag("vip"))
                    .because("The owner knows them")
                    .then(task("Ring them", dueIn(hours(1))).why("They are a friend"))
                    .otherwiseGoOn()
                    .why("It differs"),
                exit("done"))
            .exits(
                withTheDesk(),
                done() // E-STAGE-STRANDED
                    .next("Wait for the parts"))
            .build());
  }

  /// One who takes over repairs that are new, from those who let themselves be texted.
  private static Contract takingOver(Condition others) {
    return unheeding(
            laned(triggered("b").admits(require(others, "the others are for the owner")))
                .reentry(afterExit()))
        .path(task("Look at it", dueIn(hours(1))).why("It waits"), exit("done"))
        .exits(done(), withTheDesk())
        .build();
  }

  private static Contract routing(Exit exit) {
    return laned(triggered("a").admits(refuse(deal(REPAIRS).exists(), "it is here already")))
        .reentry(never())
        .path(moveTo(REPAIRS, NEW).why("It is here"), exit("done"))
        .exits(exit.routesTo("b").orElse("Desk looks at it"), withTheDesk())
        .build();
  }

  static ContractSet aRouteThatMayBeRefused() {
    return set(
        forgetful(),
        routing(done()), // E-STAGE-STRANDED
        takingOver(not(contact().hasTag("vip"))));
  }

  static ContractSet aRouteThatMayBeRefusedAndTellsSomebody() {
    return set(
        forgetful(),
        routing(done().notifies(team("Desk"))),
        takingOver(not(contact().hasTag("vip"))));
  }

  static ContractSet aRouteThatTakesEverybody() {
    return set(forgetful(), routing(done()), takingOver(deal(REPAIRS).exists()));
  }

  static ContractSet anExitMarksADealThatMayNotBe() {
    return set(
        begun("a")
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("done"))
            .exits(
                exit("done", HANDOVER) // E-EXIT-UNKEPT
                    .means("They do not want to.")
                    .leaves(dev.interlock.contract.dsl.Exits.deal(SALES, DealStatus.LOST)))
            .build());
  }

  static ContractSet anExitMakesTheDealThatItMarks() {
    return set(
        begun("a")
            .path(exit("done"))
            .exits(
                exit("done", HANDOVER)
                    .means("They bought.")
                    .leaves(
                        stage(SALES, WON),
                        dev.interlock.contract.dsl.Exits.deal(SALES, DealStatus.WON)))
            .build());
  }

  static ContractSet anExitMarksADealThatIsThere() {
    return set(
        begun("a")
            .path(
                branch("known")
                    .when(deal(SALES).exists())
                    .because("Otherwise there is nothing to mark")
                    .thenExit("done")
                    .otherwise(exit("other"))
                    .why("Some have a deal"))
            .exits(
                exit("done", HANDOVER)
                    .means("They do not want to.")
                    .leaves(
                        field("Ending", "Done"),
                        dev.interlock.contract.dsl.Exits.deal(SALES, DealStatus.LOST)),
                other())
            .build());
  }
}
