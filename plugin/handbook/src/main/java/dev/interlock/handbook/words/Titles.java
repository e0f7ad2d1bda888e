package dev.interlock.handbook.words;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What people call the contracts that other contracts mention by id.
public record Titles(Map<ContractId, String> byId) {
  public Titles {
    byId = Collections.unmodifiableMap(new TreeMap<>(byId));
  }

  /// The titles of a set.
  public static Titles of(ContractSet set) {
    return new Titles(
        set.contracts().stream()
            .collect(Collectors.toMap(Contract::id, Contract::title, (first, _) -> first)));
  }

  /// No titles: contracts are called by their ids.
  public static Titles none() {
    return new Titles(Map.of());
  }

  /// The contract's title, or its id where none is known.
  public String of(ContractId id) {
    return byId.getOrDefault(id, id.text());
  }

  /// The title in quotation marks.
  public String quoted(ContractId id) {
    return Phrases.quoted(of(id));
  }
}
