package dev.interlock.engine.decide;

import dev.interlock.contract.contact.DealId;
import dev.interlock.core.run.Run;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The opportunity that a run was about, for whoever is told of its end.
final class OwnDeal {
  private OwnDeal() {}

  /// What it began about comes first; of several that it wrote to, none is more its own.
  static Optional<DealId> of(Run run) {
    var memory = run.memory();
    if (memory.subject().deal().isPresent()) {
      return memory.subject().deal();
    }
    Set<String> written =
        memory.deals().values().stream()
            .map(DealId::text)
            .collect(Collectors.toCollection(TreeSet::new));
    return written.size() == 1 ? written.stream().findFirst().map(DealId::new) : Optional.empty();
  }
}
