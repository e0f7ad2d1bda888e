package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two endings of a contract that one contact can look as if they had both come by
/// (docs/decisions/0030).
///
/// Told is the exit that says less, and of two that say as much, the later one. Exits that every
/// run has without a word are not asked.
final class ExitAmbiguous implements Rule {
  @Override
  public String id() {
    return "E-EXIT-AMBIGUOUS";
  }

  @Override
  public String reason() {
    return "Who looks at a contact afterwards has to see which ending it was.";
  }

  @Override
  public Checked check(ContractSet set) {
    Remains remains = new Remains(set.operation());
    return Checked.each(set.contracts().stream(), contract -> judge(remains, contract));
  }

  private Stream<Finding> judge(Remains remains, Contract contract) {
    List<Exit> exits = contract.exits().stream().filter(ExitAmbiguous::isAsked).toList();
    Map<Exit, List<Exit>> alike = new LinkedHashMap<>();
    for (int i = 0; i < exits.size(); i++) {
      for (int j = i + 1; j < exits.size(); j++) {
        Exit earlier = exits.get(i);
        Exit later = exits.get(j);
        if (remains.canHoldTogether(earlier, later)) {
          boolean earlierSaysLess = earlier.leaves().size() < later.leaves().size();
          alike
              .computeIfAbsent(earlierSaysLess ? earlier : later, _ -> new ArrayList<>())
              .add(earlierSaysLess ? later : earlier);
        }
      }
    }
    return alike.entrySet().stream()
        .map(entry -> ambiguous(contract, entry.getKey(), entry.getValue()));
  }

  /// Whoever was taken out may look like anybody; whoever had to make way is inside the workflow
  /// that came instead, and only what their exit writes could mislead.
  private static boolean isAsked(Exit exit) {
    return switch (exit.kind()) {
      case WITHDRAWN -> false;
      case DISPLACED -> !exit.leaves().isEmpty();
      case SUCCESS, DECLINED, UNRESPONSIVE, HANDOVER, FAILED -> true;
    };
  }

  private Finding ambiguous(Contract contract, Exit exit, List<Exit> others) {
    return found(
        contract,
        exit.name().text(),
        exit.position(),
        words(exit, others),
        "give each ending a value of its own in one field, as field(\"...\", \"...\"), or let one"
            + " leave noTag(\"...\") of what the other leaves.");
  }

  private static String words(Exit exit, List<Exit> others) {
    if (others.size() == 1 && leavesTheSame(others.getFirst(), exit)) {
      return exit.leaves().isEmpty()
          ? "exits *%s* and *%s* both leave nothing behind"
              .formatted(others.getFirst().name(), exit.name())
          : "exits *%s* and *%s* leave exactly the same behind"
              .formatted(others.getFirst().name(), exit.name());
    }
    String names =
        others.stream().map(other -> "*" + other.name() + "*").collect(Collectors.joining(" or "));
    return exit.leaves().isEmpty()
        ? "exit *%s* leaves nothing behind: a contact who left by %s looks like one of its own"
            .formatted(exit.name(), names)
        : "what exit *%s* leaves can be true of a contact who left by %s: nobody can tell later"
                .formatted(exit.name(), names)
            + " which ending it was";
  }

  private static boolean leavesTheSame(Exit one, Exit other) {
    return new HashSet<>(one.leaves()).equals(new HashSet<>(other.leaves()));
  }
}
