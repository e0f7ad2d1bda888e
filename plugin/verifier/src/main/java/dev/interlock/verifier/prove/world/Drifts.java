package dev.interlock.verifier.prove.world;

import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What changes by itself, or by somebody who is not modelled.
record Drifts(Account account) {

  List<Move<Event>> moves() {
    List<Move<Event>> moves = new ArrayList<>();
    account
        .all()
        .forEach((attribute, variable) -> {
          switch (attribute) {
            case Attribute.Diary _ ->
                moves.add(
                    new Move<>(
                        new Event.Drifts(attribute, Values.PAST),
                        Values.isAhead(variable),
                        List.of(variable.becomes(Values.PAST))));
            case Attribute.Question _ -> {
              moves.add(drift(attribute, variable, Values.YES));
              moves.add(drift(attribute, variable, Values.NO));
            }
            case Attribute.Field _ -> moves.addAll(nearing(attribute, variable));
            case Attribute.Tag _, Attribute.Stage _, Attribute.Status _ -> {}
            case Attribute.Address _, Attribute.Consent _, Attribute.Started _ -> {}
          }
        });
    return moves;
  }

  /// A date comes nearer and passes.
  private static List<Move<Event>> nearing(Attribute attribute, Variable variable) {
    NavigableMap<Long, Integer> cells = new TreeMap<>();
    for (int cell = 0; cell < variable.size(); cell++) {
      int here = cell;
      FieldCells.daysAhead(variable.values().get(cell)).ifPresent(days -> cells.put(days, here));
    }
    List<Move<Event>> moves = new ArrayList<>();
    cells.forEach((days, cell) -> {
      var sooner = cells.lowerEntry(days);
      if (sooner != null) {
        moves.add(
            new Move<>(
                new Event.Drifts(attribute, sooner.getValue()),
                variable.is(cell),
                List.of(variable.becomes(sooner.getValue()))));
      }
    });
    return moves;
  }

  private static Move<Event> drift(Attribute attribute, Variable variable, int value) {
    return new Move<>(
        new Event.Drifts(attribute, value),
        variable.is(value).not(),
        List.of(variable.becomes(value)));
  }
}
