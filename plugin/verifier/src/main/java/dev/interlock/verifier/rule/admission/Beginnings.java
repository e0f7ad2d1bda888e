package dev.interlock.verifier.rule.admission;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Live;
import dev.interlock.verifier.walk.TagWriters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Which contracts of a set can begin: by an event of the world that the CRM in use reports, or
/// because one that can begin routes there or writes what they wait for.
final class Beginnings {
  private final ContractSet set;
  private final Predicate<EventPattern> reported;
  private final List<Contract> begun = new ArrayList<>();

  private Beginnings(ContractSet set, Predicate<EventPattern> reported) {
    this.set = set;
    this.reported = reported;
  }

  static Beginnings in(ContractSet set, Predicate<EventPattern> reported) {
    Beginnings beginnings = new Beginnings(set, reported);
    while (beginnings.begun.addAll(beginnings.more())) {
      // each round may set further ones off
    }
    return beginnings;
  }

  private List<Contract> more() {
    return set.contracts().stream()
        .filter(contract -> !begun.contains(contract))
        .filter(this::canBeginNow)
        .toList();
  }

  boolean begins(Contract contract) {
    return begun.contains(contract);
  }

  /// Whether the CRM in use reports what begins the contract; a route, an order and a tag of ours
  /// need no report.
  boolean isReported(Contract contract) {
    EventPattern whole = contract.trigger().event();
    return reported.test(whole)
        || Listened.trigger(contract).anyMatch(begin -> reported.test(begin.event()));
  }

  private boolean canBeginNow(Contract contract) {
    boolean whole = reported.test(contract.trigger().event());
    return isRoutedTo(contract)
        || Listened.trigger(contract)
            .map(Listened::event)
            .filter(event -> whole || reported.test(event))
            .anyMatch(event -> canHappen(contract, event));
  }

  private boolean isRoutedTo(Contract contract) {
    return begun.stream()
        .flatMap(other -> Live.of(other).exits().stream())
        .anyMatch(exit ->
            exit.continuation() instanceof Continuation.RoutesTo(var target, _)
                && target.equals(contract.id()));
  }

  private boolean canHappen(Contract contract, EventPattern event) {
    return switch (event) {
      case EventPattern.Routed _ -> false;
      case EventPattern.TagEvent(var change, var tag) ->
          TagWriters.others(set.operation(), tag)
              || (contract.trigger().ownWrites() == OwnWrites.HEARD && isWritten(change, tag));
      case EventPattern _ -> true;
    };
  }

  private boolean isWritten(TagChange change, TagName tag) {
    return switch (change) {
      case ADDED -> TagWriters.isAddedBySome(begun, tag);
      case REMOVED -> TagWriters.isRemovedBySome(begun, tag);
    };
  }
}
