package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.taskCompleted;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.WITHDRAWN;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.completeTasks;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.won;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Step;

/// Tasks that a contract ticks off on one way, and leaves to nobody on another.
final class TaskProofs {
  private static final String PHONE = "Phone {{contact.name}}";

  private TaskProofs() {}

  private static Step.Act phone() {
    return task(PHONE, dueIn(hours(4))).named("phone").why("Some talk rather than text");
  }

  private static Step.Act settled() {
    return completeTasks(PHONE).named("settled").why("They answered");
  }

  private static Step.Await thatSettlesIt() {
    return await("answer")
        .when(replied())
        .because("We know more")
        .then(settled(), exit("done"))
        .silentFor(days(1))
        .thenExit("gone")
        .why("They may answer");
  }

  private static Exit broke() {
    return exit("failed", FAILED)
        .means("It broke.")
        .leaves(field("Ending", "Other"))
        .keepsTasks(PHONE)
        .notifies(owner());
  }

  private static Exit takenOut() {
    return exit("taken-out", WITHDRAWN).means("The desk took them out.").ticksOffTasks(PHONE);
  }

  static ContractSet anExitForgetsTheTask() {
    return set(
        begun("a")
            .path(phone(), thatSettlesIt())
            .exits(
                broke(),
                takenOut(),
                done(),
                exit("gone", UNRESPONSIVE) // E-EXIT-UNKEPT
                    .means("Nothing came.")
                    .leaves(field("Ending", "Gone")))
            .build());
  }

  // not E-EXIT-UNKEPT
  static ContractSet everyExitSaysWhatBecomesOfTheTask() {
    return set(
        begun("a")
            .path(phone(), thatSettlesIt())
            .exits(broke(), takenOut(), done(), gone().ticksOffTasks(PHONE))
            .build());
  }

  static ContractSet anExitLeavesTheTaskToPeople() {
    return set(
        begun("a")
            .path(phone(), thatSettlesIt())
            .exits(broke(), takenOut(), done(), gone().keepsTasks(PHONE))
            .build());
  }

  static ContractSet aHandlerForgetsTheTask() {
    return set(
        begun("a")
            .throughout(whenever(booked()).thenExit("won"))
            .path(
                phone(),
                waitFor("a-day", days(1)).why("They may answer"),
                completeTasks().named("settled").why("Nobody phones after a day"),
                exit("done"))
            .exits(broke(), takenOut(), done(), won()) // E-EXIT-UNKEPT
            .build());
  }

  static ContractSet oneOfTwoTasksIsForgotten() {
    return set(
        begun("a")
            .path(
                phone(),
                branch("known")
                    .when(contact().hasTag("vip"))
                    .because("The owner writes to them, too")
                    .then(
                        task("Write a card", dueIn(days(1))).named("card").why("They like it"),
                        settled(),
                        exit("won"))
                    .otherwise(completeTasks().named("all").why("Nobody is waited for"))
                    .why("It differs"),
                exit("done"))
            .exits(
                broke().keepsTasks("Write a card"),
                takenOut().ticksOffTasks("Write a card"),
                done(),
                won()) // E-EXIT-UNKEPT
            .build());
  }

  static ContractSet theTaskIsMadeAndNeverTickedOff() {
    return set(begun("a").path(phone(), exit("done")).exits(done()).build());
  }

  static ContractSet aColleagueTicksItOff() {
    return set(
        begun("a")
            .path(
                phone(),
                await("a-call")
                    .when(taskCompleted())
                    .thenExit("won")
                    .silentFor(days(1))
                    .then(settled(), exit("done"))
                    .why("Somebody phones them"))
            .exits(broke(), takenOut(), done(), won())
            .build());
  }
}
