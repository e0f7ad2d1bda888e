package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Events.tagRemoved;
import static dev.interlock.contract.dsl.Events.taskCompleted;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.writtenBy;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.OWN_WRITES_COUNT;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.model.ExitKind.HANDOVER;
import static dev.interlock.contract.model.Operation.Writer.AUTOMATION;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.Drafting.NeedsTrigger;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;

/// Circles: workflows that set one another off.
final class LoopProofs {
  private LoopProofs() {}

  private static NeedsPath again(NeedsEntryFilter triggered) {
    return triggered
        .admitsEveryone("The desk wants to know")
        .outsideLanes("Only the desk sees it")
        .reentry(afterExit());
  }

  static ContractSet twoRoutesInACircle() {
    return set(
        again(triggered("a")) // E-CAUSE-LOOP
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("b"))
            .build(),
        again(named("b").startsWhen(routedHere(), milestone("We are done")))
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("a"))
            .build());
  }

  private static Contract tickingOff(NeedsEntryFilter triggered) {
    return again(triggered)
        .path(task("Tell them", dueIn(hours(4))).why("They asked"), exit("done"))
        .exits(exit("done", HANDOVER).means("It is done.").ticksOffTasks("Tell them"))
        .build();
  }

  static ContractSet theTaskThatAnExitTicksOff() {
    NeedsTrigger itself = named("a"); // E-CAUSE-LOOP
    return set(
        tickingOff(itself.startsWhen(taskCompleted(), milestone("It is done"), OWN_WRITES_COUNT)));
  }

  // not E-CAUSE-LOOP
  static ContractSet theTaskThatPeopleTickOff() {
    return set(tickingOff(named("a").startsWhen(taskCompleted(), milestone("It is done"))));
  }

  static ContractSet sixRoutesInACircle() {
    return set(
        again(triggered("a")) // E-CAUSE-LOOP unresolved
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("b"))
            .build(),
        passingOn("b", "c"),
        passingOn("c", "d"),
        passingOn("d", "e"),
        passingOn("e", "f"),
        passingOn("f", "a"));
  }

  private static Contract passingOn(String id, String next) {
    return again(named(id).startsWhen(routedHere(), milestone("We are done")))
        .path(note("Care").why("The desk reads it"), exit("done"))
        .exits(done().routesTo(next))
        .build();
  }

  // not E-CAUSE-LOOP
  static ContractSet twoRoutesThatEnd() {
    return set(
        again(triggered("a"))
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("b").orElse("Desk phones"))
            .build(),
        inside(named("b").startsWhen(routedHere(), milestone("We are done")))
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("a"))
            .build());
  }

  static ContractSet twoTagsInACircle() {
    return set(
        again(
                named("a") // E-CAUSE-LOOP
                    .startsWhen(tagAdded("vip"), milestone("A friend"), OWN_WRITES_COUNT))
            .path(
                removeTag("vip").why("Not any more"), // E-WRITE-CONFLICT
                exit("done"))
            .exits(done())
            .build(),
        again(named("b").startsWhen(tagRemoved("vip"), milestone("None"), OWN_WRITES_COUNT))
            .path(
                addTag("vip").why("Again"), // E-WRITE-CONFLICT
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoTagsOfWhichOneIsHeard() {
    return set(
        again(named("a").startsWhen(tagAdded("vip"), milestone("A friend"), OWN_WRITES_COUNT))
            .path(
                removeTag("vip").why("Not any more"), // E-WRITE-CONFLICT
                exit("done"))
            .exits(done())
            .build(),
        again(named("b").startsWhen(tagRemoved("vip"), milestone("None")))
            .path(
                addTag("vip").why("Again"), // E-WRITE-CONFLICT
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aRunDoesNotBeginItself() {
    return set(
        again(named("a").startsWhen(tagAdded("vip"), milestone("A friend"), OWN_WRITES_COUNT))
            .path(addTag("vip").why("They are a friend"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anAutomationClosesTheCircle() {
    return set(
        trade()
            .tag("hot", writtenBy(AUTOMATION))
            .automation(automation("Heater").startsOn(tagRemoved("hot")).mayWrite(tag("hot"))),
        again(
                named("a") // E-CAUSE-LOOP E-WRITE-CONFLICT
                    .startsWhen(tagAdded("hot"), milestone("They are hot")))
            .path(removeTag("hot").why("They cool down"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoAutomationsCloseTheCircle() {
    return set(
        trade()
            .tag("hot", writtenBy(AUTOMATION))
            .tag("warm", writtenBy(AUTOMATION))
            .automation(automation("Warmer").startsOn(tagRemoved("hot")).mayWrite(tag("warm")))
            .automation(automation("Heater").startsOn(tagAdded("warm")).mayWrite(tag("hot"))),
        again(
                named("a") // E-CAUSE-LOOP E-WRITE-CONFLICT
                    .startsWhen(tagAdded("hot"), milestone("They are hot")))
            .path(removeTag("hot").why("They cool down"), exit("done"))
            .exits(done())
            .build());
  }
}
