package dev.interlock.sentences;

import static dev.interlock.sentences.ModelShape.components;

import dev.interlock.contract.model.ContractException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Values that differ from a given one in a single place: a component of a record exchanged, an
/// element of a list exchanged, left out, or in another place.
final class Mutations {
  private final ArbitraryModel arbitrary;

  Mutations(long seed) {
    arbitrary = new ArbitraryModel(seed);
  }

  /// Feeds each mutant that the model's constructors let pass.
  void each(Record original, Consumer<Object> mutant) {
    for (RecordComponent component : components(original.getClass())) {
      if (ModelShape.isMeaning(component)) {
        Object value = ModelShape.valueOf(original, component);
        each(value, component.getGenericType(), other -> with(original, component, other, mutant));
      }
    }
  }

  private void each(Object value, Type type, Consumer<Object> mutant) {
    mutant.accept(arbitrary.value(type));
    switch (value) {
      case Record record -> each(record, mutant);
      case List<?> list -> eachOfList(list, element(type), mutant);
      case Set<?> set ->
          eachOfList(List.copyOf(set), element(type), other -> mutant.accept(asSet(other)));
      case Optional<?> perhaps ->
          perhaps.ifPresent(
              one -> each(one, element(type), other -> mutant.accept(Optional.of(other))));
      default -> {}
    }
  }

  private void eachOfList(List<?> list, Type element, Consumer<Object> mutant) {
    for (int i = 0; i < list.size(); i++) {
      int place = i;
      List<Object> without = new ArrayList<>(list);
      without.remove(place);
      mutant.accept(without);
      each(
          list.get(place),
          element,
          other -> {
            List<Object> changed = new ArrayList<>(list);
            changed.set(place, other);
            mutant.accept(changed);
          });
    }
    List<Object> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    mutant.accept(reversed);
  }

  private static void with(
      Record original, RecordComponent changed, Object other, Consumer<Object> mutant) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : components(original.getClass())) {
      values.add(component.equals(changed) ? other : ModelShape.valueOf(original, component));
    }
    try {
      mutant.accept(ModelShape.made(original.getClass(), values));
    } catch (ContractException meaningless) {
      // a mutant that means nothing needs no text
    }
  }

  private static Type element(Type type) {
    return ModelShape.elementOf((ParameterizedType) type);
  }

  private static Set<Object> asSet(Object list) {
    return new LinkedHashSet<>((List<?>) list);
  }
}
