package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.deal;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.markDeal;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.CLOSED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.ending;
import static dev.interlock.contract.shop.Shop.first;
import static dev.interlock.contract.shop.Shop.other;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.Step;
import java.util.List;

/// Deals that are over by their stage, by their status, or by both.
final class DealCorpus {
  private static final PipelineName REPAIRS = pipelineNamed("Repairs");
  private static final StageName MENDED = stageNamed("Mended");
  private static final StageName SCRAPPED = stageNamed("Scrapped");

  private DealCorpus() {}

  private static Contract parting(Exit first, Exit other) {
    return parting(note("Asked").why("So that the desk knows"), first, other);
  }

  private static Contract parting(Step before, Exit first, Exit other) {
    return begun("a")
        .throughout(whenever(replied()).thenExit("other"))
        .path(say("hello"), before, exit("first"))
        .exits(first, other)
        .build();
  }

  private static ContractSet inTheWorkshop(Contract contract) {
    return new ContractSet(
        shop().pipeline(REPAIRS, stage(MENDED).asLast(), stage(SCRAPPED).asLast()).build(),
        List.of(contract));
  }

  static ContractSet aLostDealAtAStageInWhichWorkGoesOn() {
    return set(
        parting(
            first().leaves(ending("Other")),
            other() // W-DEAL-HALF-CLOSED
                .leaves(stage(ORDERS, ASKED), deal(ORDERS, DealStatus.LOST), ending("Done"))));
  }

  static ContractSet anAbandonedDealAtAStageInWhichWorkGoesOn() {
    return set(
        parting(
            first() // W-DEAL-HALF-CLOSED
                .leaves(ending("Other"), deal(ORDERS, DealStatus.ABANDONED), stage(ORDERS, ASKED)),
            other().leaves(ending("Done"))));
  }

  static ContractSet aLastStageOfWhichOnlyOneExitSaysTheStatus() {
    return set(
        parting(
            first().leaves(stage(ORDERS, CLOSED), deal(ORDERS, DealStatus.LOST), ending("Other")),
            other() // W-DEAL-HALF-CLOSED
                .leaves(stage(ORDERS, CLOSED), ending("Done"))));
  }

  // not W-DEAL-HALF-CLOSED
  static ContractSet aLastStageOfWhichBothExitsSayAStatus() {
    return set(
        parting(
            first().leaves(stage(ORDERS, CLOSED), deal(ORDERS, DealStatus.LOST), ending("Other")),
            other().leaves(stage(ORDERS, CLOSED), deal(ORDERS, DealStatus.WON), ending("Done"))));
  }

  static ContractSet aLostDealWhereverItStands() {
    return set(
        parting(
            first().leaves(deal(ORDERS, DealStatus.LOST), ending("Other")),
            other().leaves(stage(ORDERS, ASKED), deal(ORDERS, DealStatus.OPEN), ending("Done"))));
  }

  static ContractSet aLastStageOfWhichNobodySaysTheStatus() {
    return set(
        parting(
            first().leaves(stage(ORDERS, CLOSED), ending("Other")),
            other().leaves(stage(ORDERS, CLOSED), ending("Done"))));
  }

  static ContractSet aLastStageInAPipelineOfWhichAnotherIsLeftWithAStatus() {
    return inTheWorkshop(
        parting(
            first() // W-DEAL-HALF-CLOSED
                .leaves(stage(REPAIRS, MENDED), ending("Other")),
            other()
                .leaves(stage(REPAIRS, SCRAPPED), deal(REPAIRS, DealStatus.LOST), ending("Done"))));
  }

  static ContractSet anOpenDealAtALastStage() {
    return set(
        parting(
            first() // W-DEAL-HALF-CLOSED
                .leaves(stage(ORDERS, CLOSED), deal(ORDERS, DealStatus.OPEN), ending("Other")),
            other().leaves(ending("Done"))));
  }

  static ContractSet aLostDealOfWhichOnlyOneExitSaysTheStage() {
    return set(
        parting(
            first() // W-DEAL-HALF-CLOSED
                .leaves(deal(ORDERS, DealStatus.LOST), ending("Other")),
            other().leaves(stage(ORDERS, CLOSED), deal(ORDERS, DealStatus.LOST), ending("Done"))));
  }

  // not W-DEAL-HALF-CLOSED
  static ContractSet aLostDealThatAStepHasMovedToTheEnd() {
    return set(
        parting(
            moveTo(ORDERS, CLOSED).why("The board shows it"),
            first().leaves(deal(ORDERS, DealStatus.LOST), ending("Other")),
            other().leaves(stage(ORDERS, CLOSED), deal(ORDERS, DealStatus.LOST), ending("Done"))));
  }

  // not W-DEAL-HALF-CLOSED
  static ContractSet aLastStageToWhichAStepHasSaidTheStatus() {
    return set(
        parting(
            markDeal(ORDERS, DealStatus.WON).why("The reports count it"),
            first().leaves(stage(ORDERS, CLOSED), ending("Other")),
            other().leaves(stage(ORDERS, CLOSED), deal(ORDERS, DealStatus.LOST), ending("Done"))));
  }

  static ContractSet theStatusOfAnotherPipelineSaysNothing() {
    return inTheWorkshop(
        parting(
            first().leaves(stage(REPAIRS, MENDED), ending("Other")),
            other()
                .leaves(
                    stage(REPAIRS, SCRAPPED),
                    stage(ORDERS, CLOSED),
                    deal(ORDERS, DealStatus.LOST),
                    ending("Done"))));
  }
}
