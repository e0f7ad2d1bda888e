package dev.interlock.library.mutants;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// A way of breaking a contract.
///
/// @param name what it does
/// @param provokes the rules of which one has to notice
/// @param cuts all sets that are broken so
record Operator(String name, Set<String> provokes, Function<ContractSet, Stream<Cut>> cuts) {
  Operator {
    provokes = Set.copyOf(provokes);
  }

  /// A set that is broken, and where.
  record Cut(String where, ContractSet set) {}

  /// What stands in the place of something, and how to tell it from other replacements there.
  record Other(String how, Object value) {}

  /// What may stand in the place of a thing, given the set and the contract it is in.
  interface Replacing<T> {
    Stream<Other> of(ContractSet set, Contract contract, T value);
  }

  /// An operator that puts something else in the place of each thing of a kind.
  static <T> Operator each(
      String name, Set<String> provokes, Class<T> kind, Replacing<T> replacing) {
    return new Operator(
        name,
        provokes,
        set ->
            Places.of(kind, set)
                .flatMap(place ->
                    replacing
                        .of(set, place.contract(), place.value())
                        .map(other ->
                            new Cut(
                                place.where() + (other.how().isEmpty() ? "" : " " + other.how()),
                                place.with(other.value())))));
  }

  /// The mutants of a set; what is like the original is none.
  List<Mutant> mutants(ContractSet set) {
    return cuts.apply(set)
        .filter(cut -> !cut.set().equals(set))
        .map(cut -> new Mutant(this, cut.where(), set, cut.set()))
        .toList();
  }

  static Stream<Other> other(Object value) {
    return Stream.of(new Other("", value));
  }

  static Set<String> rules(String... rules) {
    return new TreeSet<>(Arrays.asList(rules));
  }
}
