package dev.interlock.handbook.edition;

import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How many runs of a contract are under way, where they stand, and how many ended how.
///
/// @param running runs under way, those included that stand nowhere in the path: such as wait their
///   turn, or are being closed
public record Counts(long running, Map<NodeId, Long> standing, Map<ExitName, Long> ended) {
  public Counts {
    standing = Collections.unmodifiableMap(new TreeMap<>(standing));
    ended = Collections.unmodifiableMap(new TreeMap<>(ended));
  }

  /// No figures are known.
  public static Counts none() {
    return new Counts(0, Map.of(), Map.of());
  }
}
