package dev.interlock.app.casebook;

import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.AttentionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What somebody has to look at, as far as a page shows it. A business that does not tidy its
/// pipelines must not lose sight of what went wrong, so deals that stand too long come last, and
/// not all of them.
///
/// @param shown the oldest first, and deals that stand too long after all else
/// @param more how many deals stand too long besides
record NeedsSomebody(List<AttentionLine> shown, int more) {
  private static final int OVERSTAYED = 50;

  NeedsSomebody {
    shown = List.copyOf(shown);
  }

  /// @param raised the oldest first
  static NeedsSomebody of(List<AttentionLine> raised) {
    Map<Boolean, List<AttentionLine>> byKind =
        raised.stream()
            .collect(Collectors.partitioningBy(line -> line.concern() == Concern.OVERSTAYED));
    List<AttentionLine> overstayed = byKind.getOrDefault(true, List.of());
    var shown = new ArrayList<>(byKind.getOrDefault(false, List.of()));
    shown.addAll(overstayed.subList(0, Math.min(OVERSTAYED, overstayed.size())));
    return new NeedsSomebody(shown, Math.max(0, overstayed.size() - OVERSTAYED));
  }

  /// What is said of those that are not shown.
  Optional<String> rest() {
    return switch (more) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of("One more deal stands too long.");
      default -> Optional.of(more + " more deals stand too long.");
    };
  }
}
