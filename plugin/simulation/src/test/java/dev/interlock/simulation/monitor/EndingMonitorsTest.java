package dev.interlock.simulation.monitor;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.simulation.Clinic.BOOKED;
import static dev.interlock.simulation.Clinic.NEW;
import static dev.interlock.simulation.Clinic.SALES;
import static dev.interlock.simulation.Clinic.TALKING;
import static dev.interlock.simulation.Clinic.WON;
import static dev.interlock.simulation.Clinic.at;
import static dev.interlock.simulation.Clinic.begins;
import static dev.interlock.simulation.Clinic.clinic;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.id;
import static dev.interlock.simulation.Clinic.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Situation;
import dev.interlock.simulation.Story;
import dev.interlock.simulation.Who;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.By;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is watched of stages and endings: each rule once broken, and once nearly.
class EndingMonitorsTest {
  private static Act staffMoves(StageName stage) {
    return new Act.DealMoved(at(stage), By.STAFF);
  }

  private static Act tagged(String tag, By by) {
    return new Act.TagChanged(new TagName(tag), TagChange.ADDED, by);
  }

  // E-STAGE-BACKWARD

  private static Contract movesToTalking() {
    return free("talk")
        .path(moveTo(SALES, TALKING).why("Test"), exit("done"))
        .exits(done(), exit("failed", FAILED).means("No."))
        .build();
  }

  @Test
  void aStepThatTriesToMoveTheDealBackIsABreachThoughItIsRefused() {
    Story story = Story.of(set(movesToTalking()));

    assertThat(story.then(staffMoves(WON), begins("talk")).breaches("E-STAGE-BACKWARD"))
        .singleElement()
        .satisfies(breach ->
            assertThat(breach.words())
                .isEqualTo("*talk* moves the deal back from Won to Talking by *move-to-talking*"));
    assertThat(story.then(staffMoves(BOOKED), begins("talk")).breaches("E-STAGE-BACKWARD"))
        .as("the return is declared")
        .isEmpty();
    assertThat(story.then(staffMoves(NEW), begins("talk")).breaches("E-STAGE-BACKWARD")).isEmpty();
  }

  @Test
  void anExitThatPromisesAStageBehindTheDealIsABreachOnce() {
    Contract late = free("late").path(exit("done")).exits(done().leaves(stage(SALES, NEW))).build();

    assertThat(
            Story.of(set(late)).then(staffMoves(WON), begins("late")).breaches("E-STAGE-BACKWARD"))
        .hasSize(1);
  }

  @Test
  void aMoveThatAColleagueOvertakesIsNobodysMistake() {
    Story overtaken =
        Story.of(set(movesToTalking()))
            .stepwise()
            .then(staffMoves(NEW), begins("talk"), staffMoves(WON))
            .done("talk");

    assertThat(overtaken.breaches("E-STAGE-BACKWARD"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.overtaken()).isTrue());
  }

  @Test
  void whatAColleagueMovesBackIsTheirs() {
    assertThat(
            Story.of(set(movesToTalking()))
                .then(staffMoves(WON), staffMoves(NEW))
                .breaches("E-STAGE-BACKWARD"))
        .isEmpty();
  }

  // E-EXIT-UNKEPT

  @Test
  void anExitThatIsNotTrueInTheEndIsABreach() {
    Contract late = free("late").path(exit("done")).exits(done().leaves(stage(SALES, NEW))).build();

    assertThat(Story.of(set(late)).then(staffMoves(WON), begins("late")).breaches("E-EXIT-UNKEPT"))
        .singleElement()
        .satisfies(breach ->
            assertThat(breach.words())
                .isEqualTo(
                    "exit *done* of *late* promises the deal at Sales / New, and the contact is left"
                        + " without it"));
    assertThat(Story.of(set(late)).then(begins("late")).breaches("E-EXIT-UNKEPT")).isEmpty();
    assertThat(
            Story.of(set(late))
                .stepwise()
                .then(begins("late"), new Act.RecordChanged(ContactChange.DELETED))
                .done("late")
                .breaches("E-EXIT-UNKEPT"))
        .as("a contact who is gone has no state")
        .isEmpty();
  }

  @Test
  void whatAnotherFalsifiedBeforeItWasReadBackIsRepairedAndKept() {
    Contract tags = free("tags").path(exit("done")).exits(done().leaves(tag("x"))).build();
    Story falsified =
        Story.of(set(tags))
            .stepwise()
            .then(begins("tags"))
            .done("tags")
            .then(new Act.TagChanged(new TagName("x"), TagChange.REMOVED, By.STAFF))
            .done("tags");

    assertThat(falsified.left()).isEmpty();
    assertThat(falsified.done("tags").done("tags").left()).containsExactly("tags: done");
    assertThat(falsified.done("tags").done("tags").breaches("E-EXIT-UNKEPT")).isEmpty();
  }

  @Test
  void whatAPersonUndoesWhileTheRunIsLeavingIsNobodysMistake() {
    Contract tags = free("tags").path(exit("done")).exits(done().leaves(tag("x"))).build();
    Act undo = new Act.TagChanged(new TagName("x"), TagChange.REMOVED, By.STAFF);
    Story undone =
        Story.of(set(tags))
            .stepwise()
            .then(begins("tags"))
            .done("tags")
            .then(undo)
            .done("tags")
            .done("tags")
            .then(undo)
            .done("tags");

    assertThat(undone.breaches("E-EXIT-UNKEPT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.overtaken()).isTrue());
  }

  @Test
  void anExitThatAColleagueMadeImpossibleIsTheirs() {
    Contract late =
        free("late")
            .path(waitFor("pause", days(1)).why("Test"), exit("done"))
            .exits(done().leaves(stage(SALES, NEW)))
            .build();
    Story moved =
        Story.of(set(late))
            .then(staffMoves(NEW), begins("late"), staffMoves(WON))
            .after(Duration.ofDays(2), new Act.Passes());

    assertThat(moved.breaches("E-EXIT-UNKEPT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.overtaken()).isTrue());
    assertThat(moved.breaches("E-STAGE-BACKWARD"))
        .as("that the exit wanted to move it back is another rule's")
        .singleElement()
        .satisfies(breach -> assertThat(breach.overtaken()).isFalse());
  }

  @Test
  void aMarkerThatAnExitForgetsIsABreach() {
    Contract marks =
        free("marks")
            .path(
                addTag("asked").why("Test"),
                await("answer")
                    .when(replied())
                    .then(removeTag("asked").why("Test"), exit("done"))
                    .silentFor(days(1))
                    .thenExit("silent")
                    .why("Test"))
            .exits(done(), exit("silent", HANDOVER).means("They never answered."))
            .build();
    Story begun = Story.of(set(marks)).then(begins("marks"));

    assertThat(begun.after(Duration.ofDays(2), new Act.Passes()).breaches("E-EXIT-UNKEPT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.words()).contains("leaves the tag `asked` behind"));
    assertThat(begun.then(new Act.Writes(Channel.SMS, "Yes")).breaches("E-EXIT-UNKEPT")).isEmpty();
  }

  @Test
  void anExitThatCouldNotBeReadBackIsNotKept() {
    Contract tags = free("tags").path(exit("done")).exits(done().leaves(tag("x"))).build();

    assertThat(
            Story.of(set(tags))
                .stepwise()
                .then(begins("tags"))
                .done("tags")
                .ends("tags", Answer.REFUSED)
                .breaches("E-EXIT-UNKEPT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.words()).contains("without proof"));
  }

  // E-GROUP-BROKEN

  private static ContractSet heat(Contract... contracts) {
    return new ContractSet(
        clinic().exclusive("heat", "hot", "warm", "cold").build(), List.of(contracts));
  }

  private static Contract cools(boolean tidy) {
    var begun = free("cool");
    return (tidy
            ? begun.path(removeTag("hot").why("Test"), addTag("cold").why("Test"), exit("done"))
            : begun.path(addTag("cold").why("Test"), exit("done")))
        .exits(done())
        .build();
  }

  @Test
  void twoTagsOfAnExclusiveGroupAreABreach() {
    Story broken = Story.of(heat(cools(false))).then(tagged("hot", By.STAFF), begins("cool"));

    assertThat(broken.breaches("E-GROUP-BROKEN"))
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.parties()).containsExactly("cool");
          assertThat(breach.words()).contains("[cold, hot] of group heat");
        });
    assertThat(broken.breaches("E-EXIT-UNKEPT")).as("and the run left it so").hasSize(1);
    assertThat(Story.of(heat(cools(true))).then(tagged("hot", By.STAFF), begins("cool")).broken())
        .isEmpty();
  }

  @Test
  void whoAddsBeforeTakingAwayBreaksTheGroupForAMoment() {
    Contract adds =
        free("adds")
            .path(addTag("cold").why("Test"), removeTag("hot").why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(heat(adds))
                .then(tagged("hot", By.STAFF), begins("adds"))
                .breaches("E-GROUP-BROKEN"))
        .hasSize(1);
  }

  @Test
  void aGroupThatIsEmptyBetweenTwoCommandsIsNotBrokenYet() {
    ContractSet set =
        new ContractSet(
            clinic().exactlyOne("state", "lead", "patient").build(),
            List.of(
                free("becomes")
                    .path(
                        removeTag("lead").why("Test"), addTag("patient").why("Test"), exit("done"))
                    .exits(done())
                    .build()));
    Story amid =
        Story.of(set).stepwise().then(tagged("lead", By.STAFF), begins("becomes")).done("becomes");

    assertThat(amid.breaches("E-GROUP-BROKEN")).isEmpty();
    assertThat(amid.done("becomes").breaches("E-GROUP-BROKEN")).isEmpty();
  }

  @Test
  void whatAColleaguePutsOutOfOrderIsTheirs() {
    assertThat(
            Story.of(heat(cools(false)))
                .then(tagged("hot", By.STAFF), tagged("cold", By.STAFF))
                .breaches("E-GROUP-BROKEN"))
        .isEmpty();
  }

  @Test
  void aGroupOfWhichOneMustHoldMayNotBeLeftEmpty() {
    ContractSet set =
        new ContractSet(
            clinic().exactlyOne("state", "lead", "patient").build(),
            List.of(free("forget").path(exit("done")).exits(done().leaves(noTag("lead"))).build()));

    assertThat(
            Story.of(set)
                .then(tagged("lead", By.STAFF), begins("forget"))
                .breaches("E-GROUP-BROKEN"))
        .hasSize(1);
  }

  // E-STAGE-STRANDED

  @Test
  void aDealThatIsLeftWhereNobodyHasANextMoveIsStranded() {
    assertThat(Story.of(set(movesToTalking())).then(begins("talk")).breaches("E-STAGE-STRANDED"))
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.parties()).containsExactly("talk");
          assertThat(breach.at()).isEqualTo("Talking");
        });
  }

  @Test
  void anOpenTaskARunADwellLimitOrAClosedDealKeepsItFromBeingStranded() {
    Contract withTask =
        free("task")
            .path(
                moveTo(SALES, TALKING).why("Test"),
                task("Call", hours(4)).why("Test"),
                exit("done"))
            .exits(done())
            .build();
    Contract waiting =
        free("wait")
            .path(
                moveTo(SALES, TALKING).why("Test"),
                waitFor("pause", days(1)).why("Test"),
                exit("done"))
            .exits(done())
            .build();
    Contract toNew =
        free("new").path(moveTo(SALES, NEW).why("Test"), exit("done")).exits(done()).build();
    ContractSet set = set(withTask, waiting, toNew, movesToTalking());

    assertThat(Story.of(set).then(begins("task")).breaches("E-STAGE-STRANDED")).isEmpty();
    assertThat(
            Story.of(set).then(begins("task"), new Act.TaskTicked()).breaches("E-STAGE-STRANDED"))
        .as("a colleague has it in hand")
        .isEmpty();
    assertThat(Story.of(set).then(begins("wait")).breaches("E-STAGE-STRANDED")).isEmpty();
    assertThat(Story.of(set).then(begins("new")).breaches("E-STAGE-STRANDED")).isEmpty();
    assertThat(
            Story.of(set)
                .then(
                    staffMoves(NEW),
                    new Act.DealMarked(SALES, DealStatus.LOST, By.STAFF),
                    begins("talk"))
                .breaches("E-STAGE-STRANDED"))
        .isEmpty();
  }

  @Test
  void aDealThatAColleagueMovedThereIsInTheirHands() {
    Contract other =
        free("other").path(addTag("x").why("Test"), exit("done")).exits(done()).build();

    assertThat(
            Story.of(set(other))
                .then(staffMoves(TALKING), begins("other"))
                .breaches("E-STAGE-STRANDED"))
        .isEmpty();
  }

  @Test
  void aRunThatTellsSomebodyStrandsNobody() {
    Contract telling =
        free("tell")
            .path(moveTo(SALES, TALKING).why("Test"), exit("done"))
            .exits(done().notifies(owner()))
            .build();

    assertThat(Story.of(set(telling)).then(begins("tell")).breaches("E-STAGE-STRANDED")).isEmpty();
  }

  // E-NO-EXIT

  @Test
  void aPathThatJustStopsIsABreach() {
    Contract stops = free("stops").path(addTag("x").why("Test")).exits(done()).build();
    Contract fails =
        free("stops")
            .path(addTag("x").why("Test"), exit("failed"))
            .exits(exit("failed", HANDOVER).means("The path just ended."))
            .build();

    assertThat(Story.of(set(stops)).then(begins("stops")).breaches("E-NO-EXIT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.words()).contains("the path just stops here"));
    assertThat(Story.of(set(fails)).then(begins("stops")).breaches("E-NO-EXIT")).isEmpty();
  }

  @Test
  void aRunThatWaitsForACommandThatNobodyCarriesOutStandsForEver() {
    assertThat(watch(false)).extracting(Breach::rule).containsExactly("E-NO-EXIT");
    assertThat(watch(true)).isEmpty();
  }

  /// The core leaves no run like this, so the chronicle is written by hand.
  private static List<Breach> watch(boolean commanded) {
    Run run =
        new Run(
            new RunId("run-1"),
            new ContactId("ana"),
            id("stops"),
            "",
            "contact",
            "",
            Instant.EPOCH,
            new Standing.Commanded(new NodeId("x"), new CommandId(new RunId("run-1"), 1)),
            Memory.fresh(Memory.Subject.contactOnly(), Map.of(), Instant.EPOCH));
    var who = new Who(run.id(), run.contract());
    Situation situation =
        new Situation(
            ContactSnapshot.gone(run.contact(), Instant.EPOCH),
            List.of(run),
            commanded ? List.of(who) : List.of(),
            false,
            false);
    return Monitors.of(Repertoire.of(set()))
        .watch(
            new Chronicle(
                ZoneOffset.UTC,
                List.of(new Chronicle.Dated(Instant.EPOCH, new Fact.Rests(situation)))));
  }

  @Test
  void everyRuleOfTheCatalogueThatIsWatchedIsListed() {
    assertThat(Monitors.of(Repertoire.of(set())).rules())
        .containsExactlyInAnyOrder(
            "E-OPTOUT-IGNORED",
            "E-STAGE-BACKWARD",
            "E-CONTACT-CONTESTED",
            "E-WRITE-CONFLICT",
            "E-MSG-DUPLICATE",
            "E-MSG-SPACING",
            "E-MSG-BUDGET",
            "E-EXIT-UNKEPT",
            "E-GROUP-BROKEN",
            "E-ADMIT-MISSING",
            "E-UNKNOWN-UNHANDLED",
            "E-ADMIT-STALE",
            "E-ROUTE-REFUSED",
            "E-STAGE-STRANDED",
            "E-CAUSE-LOOP",
            "E-NO-EXIT",
            "E-EVENT-UNHANDLED");
  }
}
