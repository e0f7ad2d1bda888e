package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.CLOSED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.ending;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;
import static dev.interlock.contract.shop.Shop.triggered;
import static dev.interlock.contract.shop.Shop.won;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import java.util.List;

/// Endings that leave what a success leaves.
final class SuccessCorpus {
  private static final PipelineName REPAIRS = pipelineNamed("Repairs");
  private static final StageName BROUGHT = stageNamed("Brought");
  private static final StageName OFFERED = stageNamed("Offered");
  private static final StageName MENDED = stageNamed("Mended");

  private SuccessCorpus() {}

  private static NeedsPath admitting(Condition where) {
    return triggered("a")
        .admits(
            require(contact().hasPhone(), "there must be a number"),
            refuse(contact().optedOutOf(SMS), "they said so"),
            require(where, "further on, people talk to them"))
        .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
        .reentry(never())
        .ignores(optedOut(), "Their texts stop by themselves.");
  }

  private static Contract asking(NeedsPath begun, Exit bought, Exit silent) {
    return begun
        .throughout(whenever(replied()).thenExit("bought"))
        .path(say("hello"), exit("silent"))
        .exits(bought, silent)
        .build();
  }

  private static Exit bought(Leaves... leaves) {
    return exit("bought", SUCCESS).means("They bought.").leaves(leaves);
  }

  private static Exit silent() {
    return exit("silent", UNRESPONSIVE).means("They never answered.");
  }

  private static NeedsPath open() {
    return admitting(stage(ORDERS).isBefore(CLOSED));
  }

  private static Operation workshop() {
    return shop()
        .pipeline(
            REPAIRS,
            stage(BROUGHT).ownedBy("Desk").dwellsAtMost(days(7)).staffDo("Look at it"),
            stage(OFFERED).ownedBy("Desk").dwellsAtMost(days(7)).staffDo("Mend it"),
            stage(MENDED).ownedBy("Desk").dwellsAtMost(days(7)).staffDo("Phone"))
        .build();
  }

  static ContractSet silenceLeavesTheDealWhereASuccessDoes() {
    return set(
        asking(
            open(),
            bought(stage(ORDERS, CLOSED), ending("Won")),
            exit("silent", UNRESPONSIVE) // W-EXIT-AS-SUCCESS
                .means("They never answered.")
                .leaves(stage(ORDERS, CLOSED), ending("Gone"))));
  }

  static ContractSet silenceLeavesTheDealFurtherOnThanASuccess() {
    return new ContractSet(
        workshop(),
        List.of(
            asking(
                admitting(stage(REPAIRS).isBefore(OFFERED)),
                bought(stage(REPAIRS, OFFERED), ending("Won")),
                exit("silent", UNRESPONSIVE) // W-EXIT-AS-SUCCESS
                    .means("They never answered.")
                    .leaves(stage(REPAIRS, MENDED), ending("Gone")))));
  }

  static ContractSet aFailureLeavesTheWordOfASuccess() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("won"))
            .path(say("hello").onFailure(retry(3), thenExit("broken")), exit("gone"))
            .exits(
                won(),
                gone(),
                exit("broken", FAILED) // W-EXIT-AS-SUCCESS
                    .means("It broke.")
                    .leaves(noTag("done"), noTag("gone"), ending("Won"))
                    .notifies(owner()))
            .build());
  }

  static ContractSet silenceLeavesTheWordOfAnothersSuccess() {
    return set(
        asking(
            begun("a"),
            bought(ending("Done")),
            exit("silent", UNRESPONSIVE) // W-EXIT-AS-SUCCESS
                .means("They never answered.")
                .leaves(ending("Won"))),
        begun("b")
            .throughout(whenever(replied()).thenExit("won"))
            .path(say("hi"), exit("gone"))
            .exits(won(), gone())
            .build());
  }

  // not W-EXIT-AS-SUCCESS
  static ContractSet aDealThatMayHaveStoodThereBefore() {
    return set(
        asking(
            begun("a"),
            bought(stage(ORDERS, CLOSED), ending("Won")),
            silent().leaves(stage(ORDERS, CLOSED), ending("Gone"))));
  }

  static ContractSet anEarlierStage() {
    return set(
        asking(
            open(),
            bought(stage(ORDERS, CLOSED), ending("Won")),
            silent().leaves(stage(ORDERS, ASKED), ending("Gone"))));
  }

  static ContractSet aHandoverAtTheStageOfASuccess() {
    return set(
        asking(
            open(),
            bought(stage(ORDERS, CLOSED), ending("Won")),
            exit("silent", HANDOVER)
                .means("The desk asks again.")
                .leaves(stage(ORDERS, CLOSED), ending("Done"))));
  }

  static ContractSet aFieldThatTellsNoEndingsApart() {
    return set(
        asking(
            begun("a"),
            bought(field("Mood", "Happy"), ending("Won")),
            silent().leaves(field("Mood", "Happy"), ending("Gone"))));
  }
}
