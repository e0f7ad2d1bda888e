package dev.interlock.simulation.life;

import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Field;
import dev.interlock.contract.model.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Values that fields can hold: declared options, and what contracts compare them with.
final class Values {
  private static final List<Integer> DAYS = List.of(-400, -40, -8, -1, 0, 1, 6, 29, 200);

  private final Map<FieldName, Set<String>> compared;

  Values(Suggestions suggestions) {
    this.compared = suggestions.values();
  }

  /// One of them; blank for an empty field.
  String any(Field field, LocalDate today, Chance chance) {
    if (chance.percent(15)) {
      return "";
    }
    Set<String> some = new TreeSet<>(compared.getOrDefault(field.name(), Set.of()));
    switch (field.kind()) {
      case OPTION -> some.addAll(field.options());
      case NUMBER -> some.add("7");
      case DATE -> DAYS.forEach(days -> some.add(today.plusDays(days).toString()));
      case TEXT -> some.add("something");
    }
    return chance.oneOf(List.copyOf(some));
  }

  /// Fields that contracts read although the operation need not declare them, as text fields.
  List<Field> undeclared(Operation operation) {
    return compared.keySet().stream()
        .filter(name -> operation.fields().stream().noneMatch(one -> one.name().equals(name)))
        .map(name ->
            new Field(name, Operation.FieldKind.TEXT, List.of(), Set.of(), Position.unknown()))
        .toList();
  }
}
