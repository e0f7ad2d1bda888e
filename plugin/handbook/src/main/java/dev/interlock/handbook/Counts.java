package dev.interlock.handbook;

import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How many runs of a contract stand where, and how many ended how.
public record Counts(Map<NodeId, Long> standing, Map<ExitName, Long> ended) {
  public Counts {
    standing = Collections.unmodifiableMap(new TreeMap<>(standing));
    ended = Collections.unmodifiableMap(new TreeMap<>(ended));
  }

  /// No figures are known.
  public static Counts none() {
    return new Counts(Map.of(), Map.of());
  }
}
