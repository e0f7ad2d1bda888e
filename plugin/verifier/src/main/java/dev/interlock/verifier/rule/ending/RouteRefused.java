package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Reentry;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.util.stream.Stream;

/// Routes of which it is not said what happens when the next contract turns the contact away.
final class RouteRefused implements Rule {
  @Override
  public String id() {
    return "E-ROUTE-REFUSED";
  }

  @Override
  public String reason() {
    return "Between an exit and the next entry others may act; whom the next door turns away must not"
        + " fall between the two.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract -> contract.exits().stream().flatMap(exit -> judge(set, contract, exit)));
  }

  private Stream<Finding> judge(ContractSet set, Contract contract, Exit exit) {
    if (!(exit.continuation() instanceof Continuation.RoutesTo(var target, var orElse))
        || orElse.isPresent()) {
      return Stream.empty();
    }
    return set.contract(target).stream()
        .filter(RouteRefused::mayTurnAway)
        .map(next ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "exit *%s* routes to *%s*, which may turn the contact away; what then is not said"
                    .formatted(exit.name(), next.id()),
                "say orElse(\"what is done for them instead\") behind routesTo(...)."));
  }

  private static boolean mayTurnAway(Contract contract) {
    return contract.lane() instanceof LaneClaim.InLane
        || !(contract.reentry() instanceof Reentry.AfterExit)
        || contract.admits().stream()
            .anyMatch(clause -> !(clause.condition() instanceof Condition.Always));
  }
}
