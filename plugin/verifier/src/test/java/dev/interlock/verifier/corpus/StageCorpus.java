package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.any;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.model.RunKey.OPPORTUNITY;
import static dev.interlock.contract.shop.Shop.done;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.Drafting.NeedsReentry;
import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.dsl.StageDraft;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import java.util.List;

/// Stages: who comes there, and whose they are.
final class StageCorpus {
  private static final PipelineName QUOTES = pipelineNamed("Quotes");
  private static final StageName WISH = stageNamed("Wish");
  private static final StageName OFFER = stageNamed("Offer");
  private static final StageName OLD = stageNamed("Old");
  private static final LaneName LANE = laneNamed("cards");
  private static final LaneName OTHER = laneNamed("other cards");

  private StageCorpus() {}

  private static OperationWords office() {
    return business("Office")
        .team("Desk", "Ana Ruiz")
        .team("Sales", "Ben Cole")
        .tag("done")
        .optionField("Ending", "Done")
        .lane(LANE, "One card at a time");
  }

  private static StageDraft ofDesk(StageName name) {
    return stage(name).ownedBy("Desk").dwellsAtMost(days(7)).staffDo("Ring them");
  }

  private static NeedsEntryFilter starting(EventPattern event) {
    return starting("a", event);
  }

  private static NeedsEntryFilter starting(String id, EventPattern event) {
    return workflow(id)
        .title("Card " + id)
        .owner("Desk")
        .purpose("No card is forgotten.")
        .startsWhen(event, milestone("Somebody called"));
  }

  private static NeedsPath admitting(Condition where) {
    return admitting(callMissed(), where);
  }

  private static NeedsPath admitting(EventPattern event, Condition where) {
    return starting(event)
        .admits(require(where, "the others are settled"))
        .lane(LANE, whenOccupied(REFUSE))
        .reentry(never());
  }

  private static Contract offering(NeedsPath begun) {
    return begun
        .path(moveTo(QUOTES, OFFER).why("The board shows it"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet behindTheLastStage() {
    return new ContractSet(
        office()
            .pipeline(
                QUOTES,
                stage(OLD).asLast(),
                stage(WISH) // E-STAGE-UNREACHABLE
                    .ownedBy("Desk")
                    .dwellsAtMost(days(7))
                    .staffDo("Ring them"),
                stage(OFFER).asLast()) // E-STAGE-UNREACHABLE
            .build(),
        List.of());
  }

  static ContractSet onlyThoseWhoAreThereAlready() {
    return new ContractSet(
        office()
            .pipeline(
                QUOTES,
                stage(OLD).asLast(),
                stage(OFFER) // E-STAGE-UNREACHABLE
                    .ownedBy("Desk")
                    .dwellsAtMost(days(7))
                    .staffDo("Ask"),
                stage(WISH).asLast()) // E-STAGE-UNREACHABLE
            .build(),
        List.of(offering(admitting(stage(QUOTES).isAtOrAfter(OFFER)))));
  }

  static ContractSet onlyThoseWhoEnteredAlready() {
    return new ContractSet(
        office()
            .pipeline(QUOTES, stage(OLD).asLast(), stage(OFFER).asLast()) // E-STAGE-UNREACHABLE
            .build(),
        List.of(
            offering(
                admitting(enters(QUOTES, OFFER), not(stage(QUOTES).is(OLD)))
                    .keyedBy(OPPORTUNITY))));
  }

  static ContractSet aContractBringsThemThere() {
    return new ContractSet(
        office().pipeline(QUOTES, stage(OLD).asLast(), stage(OFFER).asLast()).build(),
        List.of(offering(admitting(any(stage(QUOTES).isBefore(OLD), stage(QUOTES).is(OFFER))))));
  }

  // not E-STAGE-UNREACHABLE
  static ContractSet anAutomationBringsThemThere() {
    return new ContractSet(
        office()
            .pipeline(QUOTES, stage(OLD).asLast(), stage(OFFER).asLast())
            .automation(automation("Importer").mayWrite(stage(QUOTES, OFFER)))
            .build(),
        List.of());
  }

  static ContractSet colleaguesBringThemThere() {
    return new ContractSet(
        office().pipeline(QUOTES, ofDesk(WISH), ofDesk(OFFER), stage(OLD).asLast()).build(),
        List.of());
  }

  private static ContractSet withSalesInTheMiddle(Contract contract) {
    return new ContractSet(
        office()
            .pipeline(
                QUOTES,
                ofDesk(WISH),
                stage(OLD).ownedBy("Sales").dwellsAtMost(days(7)).staffDo("Ask"),
                ofDesk(OFFER),
                stage(stageNamed("Sold")).asLast())
            .build(),
        List.of(contract));
  }

  static ContractSet takesOutOfAnotherTeamsStage() {
    return withSalesInTheMiddle(
        admitting(stage(QUOTES).isBefore(OFFER))
            .path(
                moveTo(QUOTES, OFFER).why("The board shows it"), // E-STAGE-OWNER
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet takesOutOfAnotherTeamsStageByItsExit() {
    return withSalesInTheMiddle(
        admitting(stage(QUOTES).isAtOrAfter(OLD))
            .path(exit("done"))
            .exits(
                done() // E-STAGE-OWNER
                    .leaves(stage(QUOTES, OFFER)))
            .build());
  }

  static ContractSet leavesAnotherTeamsStageAlone() {
    return withSalesInTheMiddle(offering(admitting(stage(QUOTES).isBefore(OLD))));
  }

  static ContractSet handsOverToAnotherTeam() {
    return withSalesInTheMiddle(
        admitting(stage(QUOTES).isAtOrBefore(WISH))
            .path(moveTo(QUOTES, OLD).why("Sales goes on"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet takesItBackWhereThatIsAllowed() {
    return new ContractSet(
        office()
            .pipeline(
                QUOTES,
                ofDesk(WISH),
                ofDesk(OFFER),
                stage(OLD).ownedBy("Sales").dwellsAtMost(days(7)).staffDo("Ask").mayReturnTo(WISH),
                stage(stageNamed("Sold")).asLast())
            .build(),
        List.of(
            admitting(stage(QUOTES).is(OLD))
                .path(
                    moveTo(QUOTES, WISH).why("They wish for more"), // E-STAGE-OWNER
                    exit("done"))
                .exits(done())
                .build()));
  }

  static ContractSet cannotTakeItBack() {
    return withSalesInTheMiddle(
        admitting(stage(QUOTES).is(OLD))
            .path(moveTo(QUOTES, WISH).why("They wish for more"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet leavesItWhereItIs() {
    return withSalesInTheMiddle(
        admitting(stage(QUOTES).is(OLD))
            .path(moveTo(QUOTES, OLD).why("To be sure"), exit("done"))
            .exits(done())
            .build());
  }

  // not E-NAME-DUPLICATE
  static ContractSet movesDealsOfAnotherPipeline() {
    PipelineName repairs = pipelineNamed("Repairs");
    return new ContractSet(
        office()
            .pipeline(repairs, ofDesk(WISH), ofDesk(OFFER), stage(OLD).asLast())
            .pipeline(
                QUOTES,
                stage(WISH).ownedBy("Sales").dwellsAtMost(days(7)).staffDo("Ask"),
                stage(OLD).asLast(),
                stage(stageNamed("Sold")).asLast())
            .build(),
        List.of(
            starting(callMissed())
                .admitsEveryone("It is a test")
                .lane(LANE, whenOccupied(REFUSE))
                .reentry(never())
                .path(moveTo(repairs, OLD).why("It is mended"), exit("done"))
                .exits(done())
                .build()));
  }

  static ContractSet aStageOfTheSameNameElsewhere() {
    PipelineName repairs = pipelineNamed("Repairs");
    return new ContractSet(
        office()
            .pipeline(repairs, ofDesk(WISH), stage(OFFER).asLast())
            .pipeline(QUOTES, stage(OLD).asLast(), stage(OFFER).asLast()) // E-STAGE-UNREACHABLE
            .build(),
        List.of(
            starting(callMissed())
                .admitsEveryone("It is a test")
                .lane(LANE, whenOccupied(REFUSE))
                .reentry(never())
                .path(moveTo(repairs, OFFER).why("It is mended"), exit("done"))
                .exits(done())
                .build()));
  }

  static ContractSet colleaguesTakeThemBackThere() {
    return new ContractSet(
        office()
            .pipeline(
                QUOTES,
                stage(OLD).asLast(),
                stage(WISH).asLast(),
                ofDesk(OFFER).mayReturnTo(WISH),
                stage(stageNamed("Sold")).asLast())
            .automation(automation("Importer").mayWrite(stage(QUOTES, OFFER)))
            .build(),
        List.of());
  }

  private static ContractSet withQuotes(StageDraft first, StageDraft second) {
    return new ContractSet(
        office().pipeline(QUOTES, first, second, stage(OFFER).asLast()).build(), List.of());
  }

  static ContractSet aDealThatADeskMakesIsForgotten() {
    return withQuotes(
        stage(WISH) // E-STAGE-STRANDED
            .ownedBy("Desk")
            .staffDo("Ring them"),
        ofDesk(OLD));
  }

  static ContractSet aDealThatADeskMovesOnIsForgotten() {
    return withQuotes(
        ofDesk(WISH),
        stage(OLD) // E-STAGE-STRANDED
            .ownedBy("Desk")
            .staffDo("Ring them"));
  }

  static ContractSet aDealThatComesBackIsForgotten() {
    return new ContractSet(
        office()
            .pipeline(
                QUOTES,
                stage(OFFER).asLast(),
                stage(WISH) // E-STAGE-STRANDED
                    .ownedBy("Desk")
                    .staffDo("Ring them"),
                ofDesk(OLD).mayReturnTo(WISH),
                stage(stageNamed("Sold")).asLast())
            .automation(automation("Importer").mayWrite(stage(QUOTES, OLD)))
            .build(),
        List.of());
  }

  private static NeedsReentry entering(StageName at) {
    return starting(enters(QUOTES, at))
        .admitsEveryone("Each of them waits")
        .outsideLanes("Only the desk sees it");
  }

  private static Contract takingUp(NeedsPath begun) {
    return begun
        .keyedBy(OPPORTUNITY)
        .path(note("It came").why("The desk reads it"), exit("done"))
        .exits(done().notifies(owner()))
        .build();
  }

  private static ContractSet imported(StageDraft second, Contract... contracts) {
    return new ContractSet(
        office()
            .pipeline(QUOTES, stage(WISH).asLast(), second, stage(OFFER).asLast())
            .automation(automation("Importer").mayWrite(stage(QUOTES, OLD)))
            .build(),
        List.of(contracts));
  }

  static ContractSet whatAnAutomationBringsIsForgotten() {
    return imported(
        stage(OLD) // E-STAGE-STRANDED
            .ownedBy("Desk")
            .staffDo("Ring them"));
  }

  static ContractSet whatAnAutomationBringsIsDueInAWeek() {
    return imported(ofDesk(OLD));
  }

  // not E-STAGE-STRANDED
  static ContractSet whatAnAutomationBringsIsTakenUp() {
    return imported(
        stage(OLD).ownedBy("Desk").staffDo("Ring them"),
        takingUp(entering(OLD).reentry(afterExit())));
  }

  static ContractSet whatAnAutomationBringsIsTakenUpOnceOnly() {
    return imported(
        stage(OLD) // E-STAGE-STRANDED
            .ownedBy("Desk")
            .staffDo("Ring them"),
        takingUp(entering(OLD).reentry(never())));
  }

  static ContractSet whatAnAutomationBringsElsewhereIsTakenUp() {
    return imported(
        stage(OLD) // E-STAGE-STRANDED
            .ownedBy("Desk")
            .staffDo("Ring them"),
        takingUp(entering(OFFER).reentry(afterExit())));
  }

  static ContractSet onlyAContractBringsThemThere() {
    return new ContractSet(
        office()
            .pipeline(
                QUOTES,
                stage(WISH).asLast(),
                stage(OLD).ownedBy("Desk").staffDo("Ring them"),
                stage(OFFER).asLast())
            .build(),
        List.of(
            admitting(stage(QUOTES).isBefore(OLD))
                .path(moveTo(QUOTES, OLD).why("The board shows it"), exit("done"))
                .exits(done())
                .build()));
  }

  private static ContractSet ofTwo(StageDraft wish, Contract... contracts) {
    return new ContractSet(
        office()
            .lane(OTHER, "Another card at a time")
            .pipeline(QUOTES, wish, ofDesk(OLD), stage(OFFER).asLast())
            .build(),
        List.of(contracts));
  }

  private static NeedsPath from(String id, LaneName lane, Condition where) {
    return starting(id, callMissed())
        .admits(require(where, "the others are settled"))
        .lane(lane, whenOccupied(REFUSE).orElse("Desk rings them"))
        .reentry(never());
  }

  private static Contract toOld(String id) {
    return from(id, LANE, stage(QUOTES).is(WISH))
        .path(moveTo(QUOTES, OLD).why("The board shows it"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet twoMoveOnFromOneStage() {
    return ofTwo(
        ofDesk(WISH),
        toOld("a"),
        from("b", OTHER, stage(QUOTES).isAtOrBefore(WISH))
            .path(
                moveTo(QUOTES, OFFER).why("It is offered"), // E-STAGE-OWNER
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet twoMoveOnFromOneStageOneByItsExit() {
    return ofTwo(
        ofDesk(WISH),
        toOld("a"),
        from("b", OTHER, stage(QUOTES).is(WISH))
            .path(exit("done"))
            .exits(
                done() // E-STAGE-OWNER
                    .leaves(stage(QUOTES, OFFER)))
            .build());
  }

  private static Contract toOffer(LaneName lane, Condition where) {
    return from("b", lane, where)
        .path(moveTo(QUOTES, OFFER).why("It is offered"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet twoMoveOnOneAfterTheOther() {
    return ofTwo(ofDesk(WISH), toOld("a"), toOffer(LANE, stage(QUOTES).is(WISH)));
  }

  static ContractSet twoMoveOnFromTwoStages() {
    return ofTwo(ofDesk(WISH), toOld("a"), toOffer(OTHER, stage(QUOTES).is(OLD)));
  }

  // not E-STAGE-OWNER
  static ContractSet theStageNamesBoth() {
    return ofTwo(
        ofDesk(WISH).movedOnBy("a", "b"), toOld("a"), toOffer(OTHER, stage(QUOTES).is(WISH)));
  }

  static ContractSet theStageNamesOneOnly() {
    return ofTwo(
        ofDesk(WISH).movedOnBy("a"),
        toOld("a"),
        from("b", LANE, stage(QUOTES).is(WISH))
            .path(
                moveTo(QUOTES, OFFER).why("It is offered"), // E-STAGE-OWNER
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theStageNamesAnotherTeamsContract() {
    return ofTwo(
        stage(WISH).ownedBy("Sales").dwellsAtMost(days(7)).staffDo("Ask").movedOnBy("a"),
        toOld("a"));
  }

  static ContractSet theStageNamesAContractThatIsNotThere() {
    return ofTwo(
        stage(WISH) // E-NAME-UNBOUND
            .ownedBy("Desk")
            .dwellsAtMost(days(7))
            .staffDo("Ask")
            .movedOnBy("a")
            .movedOnBy("c"),
        toOld("a"));
  }
}
