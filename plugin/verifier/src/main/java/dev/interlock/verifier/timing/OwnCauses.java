package dev.interlock.verifier.timing;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Live;
import dev.interlock.verifier.walk.Patterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Contracts that begin because contracts write something: those that opted in to hear our own
/// writes.
final class OwnCauses {
  private OwnCauses() {}

  /// These contracts, and those that begin because of what they, or their followers, write.
  static List<Contract> from(ContractSet set, List<Contract> first) {
    Map<ContractId, Contract> all = new LinkedHashMap<>();
    List<Contract> open = new ArrayList<>(first);
    while (!open.isEmpty()) {
      Contract next = open.removeFirst();
      if (all.putIfAbsent(next.id(), next) == null) {
        List<EventPattern> raised = raised(next).toList();
        set.contracts().stream()
            .filter(other -> other.trigger().ownWrites() == OwnWrites.HEARD)
            .filter(other -> hears(other, raised))
            .forEach(open::add);
      }
    }
    return List.copyOf(all.values());
  }

  private static boolean hears(Contract contract, List<EventPattern> raised) {
    return Listened.trigger(contract)
        .anyMatch(begin -> raised.stream().anyMatch(one -> Patterns.covers(begin.event(), one)));
  }

  private static Stream<EventPattern> raised(Contract contract) {
    Live live = Live.of(contract);
    Stream<EventPattern> steps =
        live.steps().stream()
            .filter(Step.Act.class::isInstance)
            .flatMap(step -> raised(((Step.Act) step).action()));
    Stream<EventPattern> exits =
        live.exits().stream().flatMap(exit -> exit.leaves().stream()).flatMap(OwnCauses::raised);
    return Stream.concat(steps, exits);
  }

  private static Stream<EventPattern> raised(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> Stream.of(new EventPattern.TagEvent(TagChange.ADDED, tag));
      case Action.RemoveTag(var tag) ->
          Stream.of(new EventPattern.TagEvent(TagChange.REMOVED, tag));
      case Action.MoveTo(var stage) -> Stream.of(new EventPattern.StageEntered(stage));
      case Action.MarkDeal(var pipeline, var status) ->
          marked(new Leaves.DealMarked(pipeline, status));
      case Action _ -> Stream.empty();
    };
  }

  private static Stream<EventPattern> raised(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> raised(new Action.AddTag(tag));
      case Leaves.NotTagged(var tag) -> raised(new Action.RemoveTag(tag));
      case Leaves.AtStage(var stage) -> raised(new Action.MoveTo(stage));
      case Leaves.DealMarked marked -> marked(marked);
      case Leaves.FieldSet _ -> Stream.empty();
    };
  }

  private static Stream<EventPattern> marked(Leaves.DealMarked marked) {
    return change(marked.status())
        .map(change -> new EventPattern.DealEvent(change, Optional.of(marked.pipeline())));
  }

  private static Stream<DealChange> change(DealStatus status) {
    return switch (status) {
      case WON -> Stream.of(DealChange.WON);
      case LOST -> Stream.of(DealChange.LOST);
      case ABANDONED -> Stream.of(DealChange.ABANDONED);
      case OPEN -> Stream.empty();
    };
  }
}
