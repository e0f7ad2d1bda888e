package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Comparison;
import dev.interlock.contract.model.FieldTest;
import dev.interlock.contract.model.Operation.FieldKind;
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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The values of a field that anybody can tell apart: one of each kind, the empty one first.
///
/// Texts that are named somewhere stand for themselves; numbers and dates are cut at every constant
/// that they are compared with, and each piece is stood for by one number or date inside it.
final class FieldCells {
  private static final int MOST_PARTS = 3;
  private static final List<String> OTHERS =
      List.of("something else", "none of these", "42nd street", "zzz");

  /// The day on which dates are looked at.
  static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private FieldCells() {}

  /// @param kind what the operation says that the field holds; a field that it does not declare
  ///   holds any text
  /// @param written plain texts that the field gets or may have
  static List<String> of(FieldKind kind, Collection<FieldTest> tests, Collection<String> written) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("", "");
    written.forEach(text -> add(cells, text));
    switch (kind) {
      case OPTION -> {}
      case TEXT -> {
        texts(cells, tests);
        add(cells, other(tests, cells.values()));
        numbers(cells, tests);
        dates(cells, tests);
      }
      case NUMBER -> {
        texts(cells, tests);
        numbers(cells, tests);
        addIfNone(cells, "1");
      }
      case DATE -> {
        texts(cells, tests);
        dates(cells, tests);
        addIfNone(cells, TODAY.toString());
      }
    }
    return List.copyOf(cells.values());
  }

  private static void addIfNone(Map<String, String> cells, String text) {
    if (cells.size() == 1) {
      add(cells, text);
    }
  }

  private static void texts(Map<String, String> cells, Collection<FieldTest> tests) {
    List<String> parts = new ArrayList<>();
    for (FieldTest test : tests) {
      switch (test) {
        case FieldTest.Is(var text) -> add(cells, text);
        case FieldTest.OneOf(var texts) -> texts.forEach(text -> add(cells, text));
        case FieldTest.Contains(var part) -> parts.add(part.strip());
        case FieldTest.Empty _, FieldTest.Compared _ -> {}
        case FieldTest.DateBefore _, FieldTest.DateWithin _ -> {}
      }
    }
    parts.stream().limit(MOST_PARTS).forEach(part -> join(cells, part));
    parts.stream().skip(MOST_PARTS).forEach(part -> add(cells, part));
  }

  /// A text may contain several of the parts that are asked for.
  private static void join(Map<String, String> cells, String part) {
    List<String> before = List.copyOf(cells.values());
    add(cells, part);
    before.stream().filter(text -> !text.isEmpty()).forEach(text -> add(cells, text + " " + part));
  }

  /// A text that nobody names and that contains nothing that is asked for.
  private static String other(Collection<FieldTest> tests, Collection<String> named) {
    return OTHERS.stream()
        .filter(text -> named.stream().noneMatch(text::equalsIgnoreCase))
        .filter(text ->
            tests.stream()
                .noneMatch(test ->
                    test instanceof FieldTest.Contains(var part)
                        && text.contains(part.strip().toLowerCase(Locale.ROOT))))
        .findFirst()
        .orElse("");
  }

  private static void numbers(Map<String, String> cells, Collection<FieldTest> tests) {
    NavigableSet<BigDecimal> cuts = new TreeSet<>();
    for (FieldTest test : tests) {
      if (test instanceof FieldTest.Compared(Comparison(_, var number))) {
        cuts.add(number);
      }
    }
    pieces(cuts).forEach(number -> add(cells, number.toPlainString()));
  }

  private static void dates(Map<String, String> cells, Collection<FieldTest> tests) {
    NavigableSet<Integer> days = new TreeSet<>();
    for (FieldTest test : tests) {
      switch (test) {
        case FieldTest.DateBefore(var ago) -> days.add(-days(ago));
        case FieldTest.DateWithin(var ahead) -> days.add(days(ahead));
        case FieldTest.Empty _, FieldTest.Is _, FieldTest.OneOf _ -> {}
        case FieldTest.Contains _, FieldTest.Compared _ -> {}
      }
    }
    if (!days.isEmpty()) {
      days.add(0);
      cuts(days).forEach(day -> add(cells, TODAY.plusDays(day).toString()));
    }
  }

  /// How many days the date lies ahead of the day on which dates are looked at; empty for a text
  /// that is no date.
  static Optional<Long> daysAhead(String value) {
    try {
      return Optional.of(ChronoUnit.DAYS.between(TODAY, LocalDate.parse(value)));
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
