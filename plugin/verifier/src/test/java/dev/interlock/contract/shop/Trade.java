package dev.interlock.contract.shop;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.WITHDRAWN;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsLane;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.Drafting.NeedsReentry;
import dev.interlock.contract.dsl.Drafting.NeedsTrigger;
import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.Step;
import java.util.List;

/// A business of which everything can be proved, and the beginnings of contracts of which
/// everything can be, so that each example of the proofs' corpus shows its one flaw.
///
/// It lives below `dev.interlock.contract` for the reason that [Shop] gives.
public final class Trade {
  public static final PipelineName SALES = pipelineNamed("Sales");
  public static final PipelineName REPAIRS = pipelineNamed("Repairs");
  public static final StageName NEW = stageNamed("New");
  public static final StageName ENGAGED = stageNamed("Engaged");
  public static final StageName BOOKED = stageNamed("Booked");
  public static final StageName WON = stageNamed("Won");
  public static final LaneName TALKS = laneNamed("talks");
  public static final LaneName CARE = laneNamed("care");

  private Trade() {}

  /// Its tags `waiting` and `asked` are written by contracts alone, and so is the field `Step`.
  public static OperationWords trade() {
    return business("Garden Trade")
        .pipeline(
            SALES,
            stage(NEW).ownedBy("Desk").dwellsAtMost(days(2)).staffDo("Call them"),
            stage(ENGAGED).ownedBy("Desk").dwellsAtMost(days(7)).staffDo("Offer a date"),
            stage(BOOKED).ownedBy("Desk").dwellsAtMost(days(30)).staffDo("Prepare the visit"),
            stage(WON).asLast())
        .tag("vip")
        .tag("cold")
        .tag("waiting", writtenByContractsOnly())
        .tag("asked", writtenByContractsOnly())
        .optionField("Mood", "Happy", "Sad")
        .optionField("Ending", writtenByContractsOnly(), "Done", "Gone", "Won", "Other")
        .field("Score", dev.interlock.contract.model.Operation.FieldKind.NUMBER)
        .field("Renewal", dev.interlock.contract.model.Operation.FieldKind.DATE)
        .field("Source", dev.interlock.contract.model.Operation.FieldKind.TEXT)
        .lane(TALKS, "One talk at a time")
        .lane(CARE, "One thing at a time for customers")
        .calendar("Visits")
        .team("Desk", "Ana Ruiz")
        .purpose("offer", "Offer something", days(2));
  }

  public static ContractSet set(Contract... contracts) {
    return set(trade(), contracts);
  }

  public static ContractSet set(OperationWords operation, Contract... contracts) {
    return new ContractSet(operation.build(), List.of(contracts));
  }

  public static NeedsTrigger named(String id) {
    return titled(id, id);
  }

  public static NeedsTrigger titled(String id, String title) {
    return workflow(id).title(title).owner("Desk").purpose("Nobody waits for us.");
  }

  public static NeedsEntryFilter triggered(String id) {
    return named(id).startsWhen(callMissed(), milestone("Somebody called"));
  }

  /// Whoever can be texted and has not said no to it.
  public static NeedsLane reachable(NeedsEntryFilter triggered) {
    return triggered.admits(
        require(contact().hasPhone(), "there must be a number"),
        refuse(contact().optedOutOf(Channel.SMS), "they asked for no texts"));
  }

  public static NeedsReentry laned(NeedsLane filtered) {
    return filtered.lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"));
  }

  public static NeedsPath begun(NeedsEntryFilter triggered) {
    return laned(reachable(triggered)).reentry(never());
  }

  public static NeedsPath begun(String id) {
    return begun(triggered(id));
  }

  /// Everybody, who can therefore not cease to qualify.
  public static NeedsPath begunForAll(String id) {
    return laned(triggered(id).admitsEveryone("Whoever calls is meant")).reentry(never());
  }

  /// Whatever the contact does, the desk sees to it.
  public static NeedsPath unheeding(NeedsPath begun) {
    return begun
        .ignores(replied(), "The desk reads the answers.")
        .ignores(optedOut(), "The CRM sends nothing then.")
        .ignores(dealWon(), "The desk knows.")
        .ignores(dealLost(), "The desk knows.");
  }

  /// Something that only the business sees, for everybody, as often as it comes.
  public static NeedsPath inside(NeedsEntryFilter triggered) {
    return triggered
        .admitsEveryone("The desk wants to know")
        .outsideLanes("Only the desk sees it")
        .reentry(never());
  }

  public static Step.Send say(String name) {
    return sms(name, "This is " + name + ".").why("They should know");
  }

  public static Exit done() {
    return exit("done", HANDOVER).means("It is done.").leaves(field("Ending", "Done"));
  }

  public static Exit gone() {
    return exit("gone", UNRESPONSIVE).means("Nothing came.").leaves(field("Ending", "Gone"));
  }

  public static Exit won() {
    return exit("won", SUCCESS).means("They bought.").leaves(field("Ending", "Won"));
  }

  public static Exit other() {
    return exit("other", HANDOVER).means("Somebody else does it.").leaves(field("Ending", "Other"));
  }

  /// Nothing is left of the tag that a contract put on.
  public static Exit broke(String mark) {
    return exit("failed", FAILED)
        .means("It broke.")
        .leaves(noTag(mark), field("Ending", "Other"))
        .notifies(owner());
  }

  /// Nothing is left of the tag that a contract put on.
  public static Exit takenOut(String mark) {
    return exit("taken-out", WITHDRAWN).means("The desk took them out.").leaves(noTag(mark));
  }
}
