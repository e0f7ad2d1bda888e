package dev.interlock.library.mutants;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.noteAdded;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.WITHDRAWN;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.model.Channel.SMS;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.scenario.Outcome;
import dev.interlock.verifier.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A set with what the library has none of: tags, and waits for a time.
final class Recall {
  private static final LaneName TALKS = laneNamed("talks");
  private static final LaneName CARE = laneNamed("care");
  private static final String MARK = "in-recall";

  private Recall() {}

  static ContractSet set() {
    return new ContractSet(operation(), List.of(recall(), thanks()));
  }

  /// What is right of somebody who never answers, as far as a test can say.
  static List<Scenario> scenarios() {
    Script script =
        new Script(
            Opening.of("Ana"),
            List.of(
                Beat.now(new Act.FillsForm("Check-up card")),
                new Beat(Duration.ofDays(14), new Act.Passes())));
    Outcome right = Outcome.of(Simulation.play(Repertoire.of(set()), script).chronicle());
    return List.of(new Scenario("recall-and-silence", script, right, Optional.empty()));
  }

  private static Operation operation() {
    return business("Riverside Dental")
        .tag(MARK, writtenByContractsOnly())
        .tag("postponed")
        .exclusive("recall", MARK, "postponed")
        .optionField(
            "Recall", writtenByContractsOnly(), "Desk", "Silent", "Stopped", "Broken", "Thanked")
        .lane(TALKS, "One talk at a time")
        .lane(CARE, "One thing at a time for patients")
        .calendar("Check-ups")
        .team("Desk", "Ana Ruiz")
        .purpose("check-up", "Say that a check-up is due", days(2))
        .purpose("thanks", "Thank somebody who came", days(2))
        .build();
  }

  private static Contract recall() {
    return workflow("check-up-recall")
        .title("Check-up recall")
        .owner("Desk")
        .purpose("Nobody forgets the next check-up.")
        .startsWhen(formSubmitted("Check-up card"), milestone("Somebody asked to be reminded"))
        .admits(
            require(contact().hasPhone(), "there must be a number to text"),
            refuse(contact().optedOutOf(SMS), "they asked not to be texted"))
        .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
        .reentry(never())
        .throughout(
            whenever(either(optedOut(), replied().saying(optOut()))).thenExit("stopped"),
            whenever(either(booked(), replied())).thenExit("with-desk"))
        .path(
            removeTag("postponed").why("It is put off no longer"),
            addTag(MARK).why("The desk sees who is being asked"),
            sms("due", "Hi, your next check-up is due. Just answer this text.")
                .why("A check-up every half year keeps teeth")
                .purpose("check-up"),
            waitFor("three-days", days(3)).why("Nobody answers such a text at once"),
            sms("still-due", "Hi, we have kept some hours free for check-ups next month.")
                .why("Many people miss a first text")
                .purpose("check-up"),
            waitFor("a-week", days(7)).why("A week is enough"),
            removeTag(MARK).why("Nobody is asked any more"),
            exit("silent"))
        .exits(
            exit("with-desk", HANDOVER)
                .means("They answered; the desk carries on.")
                .leaves(noTag(MARK), field("Recall", "Desk"))
                .notifies(owner()),
            exit("silent", UNRESPONSIVE)
                .means("They did not answer.")
                .leaves(field("Recall", "Silent")),
            exit("stopped", DECLINED)
                .means("They do not want to be texted.")
                .leaves(noTag(MARK), field("Recall", "Stopped")),
            exit("failed", FAILED)
                .means("Something broke.")
                .leaves(noTag(MARK), field("Recall", "Broken"))
                .notifies(owner()),
            exit("taken-out", WITHDRAWN).means("The desk took them out.").leaves(noTag(MARK)))
        .build();
  }

  private static Contract thanks() {
    return workflow("thanks")
        .title("Thanks")
        .owner("Desk")
        .purpose("Whoever came is thanked.")
        .startsWhen(noteAdded(), milestone("The desk wrote down that they came"))
        .admits(
            require(contact().hasPhone(), "there must be a number to text"),
            refuse(contact().optedOutOf(SMS), "they asked not to be texted"))
        .lane(TALKS, whenOccupied(REFUSE).orElse("Desk says it when they come again"))
        .reentry(never())
        .path(
            sms("thanks", "Thank you for coming!").why("It costs nothing").purpose("thanks"),
            exit("thanked"))
        .exits(
            exit("thanked", HANDOVER)
                .means("They were thanked.")
                .leaves(field("Recall", "Thanked")))
        .build();
  }
}
