package dev.interlock.simulation.life;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.Listening;
import dev.interlock.simulation.Chronicle.Dated;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The CRM's automations in one life. Each acts once after something that starts it, and one of
/// which nobody declares what starts it acts whenever it likes.
final class Robots {
  private final List<Automation> automations;
  private final Set<Automation> armed = new HashSet<>();

  Robots(Operation operation) {
    this.automations = operation.automations();
  }

  boolean areThere() {
    return !automations.isEmpty();
  }

  void hear(List<Dated> news) {
    for (Dated dated : news) {
      if (dated.fact() instanceof Fact.Told(var event, _, _)) {
        automations.stream()
            .filter(one ->
                one.startsOn().stream()
                    .anyMatch(pattern -> Listening.matches(pattern, event.what())))
            .forEach(armed::add);
      }
    }
  }

  List<Act> any(Simulation now, Chance chance) {
    List<Automation> ready =
        automations.stream()
            .filter(one -> one.startsOn().isEmpty() || armed.contains(one))
            .toList();
    Optional<Automation> one = chance.oneOfAny(ready);
    one.ifPresent(armed::remove);
    return one.map(robot -> acts(robot, now, chance)).orElse(List.of());
  }

  private static List<Act> acts(Automation robot, Simulation now, Chance chance) {
    By by = new By.Automation(robot.name());
    List<Act> acts = new ArrayList<>();
    for (Leaves leaves : robot.mayWrite()) {
      if (chance.percent(70)) {
        write(leaves, by, now).ifPresent(acts::add);
      }
    }
    for (PurposeName purpose : robot.maySend()) {
      if (chance.percent(70)) {
        Channel channel = chance.percent(70) ? Channel.SMS : Channel.EMAIL;
        acts.add(new Act.ForeignMessage(by, Optional.of(purpose), channel));
      }
    }
    return acts;
  }

  private static Optional<Act> write(Leaves leaves, By by, Simulation now) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> Optional.of(new Act.TagChanged(tag, TagChange.ADDED, by));
      case Leaves.NotTagged(var tag) -> Optional.of(new Act.TagChanged(tag, TagChange.REMOVED, by));
      case Leaves.FieldSet(var field, var value) ->
          Optional.of(new Act.FieldChanged(field, value, by));
      case Leaves.AtStage(var stage) -> Optional.of(new Act.DealMoved(stage, by));
      case Leaves.DealMarked(var pipeline, var status) ->
          now.account().deal(pipeline).map(_ -> new Act.DealMarked(pipeline, status, by));
    };
  }
}
