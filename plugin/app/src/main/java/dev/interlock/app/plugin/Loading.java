package dev.interlock.app.plugin;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.scenario.Scenario;
import java.util.List;

/// What came of loading contracts.
public sealed interface Loading {

  /// They are a set.
  ///
  /// @param index where everything in it was said
  /// @param scenarios what jars of them carry
  record Loaded(ContractSet set, SourceIndex index, List<Scenario> scenarios) implements Loading {
    public Loaded {
      scenarios = List.copyOf(scenarios);
    }
  }

  /// They are not.
  record Faulty(List<Fault> faults) implements Loading {
    public Faulty {
      faults = List.copyOf(faults);
    }

    /// Whether some of it could not even be read.
    public boolean isUnreadable() {
      return faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.UNREADABLE);
    }
  }
}
