package dev.interlock.simulation.life;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.Attributes;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.By;
import dev.interlock.simulation.script.Opening;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What proofs take for granted about the world, so that lives can be held to it: whatever is
/// broken in such a life, a proof should have found.
public final class Assumptions {
  private final Operation operation;

  private Assumptions(Operation operation) {
    this.operation = operation;
  }

  public static Assumptions of(Operation operation) {
    return new Assumptions(operation);
  }

  /// One thing that is taken for granted.
  public enum Assumption {
    /// The contact is neither deleted nor merged.
    CONTACT_STAYS,
    /// Colleagues move deals as the operation permits.
    PEOPLE_KEEP_TO_IT,
    /// Contracts hear of everything once and in time.
    NEWS_ARE_PROMPT,
    /// Nobody changes what a command under way is about to write. The engine's compare-and-set and
    /// its reading back answer that.
    COMMANDS_ARE_QUICK,
    /// What the CRM did and gave no answer to is found out before its limit is over: the engine
    /// looks for it (decision 12). By the limit it counts as not done.
    DOUBTS_ARE_SETTLED,
    /// One thing happens while a command is under way, and not a second one.
    ONE_EVENT_MEANWHILE,
    /// Nothing happens while a run makes the promises of its exit true and reads them back.
    EXITS_ARE_QUICK
  }

  /// The same opening without what contracts alone write: nobody has run for the contact yet.
  public Opening opening(Opening any) {
    Set<TagName> tags = new HashSet<>(any.tags());
    operation.tags().stream()
        .filter(tag -> tag.writers().isEmpty())
        .forEach(tag -> tags.remove(tag.name()));
    Map<FieldName, String> fields = new HashMap<>(any.fields());
    operation.fields().stream()
        .filter(field -> field.writers().isEmpty())
        .forEach(field -> fields.remove(field.name()));
    return new Opening(
        any.firstName(),
        any.start(),
        any.zone(),
        tags,
        fields,
        any.addresses(),
        any.consent(),
        any.assignee(),
        any.deals(),
        any.visits(),
        any.saysDeals(),
        any.saysAppointments());
  }

  /// What the act would break if it happened now; empty when it breaks nothing.
  public Optional<Assumption> brokenBy(Act act, Simulation now) {
    return switch (act) {
      case Act.RecordChanged(ContactChange change)
          when change == ContactChange.DELETED || change == ContactChange.MERGED ->
          Optional.of(Assumption.CONTACT_STAYS);
      case Act.HeardLate _, Act.HeardAgain _ -> Optional.of(Assumption.NEWS_ARE_PROMPT);
      case Act.CommandEnds(_, _, var answer) when answer == Answer.UNANSWERED ->
          Optional.of(Assumption.DOUBTS_ARE_SETTLED);
      case Act.CommandEnds(var contract, var occurrence, _) ->
          isAnotherLeaving(contract, occurrence, now)
              ? Optional.of(Assumption.EXITS_ARE_QUICK)
              : Optional.empty();
      case Act.TimerFires _, Act.Settles _, Act.Withdraws _, Act.Passes _ -> whileLeaving(now);
      case Act.GoesLive _ -> whileLeaving(now);
      case Act world -> brokenInTheWorld(world, now).or(() -> whileLeaving(now));
    };
  }

  private static Optional<Assumption> whileLeaving(Simulation now) {
    return now.underWay().stream().anyMatch(Assumptions::isLeaving)
        ? Optional.of(Assumption.EXITS_ARE_QUICK)
        : Optional.empty();
  }

  private static boolean isAnotherLeaving(ContractId contract, int occurrence, Simulation now) {
    Optional<Run> meant =
        now.underWay().stream()
            .filter(run -> run.contract().equals(contract))
            .skip(occurrence - 1L)
            .findFirst();
    return meant.filter(Assumptions::isLeaving).isEmpty() && whileLeaving(now).isPresent();
  }

  private static boolean isLeaving(Run run) {
    return switch (run.standing()) {
      case Standing.Closing _, Standing.Verifying _ -> true;
      case Standing.Queued _, Standing.Ready _, Standing.Commanded _, Standing.Held _ -> false;
      case Standing.Waiting _, Standing.Awaiting _, Standing.Doubtful _, Standing.Paused _ -> false;
      case Standing.Ended _, Standing.TurnedAway _ -> false;
    };
  }

  private Optional<Assumption> brokenInTheWorld(Act act, Simulation now) {
    Set<String> underWay = new HashSet<>();
    for (Run run : now.underWay()) {
      now.command(run).ifPresent(command -> writing(command).forEach(underWay::add));
      if (run.standing() instanceof Standing.Closing(_, _, _, var open, _)) {
        open.forEach(closer -> {
          if (closer instanceof Standing.Closer.Ensures(var leaves)) {
            underWay.add(written(leaves));
          }
        });
      }
    }
    if (changed(act).filter(underWay::contains).isPresent()) {
      return Optional.of(Assumption.COMMANDS_ARE_QUICK);
    }
    if (act instanceof Act.DealMoved(var to, By.Staff _) && !isPermitted(now, to)) {
      return Optional.of(Assumption.PEOPLE_KEEP_TO_IT);
    }
    boolean latched = now.underWay().stream().anyMatch(run -> !run.memory().latched().isEmpty());
    return latched ? Optional.of(Assumption.ONE_EVENT_MEANWHILE) : Optional.empty();
  }

  private boolean isPermitted(Simulation now, StageRef to) {
    Pipeline pipeline = operation.pipeline(to.pipeline()).orElseThrow();
    return now.account()
        .deal(to.pipeline())
        .map(deal -> deal.stage().stage())
        .map(from ->
            !pipeline.isUnlawfulReturn(from, to.stage())
                && pipeline.stages().stream()
                    .anyMatch(stage -> stage.name().equals(from) && stage.owner().isPresent()))
        .orElse(pipeline.stages().getFirst().name().equals(to.stage()));
  }

  private static Stream<String> writing(Command command) {
    return switch (command.doing()) {
      case Command.Perform(Action action) -> written(action).stream();
      case Command.Ensure(Leaves leaves) -> Stream.of(written(leaves));
      case Command.ReadBack(_, var promises) -> promises.stream().map(Assumptions::written);
      case Command.Say _, Command.Tell _, Command.TickOff _ -> Stream.of();
    };
  }

  private static Optional<String> changed(Act act) {
    return switch (act) {
      case Act.TagChanged(var tag, _, _) -> Optional.of(Attributes.of(tag));
      case Act.FieldChanged(var field, _, _) -> Optional.of(Attributes.of(field));
      case Act.DealMoved(var to, _) -> Optional.of(deal(to.pipeline()));
      case Act.DealMarked(var pipeline, _, _) -> Optional.of(deal(pipeline));
      case Act _ -> Optional.empty();
    };
  }

  private static Optional<String> written(Action action) {
    return switch (action) {
      case Action.MoveTo(var to) -> Optional.of(deal(to.pipeline()));
      case Action.MarkDeal(var pipeline, _) -> Optional.of(deal(pipeline));
      case Action other -> Attributes.writtenBy(other);
    };
  }

  private static String written(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var to) -> deal(to.pipeline());
      case Leaves.DealMarked(var pipeline, _) -> deal(pipeline);
      case Leaves other -> Attributes.writtenBy(other);
    };
  }

  /// Stage and status of a deal go together: moving it on opens it again.
  private static String deal(PipelineName pipeline) {
    return "deal " + pipeline;
  }
}
