package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import dev.interlock.simulation.script.Opening;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What lives that are followed do not do, because the model leaves it out on purpose.
final class Avoiding {
  private Avoiding() {}

  enum Reason {
    NONE,
    /// The contact is gone: there is nothing more to be said about them.
    CONTACT_GONE,
    /// Colleagues move a deal as the operation does not permit.
    NOT_PERMITTED,
    /// News come in time and once.
    NOT_PROMPT,
    /// Somebody changes just what a command under way writes.
    OVERTAKES,
    /// A latch holds one event.
    SECOND_EVENT
  }

  static Reason of(Simulation life, ContractSet set, Act act) {
    return switch (act) {
      case Act.RecordChanged(ContactChange change)
          when change == ContactChange.DELETED || change == ContactChange.MERGED ->
          Reason.CONTACT_GONE;
      case Act.HeardLate _, Act.HeardAgain _ -> Reason.NOT_PROMPT;
      case Act.TimerFires _, Act.CommandEnds _, Act.Settles _ -> Reason.NONE;
      case Act.Withdraws _, Act.Passes _ -> Reason.NONE;
      case Act world -> ofWorld(life, set, world);
    };
  }

  /// The same opening without what only contracts write: nobody has run for the contact yet.
  static Opening unwritten(ContractSet set, Opening opening) {
    Operation operation = set.operation();
    Set<TagName> tags = new HashSet<>(opening.tags());
    operation.tags().stream()
        .filter(tag -> tag.writers().isEmpty())
        .forEach(tag -> tags.remove(tag.name()));
    Map<FieldName, String> fields = new HashMap<>(opening.fields());
    operation.fields().stream()
        .filter(field -> field.writers().isEmpty())
        .forEach(field -> fields.remove(field.name()));
    return new Opening(
        opening.firstName(),
        opening.start(),
        opening.zone(),
        tags,
        fields,
        opening.addresses(),
        opening.consent(),
        opening.assignee(),
        opening.deals(),
        opening.visits(),
        opening.saysDeals(),
        opening.saysAppointments());
  }

  private static Reason ofWorld(Simulation life, ContractSet set, Act act) {
    Set<Attribute> underWay = new HashSet<>();
    for (Run run : life.underWay()) {
      life.command(run).ifPresent(command -> writing(command).forEach(underWay::add));
      if (run.standing() instanceof Standing.Closing(_, _, _, var open, _)) {
        open.forEach(closer -> {
          if (closer instanceof Standing.Closer.Ensures(var leaves)) {
            Abstraction.written(leaves).forEach(underWay::add);
          }
        });
      }
    }
    if (changed(act).anyMatch(underWay::contains)) {
      return Reason.OVERTAKES;
    }
    if (act instanceof Act.DealMoved(var to, By.Staff _) && !isPermitted(life, set, to)) {
      return Reason.NOT_PERMITTED;
    }
    boolean latched = life.underWay().stream().anyMatch(run -> !run.memory().latched().isEmpty());
    return latched ? Reason.SECOND_EVENT : Reason.NONE;
  }

  private static boolean isPermitted(Simulation life, ContractSet set, StageRef to) {
    Pipeline pipeline = set.operation().pipeline(to.pipeline()).orElseThrow();
    return life.account()
        .deal(to.pipeline())
        .map(deal -> deal.stage().stage())
        .map(from ->
            !pipeline.isUnlawfulReturn(from, to.stage())
                && pipeline.stages().stream()
                    .anyMatch(stage -> stage.name().equals(from) && stage.owner().isPresent()))
        .orElse(pipeline.stages().getFirst().name().equals(to.stage()));
  }

  private static Stream<Attribute> writing(Command command) {
    return switch (command.doing()) {
      case Command.Perform(Action action) -> Abstraction.written(action);
      case Command.Ensure(Leaves leaves) -> Abstraction.written(leaves);
      case Command.ReadBack(_, var promises) -> promises.stream().flatMap(Abstraction::written);
      case Command.Say _, Command.Tell _, Command.TickOff _ -> Stream.of();
    };
  }

  private static Stream<Attribute> changed(Act act) {
    return switch (act) {
      case Act.TagChanged(var tag, _, _) -> Stream.of(new Attribute.Tag(tag));
      case Act.FieldChanged(var field, _, _) -> Stream.of(new Attribute.Field(field));
      case Act.DealMoved(var to, _) ->
          Stream.of(new Attribute.Stage(to.pipeline()), new Attribute.Status(to.pipeline()));
      case Act.DealMarked(var pipeline, _, _) -> Stream.of(new Attribute.Status(pipeline));
      case Act _ -> Stream.of();
    };
  }
}
