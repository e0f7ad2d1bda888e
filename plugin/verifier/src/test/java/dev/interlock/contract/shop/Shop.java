package dev.interlock.contract.shop;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
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
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsExits;
import dev.interlock.contract.dsl.Drafting.NeedsLane;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.Drafting.NeedsTrigger;
import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.Step;
import java.util.List;

/// A faultless business and the beginnings of faultless contracts, so that each example of the
/// corpus shows its one mistake and nothing else.
///
/// It lives below `dev.interlock.contract` because positions skip what does: like the language's
/// own words, these stand for the line that says them.
public final class Shop {
  public static final PipelineName ORDERS = pipelineNamed("Orders");
  public static final StageName ASKED = stageNamed("Asked");
  public static final StageName CLOSED = stageNamed("Closed");
  public static final LaneName TALKS = laneNamed("talks");

  private Shop() {}

  public static OperationWords shop() {
    return business("Corner Shop")
        .pipeline(
            ORDERS,
            stage(ASKED).ownedBy("Desk").dwellsAtMost(days(7)).staffDo("Answer"),
            stage(CLOSED).asLast())
        .tag("done")
        .tag("gone")
        .tag("helper", writtenByContractsOnly())
        .optionField("Mood", "Happy", "Sad")
        .optionField("Ending", "Done", "Gone", "Won", "No", "Other")
        .field("Note", FieldKind.TEXT)
        .lane(TALKS, "One talk at a time")
        .calendar("Visits")
        .team("Desk", "Ana Ruiz")
        .setting("bookingLink", "Where to book", "https://book.example.com", Ask.BOOKING)
        .purpose("offer", "Offer something", days(2));
  }

  public static ContractSet set(Contract... contracts) {
    return new ContractSet(shop().build(), List.of(contracts));
  }

  public static NeedsTrigger named(String id) {
    return workflow(id).title("Talk").owner("Desk").purpose("Nobody waits for us.");
  }

  public static NeedsEntryFilter triggered(String id) {
    return named(id).startsWhen(callMissed(), milestone("Somebody called"));
  }

  public static NeedsLane filtered(NeedsEntryFilter triggered) {
    return triggered.admits(
        require(contact().hasPhone(), "there must be a number"),
        refuse(contact().optedOutOf(Channel.SMS), "they said so"));
  }

  public static NeedsPath begun(NeedsEntryFilter triggered) {
    return filtered(triggered)
        .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
        .reentry(never())
        .ignores(optedOut(), "Their texts stop by themselves.");
  }

  /// One that leaves the answers to the desk.
  public static NeedsPath oneWay(String id) {
    return begun(id).ignores(replied(), "The desk reads the answers.");
  }

  public static NeedsPath begun(String id) {
    return begun(triggered(id));
  }

  public static Step.Send say(String name) {
    return sms(name, "This is " + name + ".").why("They should know");
  }

  /// One that begins by this event and tells the desk.
  public static Contract jotting(String id, EventPattern begin) {
    return filtered(named(id).startsWhen(begin, milestone("It happened")))
        .outsideLanes("Only the desk sees it")
        .reentry(never())
        .path(note("It happened").why("So that the desk knows"), exit("done"))
        .exits(done())
        .build();
  }

  /// One that takes this event for silence.
  public static Contract deafTo(String id, EventPattern event) {
    return hearing(id, event, "gone").exits(gone()).build();
  }

  /// One that leaves by this exit when the event comes.
  public static Contract leavingBy(String id, EventPattern event, Exit exit) {
    return hearing(id, event, exit.name().text()).exits(exit, gone()).build();
  }

  private static NeedsExits hearing(String id, EventPattern event, String exit) {
    return begun(id)
        .path(
            await("that")
                .when(event)
                .thenExit(exit)
                .silentFor(days(1))
                .thenExit("gone")
                .why("A day is enough"));
  }

  /// A question, on the line that puts it.
  public static Step.Send ask(String name) {
    return sms(name, "Shall we call?").why("They called");
  }

  /// Listens for any answer to it.
  public static Step.Await answer(String name) {
    return await(name)
        .when(replied())
        .thenExit("done")
        .silentFor(days(1))
        .thenExit("gone")
        .why("A day is enough");
  }

  public static Step.Wait aDay(String name) {
    return waitFor(name, days(1)).why("No hurry");
  }

  public static Exit done() {
    return exit("done", HANDOVER).means("It is done.").leaves(tag("done"), ending("Done"));
  }

  public static Exit won() {
    return exit("won", SUCCESS).means("They bought.").leaves(tag("done"), ending("Won"));
  }

  public static Exit gone() {
    return exit("gone", UNRESPONSIVE)
        .means("They never answered.")
        .leaves(tag("gone"), ending("Gone"));
  }

  public static Exit no() {
    return exit("no", DECLINED).means("They want nothing.").leaves(noTag("done"), ending("No"));
  }

  public static Exit broken() {
    return exit("broken", FAILED).means("It broke.").leaves(ending("Other")).notifies(owner());
  }

  /// By which endings are told apart: one of `Done`, `Gone`, `Won`, `No`, `Other`.
  public static Leaves ending(String value) {
    return field("Ending", value);
  }

  /// An ending of which it is not said what it leaves.
  public static Exit first() {
    return exit("first", HANDOVER).means("It went one way.");
  }

  /// Another one.
  public static Exit other() {
    return exit("other", HANDOVER).means("It went another way.");
  }
}
