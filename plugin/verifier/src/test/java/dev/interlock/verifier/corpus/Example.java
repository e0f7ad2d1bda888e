package dev.interlock.verifier.corpus;

import dev.interlock.contract.model.ContractSet;
import java.util.List;

/// A set of contracts and the findings that its source announces, as `File.java:12 E-NO-EXIT`.
public record Example(String name, ContractSet set, List<String> announced) {
  public Example {
    announced = List.copyOf(announced);
  }

  @Override
  public String toString() {
    return name;
  }
}
