package dev.interlock.verifier.prove;

import dev.interlock.verifier.finding.Finding;
import java.util.List;

/// What became of one rule.
///
/// @param looked how many claims were decided
public record Proved(String rule, String reason, int looked, List<Finding> findings) {
  public Proved {
    findings = List.copyOf(findings);
  }
}
