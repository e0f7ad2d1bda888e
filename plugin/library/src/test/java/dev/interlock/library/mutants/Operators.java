package dev.interlock.library.mutants;

import dev.interlock.contract.model.ContractSet;
import java.util.List;
import java.util.stream.Stream;

/// All ways of breaking a contract.
final class Operators {
  private Operators() {}

  static List<Operator> all() {
    return Stream.of(
            DoorOperators.all(),
            PathOperators.all(),
            EndingOperators.all(),
            WriteOperators.all(),
            WordOperators.all())
        .flatMap(List::stream)
        .toList();
  }

  /// Every mutant of the set; what the set has nothing of is broken in the other one. Lanes are
  /// broken in both, since in the library it takes a minute to tell what comes of it.
  static List<Mutant> mutants(ContractSet set, ContractSet other) {
    return all().stream()
        .flatMap(operator ->
            Stream.concat(
                operator.mutants(set).stream(),
                isNeeded(operator, set) ? operator.mutants(other).stream() : Stream.empty()))
        .toList();
  }

  private static boolean isNeeded(Operator operator, ContractSet set) {
    return operator.name().equals(DoorOperators.CHANGE_THE_LANE) || operator.mutants(set).isEmpty();
  }
}
