package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Exploration;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import dev.interlock.verifier.prove.world.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One study with everything that is claimed of it.
final class Task implements AutoCloseable {
  private final Study study;
  private final List<Claim> claims = new ArrayList<>();
  private final Machine<Event> machine;
  private final Allowance allowance;
  private Optional<Exploration<Event>> explored = Optional.empty();

  /// @param surrounded whether the other contracts of the set act as well
  Task(
      Survey survey,
      List<Contract> studied,
      List<Property> properties,
      boolean surrounded,
      Allowance allowance) {
    this.study = surrounded ? Study.of(survey, studied) : Study.alone(survey, studied);
    properties.forEach(property -> property.track(study));
    Machine<Event> remembering = study.machine();
    for (Property property : properties) {
      remembering = property.remembering(study, remembering);
    }
    for (Property property : properties) {
      claims.addAll(property.claims(study, remembering));
    }
    this.machine = study.ordered(remembering);
    this.allowance = allowance;
  }

  @Override
  public void close() {
    explored.ifPresent(Exploration::close);
  }

  Study study() {
    return study;
  }

  List<Claim> claims() {
    return claims;
  }

  /// Everything that can happen, explored once somebody asks for it.
  Exploration<Event> exploration() {
    Exploration<Event> exploration =
        explored.orElseGet(() -> new Exploration<>(machine, allowance));
    explored = Optional.of(exploration);
    return exploration;
  }

  /// The machine that is explored.
  Machine<Event> machine() {
    return machine;
  }

  /// Whether the claim does not hold.
  boolean isBroken(Claim claim) {
    return switch (claim) {
      case Claim.Never never -> exploration().canBe(never.broken());
      case Claim.Possible(_, var context, var ways) ->
          exploration().canBe(context) && ways.stream().noneMatch(exploration()::canBe);
    };
  }
}
