package dev.interlock.library.mutants;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContractText;
import java.util.ArrayList;
import java.util.List;

/// What is other in a set, line by line of its contracts' canonical texts.
final class Difference {
  private Difference() {}

  static String between(ContractSet original, ContractSet mutant) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < original.contracts().size(); i++) {
      lines.addAll(
          between(
              ContractText.write(original.contracts().get(i)).lines().toList(),
              ContractText.write(mutant.contracts().get(i)).lines().toList()));
    }
    return String.join("\n", lines);
  }

  /// What is between the lines with which both begin and those with which both end; a change is one
  /// place, but for exits that are swapped everywhere.
  private static List<String> between(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int first = 0;
    while (first < shorter && before.get(first).equals(after.get(first))) {
      first++;
    }
    int last = 0;
    while (last < shorter - first
        && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
      last++;
    }
    List<String> lines = new ArrayList<>();
    before.subList(first, before.size() - last).forEach(line -> lines.add("    - " + line));
    after.subList(first, after.size() - last).forEach(line -> lines.add("    + " + line));
    return lines;
  }
}
