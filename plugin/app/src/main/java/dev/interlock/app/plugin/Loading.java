package dev.interlock.app.plugin;

import dev.interlock.contract.model.ContractSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What came of loading contracts.
public sealed interface Loading {

  /// They are a set.
  ///
  /// @param sources where the source files are, by their names; empty for jars
  record Loaded(ContractSet set, Map<String, Path> sources) implements Loading {
    public Loaded {
      sources = Map.copyOf(sources);
    }
  }

  /// They are not.
  record Faulty(List<Fault> faults) implements Loading {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
