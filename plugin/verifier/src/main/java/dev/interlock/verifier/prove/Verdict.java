package dev.interlock.verifier.prove;

import dev.interlock.verifier.finding.Proof;
import java.util.List;

/// What came of exploring a set.
///
/// @param rules what became of each rule
/// @param proof how much was claimed of which contracts
public record Verdict(List<Proved> rules, Proof.Made proof) {
  public Verdict {
    rules = List.copyOf(rules);
  }
}
