package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import java.util.List;
import java.util.Optional;

/// What can be told of contracts together before anything is explored.
final class Together {
  private Together() {}

  /// Whether no two runs of these contracts are ever inside one contact at once: they share a lane.
  static boolean areApart(List<Contract> studied) {
    return studied.size() > 1
        && lane(studied.getFirst()).isPresent()
        && studied.stream().map(Together::lane).distinct().count() == 1;
  }

  private static Optional<LaneName> lane(Contract contract) {
    return contract.lane() instanceof LaneClaim.InLane(var lane, _, _, _)
        ? Optional.of(lane)
        : Optional.empty();
  }
}
