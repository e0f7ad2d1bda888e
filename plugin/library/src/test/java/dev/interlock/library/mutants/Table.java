package dev.interlock.library.mutants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of all mutants, operator by operator, as a table in Markdown.
final class Table {
  private static final List<String> COLUMNS =
      List.of("", "seen by", "explored by", "shown by", "harmless");

  private Table() {}

  static String of(List<Mutant> mutants, Ledger ledger) {
    Map<String, List<Mutant>> byOperator =
        mutants.stream()
            .collect(
                Collectors.groupingBy(
                    mutant -> mutant.operator().name(), LinkedHashMap::new, Collectors.toList()));
    return Stream.of(
            Stream.of(
                "| What is done | Mutants | Seen by their shape | Found by exploring"
                    + " | Found by a scenario | Harmless |",
                "| --- | --- | --- | --- | --- | --- |"),
            byOperator.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), ledger)),
            Stream.of(row("all", mutants, ledger)))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static String row(String name, List<Mutant> mutants, Ledger ledger) {
    return COLUMNS.stream()
        .map(column ->
            mutants.stream().filter(mutant -> ledger.of(mutant).startsWith(column)).count())
        .map(String::valueOf)
        .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
  }
}
