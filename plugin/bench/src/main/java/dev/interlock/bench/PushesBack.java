package dev.interlock.bench;

import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.PipelineName;

/// A flaw that no look at declarations can find: by the time that its one step runs, the deal may
/// be further on than its filter let in.
final class PushesBack {
  private static final String DESK = "Front desk";
  private static final PipelineName SALES = pipelineNamed("Sales");

  private PushesBack() {}

  static Contract contract() {
    return workflow("pushes-back")
        .title("Pushes back")
        .owner(DESK)
        .purpose("Deals look as if somebody had just answered.")
        .startsWhen(formSubmitted("Callback"), milestone("Somebody wants to be called"))
        .admits(
            require(
                stage(SALES).isAtOrBefore(stageNamed("Showed")),
                "later ones are the treatment desk's"))
        .outsideLanes("It says nothing to anybody")
        .reentry(never())
        .path(
            moveTo(SALES, stageNamed("Engaged")).named("push").why("The board shows it"),
            exit("done"))
        .exits(
            exit("done", HANDOVER).means("It is moved.").next("Front desk calls"),
            exit("broken", FAILED).means("It broke.").notifies(owner()).next("Front desk calls"))
        .build();
  }
}
