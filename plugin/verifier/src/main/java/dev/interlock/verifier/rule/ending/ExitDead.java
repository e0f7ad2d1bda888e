package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Exits;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Flow;
import java.util.Set;
import java.util.stream.Collectors;
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
    Set<ExitName> used =
        Flow.of(contract).reachable().stream()
            .filter(place -> place.step() instanceof Step.Leave)
            .map(place -> ((Step.Leave) place.step()).exit())
            .collect(Collectors.toSet());
    return contract.exits().stream()
        .filter(exit -> !used.contains(exit.name()) && !isAlwaysPossible(exit))
        .map(exit ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "no path leaves by exit *%s*".formatted(exit.name()),
                "say where a run leaves so, or take the exit away."));
  }

  // operators withdraw runs, lanes displace them, and a fault ends them, whatever the path says
  private static boolean isAlwaysPossible(Exit exit) {
    return exit.kind() == ExitKind.WITHDRAWN
        || exit.kind() == ExitKind.DISPLACED
        || exit.name().equals(Exits.FAILED);
  }
}
