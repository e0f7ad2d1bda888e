package dev.interlock.simulation;

import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.OWN_WRITES_COUNT;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsLane;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.Step;
import dev.interlock.simulation.script.Act;
import java.util.List;

/// A small business and the beginnings of small contracts, for stories.
public final class Clinic {
  public static final PipelineName SALES = pipelineNamed("Sales");
  public static final StageName NEW = stageNamed("New");
  public static final StageName TALKING = stageNamed("Talking");
  public static final StageName BOOKED = stageNamed("Booked");
  public static final StageName WON = stageNamed("Won");
  public static final LaneName TALKS = laneNamed("talks");
  public static final CalendarName VISITS = new CalendarName("Visits");

  private Clinic() {}

  /// New has a dwell limit and Talking has none; from Booked a deal may go back to Talking.
  public static OperationWords clinic() {
    return business("Clinic")
        .pipeline(
            SALES,
            stage(NEW).ownedBy("Desk").dwellsAtMost(days(1)).staffDo("Phone"),
            stage(TALKING).ownedBy("Desk").staffDo("Answer"),
            stage(BOOKED).ownedBy("Desk").dwellsAtMost(days(9)).mayReturnTo(TALKING),
            stage(WON).asLast())
        .lane(TALKS, "One talk at a time")
        .calendar("Visits")
        .team("Desk", "Ana Ruiz");
  }

  public static ContractSet set(Contract... contracts) {
    return new ContractSet(clinic().build(), List.of(contracts));
  }

  public static NeedsEntryFilter triggered(String id, EventPattern event) {
    return workflow(id)
        .title("Title")
        .owner("Desk")
        .purpose("Nobody waits.")
        .startsWhen(event, milestone("It happened"));
  }

  /// A contract that a form of its own name begins.
  public static NeedsLane named(String id) {
    return open(triggered(id, formSubmitted(id)));
  }

  private static NeedsLane open(NeedsEntryFilter triggered) {
    return triggered.admitsEveryone("Everybody is welcome");
  }

  /// Who fills its form enters, beside whatever else is under way, as often as they like.
  public static NeedsPath free(String id) {
    return named(id).outsideLanes("It is a test").reentry(afterExit());
  }

  public static NeedsPath freeOn(String id, EventPattern event) {
    return triggered(id, event)
        .admitsEveryone("Everybody is welcome")
        .outsideLanes("It is a test")
        .reentry(afterExit());
  }

  /// The same, begun by our own writes as well.
  public static NeedsPath freeOnOurs(String id, EventPattern event) {
    return workflow(id)
        .title("Title")
        .owner("Desk")
        .purpose("Nobody waits.")
        .startsWhen(event, milestone("It happened"), OWN_WRITES_COUNT)
        .admitsEveryone("Everybody is welcome")
        .outsideLanes("It is a test")
        .reentry(afterExit());
  }

  /// The act that begins a contract of [#free].
  public static Act begins(String id) {
    return new Act.FillsForm(id);
  }

  public static ContractId id(String id) {
    return new ContractId(id);
  }

  public static StageRef at(StageName stage) {
    return new StageRef(SALES, stage);
  }

  public static Step.Send say(String name) {
    return sms(name, "This is " + name + ".").why("They should know");
  }

  public static Exit done() {
    return exit("done", HANDOVER).means("It is done.");
  }
}
