package dev.interlock.library.mutants;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Every place at which something of a kind stands in the contracts of a set.
final class Places<T> {
  private final Class<T> kind;
  private final Contract contract;
  private final List<Place<T>> found = new ArrayList<>();

  private Places(Class<T> kind, Contract contract) {
    this.kind = kind;
    this.contract = contract;
  }

  static <T> Stream<Place<T>> of(Class<T> kind, ContractSet set) {
    return set.contracts().stream().flatMap(contract -> in(kind, set, contract));
  }

  private static <T> Stream<Place<T>> in(Class<T> kind, ContractSet set, Contract contract) {
    Places<T> places = new Places<>(kind, contract);
    places.visit(contract, contract.id().text(), other -> with(set, contract, (Contract) other));
    return places.found.stream();
  }

  static ContractSet with(ContractSet set, Contract one, Contract other) {
    return new ContractSet(
        set.operation(),
        set.contracts().stream().map(each -> each.equals(one) ? other : each).toList());
  }

  private void visit(Object value, String where, Function<Object, ContractSet> replaced) {
    if (kind.isInstance(value)) {
      found.add(new Place<>(contract, where, kind.cast(value), replaced));
    }
    switch (value) {
      case Position _ -> {}
      case Optional<?> some ->
          some.ifPresent(part -> visit(part, where, other -> replaced.apply(Optional.of(other))));
      case List<?> many -> items(many, where, replaced);
      case Record record -> parts(record, where, replaced);
      default -> {}
    }
  }

  private void items(List<?> many, String where, Function<Object, ContractSet> replaced) {
    for (int i = 0; i < many.size(); i++) {
      int index = i;
      visit(
          many.get(i),
          where + "/" + name(many.get(i), i),
          other -> {
            List<Object> items = new ArrayList<>(many);
            items.set(index, other);
            return replaced.apply(items);
          });
    }
  }

  private static String name(Object item, int index) {
    return switch (item) {
      case Step step -> step.name().text();
      case Exit exit -> exit.name().text();
      default -> String.valueOf(index + 1);
    };
  }

  private void parts(Record record, String where, Function<Object, ContractSet> replaced) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = Parts.of(record);
    for (int i = 0; i < values.length; i++) {
      int index = i;
      visit(
          values[i],
          where + "/" + components[i].getName(),
          other -> {
            Object[] changed = values.clone();
            changed[index] = other;
            return replaced.apply(Parts.made(record, changed));
          });
    }
  }
}
