package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import dev.interlock.verifier.prove.symbolic.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one of the CRM's own automations may do: any of its declared writes and messages, in any
/// order, from the moment at which something started it.
public final class AutomationActs {
  private final Account account;
  private final Operation.Automation automation;
  private final By by;
  private final Predicate started;

  AutomationActs(Account account, Operation.Automation automation) {
    this.account = account;
    this.automation = automation;
    this.by = new By.Automation(automation.name());
    this.started =
        automation.startsOn().isEmpty()
            ? Predicate.always()
            : account.track(new Attribute.Started(automation.name())).holds();
  }

  List<WorldAct> all() {
    Stream<WorldAct> writes = automation.mayWrite().stream().flatMap(this::writing);
    Stream<WorldAct> messages =
        automation.maySend().stream()
            .map(purpose ->
                new WorldAct(
                    new Act.ForeignMessage(by, Optional.of(purpose), Channel.SMS),
                    by,
                    List.of(Happens.hand(Hand.AUTOMATION, HandAct.MESSAGED)),
                    started,
                    List.of(),
                    List.of()));
    return Stream.concat(writes, messages).toList();
  }

  private Stream<WorldAct> writing(Leaves leaves) {
    return new Writing(account)
        .of(leaves).stream()
            .filter(effect -> effect.backward().isEmpty())
            .map(effect ->
                new WorldAct(
                    script(by, leaves),
                    by,
                    told(leaves, effect),
                    started.and(effect.guard()),
                    effect.assignments(),
                    effect.writes()));
  }

  private static List<Happening> told(Leaves leaves, Effect effect) {
    List<Happening> told = new ArrayList<>(effect.happenings());
    switch (leaves) {
      case Leaves.AtStage _ -> told.add(Happens.hand(Hand.AUTOMATION, HandAct.MOVED_STAGE));
      case Leaves.Tagged _, Leaves.NotTagged _ ->
          told.add(Happens.hand(Hand.AUTOMATION, HandAct.CHANGED_TAG));
      case Leaves.FieldSet _, Leaves.DealMarked _ -> {}
    }
    return told;
  }

  /// The automation's writes as something that can be played.
  public static List<Act> writes(Operation.Automation automation) {
    By by = new By.Automation(automation.name());
    return automation.mayWrite().stream().map(leaves -> script(by, leaves)).toList();
  }

  private static Act script(By by, Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> new Act.DealMoved(stage, by);
      case Leaves.Tagged(var tag) -> new Act.TagChanged(tag, TagChange.ADDED, by);
      case Leaves.NotTagged(var tag) -> new Act.TagChanged(tag, TagChange.REMOVED, by);
      case Leaves.FieldSet(var field, var value) -> new Act.FieldChanged(field, value, by);
      case Leaves.DealMarked(var pipeline, var status) -> new Act.DealMarked(pipeline, status, by);
    };
  }
}
