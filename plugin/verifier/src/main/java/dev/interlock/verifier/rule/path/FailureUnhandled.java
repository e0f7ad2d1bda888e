package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.util.stream.Stream;

/// Endings by failure that nobody hears of.
final class FailureUnhandled implements Rule {
  @Override
  public String id() {
    return "E-FAILURE-UNHANDLED";
  }

  @Override
  public String reason() {
    return "A step that failed needs a person; one whom nobody told does not come.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), this::judge);
  }

  private Stream<Finding> judge(Contract contract) {
    return contract.exits().stream()
        .filter(exit -> exit.kind() == ExitKind.FAILED && exit.notifies().isEmpty())
        .map(exit ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "exit *%s* ends in failure and tells nobody".formatted(exit.name()),
                "say whom it tells: notifies(owner())."));
  }
}
