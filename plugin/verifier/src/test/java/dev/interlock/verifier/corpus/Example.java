package dev.interlock.verifier.corpus;

import dev.interlock.contract.model.ContractSet;
import java.util.List;

/// A set of contracts and the findings that its source announces, as `File.java:12 E-NO-EXIT`.
///
/// @param unresolved those of them that nobody can play
/// @param nearMisses the rules that it nearly breaks, and does not
public record Example(
    String name,
    ContractSet set,
    List<String> announced,
    List<String> unresolved,
    List<String> nearMisses) {
  public Example {
    announced = List.copyOf(announced);
    unresolved = List.copyOf(unresolved);
    nearMisses = List.copyOf(nearMisses);
  }

  @Override
  public String toString() {
    return name;
  }
}
