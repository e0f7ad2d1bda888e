package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Comparison;
import dev.interlock.contract.model.FieldTest;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The values of a field that anybody can tell apart: one of each kind, the empty one first.
///
/// Texts that are named somewhere stand for themselves; numbers and dates are cut at every constant
/// that they are compared with, and each piece is stood for by one number or date inside it.
final class FieldCells {
  /// A text that nobody asks for.
  static final String OTHER = "something else";

  /// The day on which dates are looked at.
  static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private FieldCells() {}

  /// @param written plain texts that the field gets or may have
  static List<String> of(Collection<FieldTest> tests, Collection<String> written) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("", "");
    written.forEach(text -> add(cells, text));
    NavigableSet<BigDecimal> numbers = new TreeSet<>();
    NavigableSet<Integer> days = new TreeSet<>();
    for (FieldTest test : tests) {
      switch (test) {
        case FieldTest.Empty _ -> {}
        case FieldTest.Is(var text) -> add(cells, text);
        case FieldTest.OneOf(var texts) -> texts.forEach(text -> add(cells, text));
        case FieldTest.Contains(var part) -> add(cells, part);
        case FieldTest.Compared(Comparison(_, var number)) -> numbers.add(number);
        case FieldTest.DateBefore(var ago) -> days.add(-days(ago));
        case FieldTest.DateWithin(var ahead) -> days.add(days(ahead));
      }
    }
    add(cells, OTHER);
    pieces(numbers).forEach(number -> add(cells, number.toPlainString()));
    if (!days.isEmpty()) {
      days.add(0);
      cuts(days).forEach(day -> add(cells, TODAY.plusDays(day).toString()));
    }
    return List.copyOf(cells.values());
  }

  /// Time that brings dates nearer, and leaves them behind.
  static List<Move<Event>> ageing(Variable field) {
    NavigableMap<LocalDate, List<Integer>> days = new TreeMap<>();
    for (int cell = 0; cell < field.size(); cell++) {
      int its = cell;
      date(field.values().get(cell))
          .ifPresent(day -> days.computeIfAbsent(day, _ -> new ArrayList<>()).add(its));
    }
    List<Move<Event>> moves = new ArrayList<>();
    for (LocalDate day : days.keySet()) {
      Map.Entry<LocalDate, List<Integer>> before = days.lowerEntry(day);
      if (before != null) {
        Duration span = Duration.ofDays(before.getKey().until(day, ChronoUnit.DAYS));
        moves.add(
            new Move<>(
                new Event.TimePasses(span),
                Predicate.among(field, cell -> days.getOrDefault(day, List.of()).contains(cell)),
                List.of(field.becomes(before.getValue().getFirst()))));
      }
    }
    return moves;
  }

  /// The day that the text names, if it names one.
  static Optional<LocalDate> date(String text) {
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private static void add(Map<String, String> cells, String text) {
    if (!text.isBlank()) {
      cells.putIfAbsent(text.strip().toLowerCase(Locale.ROOT), text.strip());
    }
  }

  private static int days(Duration span) {
    return Math.toIntExact(Math.min(40_000, Math.ceilDiv(span.toHours(), 24)));
  }

  private static List<BigDecimal> pieces(NavigableSet<BigDecimal> cuts) {
    List<BigDecimal> pieces = new ArrayList<>();
    if (cuts.isEmpty()) {
      return pieces;
    }
    pieces.add(cuts.first().subtract(BigDecimal.ONE));
    BigDecimal before = cuts.first();
    for (BigDecimal cut : cuts) {
      if (cut.compareTo(before) != 0) {
        pieces.add(before.add(cut).divide(BigDecimal.TWO));
      }
      pieces.add(cut);
      before = cut;
    }
    pieces.add(cuts.last().add(BigDecimal.ONE));
    return pieces;
  }

  private static Set<Integer> cuts(Set<Integer> days) {
    Set<Integer> pieces = new TreeSet<>();
    for (int day : days) {
      pieces.add(day - 1);
      pieces.add(day);
      pieces.add(day + 1);
    }
    return pieces;
  }
}
