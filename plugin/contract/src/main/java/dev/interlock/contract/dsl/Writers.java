package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Operation.Writer;
import java.util.Set;

/// Who writes an attribute besides contracts.
public record Writers(Set<Writer> others) {
  public Writers {
    others = Set.copyOf(others);
  }
}
