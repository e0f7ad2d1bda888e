package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Exploration;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;

/// One study with everything that is claimed of it, explored.
final class Task implements AutoCloseable {
  private final Study study;
  private final List<Claim> claims = new ArrayList<>();
  private final Exploration<Event> exploration;

  /// @param surrounded whether the other contracts of the set act as well
  Task(
      ContractSet set,
      List<Contract> studied,
      List<Property> properties,
      boolean surrounded,
      Allowance allowance) {
    this.study = surrounded ? Study.of(set, studied) : Study.alone(set, studied);
    properties.forEach(property -> property.track(study));
    Machine<Event> machine = study.machine();
    for (Property property : properties) {
      machine = property.remembering(study, machine);
    }
    for (Property property : properties) {
      claims.addAll(property.claims(study, machine));
    }
    this.exploration = new Exploration<>(study.ordered(machine), allowance);
  }

  @Override
  public void close() {
    exploration.close();
  }

  Study study() {
    return study;
  }

  List<Claim> claims() {
    return claims;
  }

  Exploration<Event> exploration() {
    return exploration;
  }

  /// Whether the claim does not hold.
  boolean isBroken(Claim claim) {
    return switch (claim) {
      case Claim.Never never -> exploration.canBe(never.broken());
      case Claim.Possible(_, var context, var ways) ->
          exploration.canBe(context) && ways.stream().noneMatch(exploration::canBe);
    };
  }
}
