package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two runs with facing steps inside one contact at once that share no lane, and of which neither
/// contract declares `besides` the other.
///
/// Decided here: a run is inside from its beginning to the end of its exit, and not while it waits
/// in turn. A second run of the same contract counts like one of another.
record ContactContested(Repertoire repertoire) implements Monitor {
  @Override
  public String rule() {
    return "E-CONTACT-CONTESTED";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Map<RunId, Who> inside = new LinkedHashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Began(var who, _, _) -> began(who);
        case Fact.Left(var who, _, _, _, _, _) -> inside.remove(who.run());
        case Fact _ -> {}
      }
    }

    private void began(Who who) {
      if (!isFacing(who.contract())) {
        return;
      }
      for (Who other : inside.values()) {
        if (mayContest(who.contract(), other.contract())) {
          breach(
              List.of(other.contract().text(), who.contract().text()),
              "",
              other.contract().equals(who.contract())
                  ? "the contact is in *%s* already when a second run of it begins, and both write to them"
                      .formatted(who.contract())
                  : "the contact is in *%s* when *%s* begins, and both write to them"
                      .formatted(other.contract(), who.contract()));
        }
      }
      inside.put(who.run(), who);
    }
  }

  private boolean isFacing(ContractId contract) {
    return repertoire
        .program(contract)
        .filter(
            program -> program.nodes().values().stream().anyMatch(Node.SendNode.class::isInstance))
        .isPresent();
  }

  private boolean mayContest(ContractId one, ContractId other) {
    Optional<LaneName> lane = lane(one);
    boolean shared = lane.isPresent() && lane.equals(lane(other));
    return !shared && !isBesides(one, other) && !isBesides(other, one);
  }

  private boolean isBesides(ContractId one, ContractId other) {
    return contract(one).stream()
        .flatMap(contract -> contract.declarations().stream())
        .anyMatch(said ->
            said instanceof Declaration.Besides(var besides, _, _)
                && repertoire.changeover().isOne(besides, other));
  }

  private Optional<LaneName> lane(ContractId id) {
    return contract(id)
        .flatMap(contract ->
            contract.lane() instanceof LaneClaim.InLane(var lane, _, _, _)
                ? Optional.of(lane)
                : Optional.empty());
  }

  private Optional<Contract> contract(ContractId id) {
    return repertoire.program(id).map(Program::contract);
  }
}
