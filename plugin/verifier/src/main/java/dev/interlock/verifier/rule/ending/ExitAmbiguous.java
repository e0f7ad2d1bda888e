package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two endings that leave the same behind.
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
    return Checked.each(set.contracts().stream(), this::judge);
  }

  private Stream<Finding> judge(Contract contract) {
    List<Exit> exits =
        contract.exits().stream().filter(exit -> exit.kind() != ExitKind.WITHDRAWN).toList();
    return IntStream.range(0, exits.size())
        .boxed()
        .flatMap(later ->
            exits.subList(0, later).stream()
                .filter(earlier -> leavesTheSame(earlier, exits.get(later)))
                .limit(1)
                .map(earlier -> ambiguous(contract, earlier, exits.get(later))));
  }

  private Finding ambiguous(Contract contract, Exit earlier, Exit later) {
    return found(
        contract,
        later.name().text(),
        later.position(),
        later.leaves().isEmpty()
            ? "exits *%s* and *%s* both leave nothing behind"
                .formatted(earlier.name(), later.name())
            : "exits *%s* and *%s* leave exactly the same behind"
                .formatted(earlier.name(), later.name()),
        "let each leave something of its own, such as one value of a field for each ending.");
  }

  private static boolean leavesTheSame(Exit one, Exit other) {
    return new HashSet<>(one.leaves()).equals(new HashSet<>(other.leaves()));
  }
}
