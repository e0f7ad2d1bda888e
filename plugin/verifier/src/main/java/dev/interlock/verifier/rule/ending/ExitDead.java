package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Live;
import java.util.List;
import java.util.stream.Stream;

/// Declared exits by which no run can leave.
final class ExitDead implements Rule {
  @Override
  public String id() {
    return "E-EXIT-DEAD";
  }

  @Override
  public String reason() {
    return "An ending that cannot happen promises the client something that never comes.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), this::judge);
  }

  private Stream<Finding> judge(Contract contract) {
    List<Exit> live = Live.of(contract).exits();
    return contract.exits().stream()
        .filter(exit -> !live.contains(exit))
        .map(exit ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "no path leaves by exit *%s*".formatted(exit.name()),
                "say where a run leaves so, or take the exit away."));
  }
}
