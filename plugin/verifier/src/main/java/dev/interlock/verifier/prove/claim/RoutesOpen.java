package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an exit routes without a word for whom the next contract turns away, the next contract
/// lets everybody in.
public final class RoutesOpen implements Property {
  @Override
  public String rule() {
    return "E-ROUTE-REFUSED";
  }

  @Override
  public String reason() {
    return "Between an exit and the next entry others may act; whom the next door turns away must"
        + " not fall between the two.";
  }

  @Override
  public boolean looksAt(ContractSet set, List<Contract> studied) {
    return studied.stream()
        .flatMap(contract -> contract.allExits().stream())
        .anyMatch(exit ->
            exit.continuation() instanceof Continuation.RoutesTo(var to, var orElse)
                && orElse.isEmpty()
                && studied.stream().anyMatch(contract -> contract.id().equals(to)));
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return study.seats().stream().flatMap(seat -> claims(study, machine, seat)).toList();
  }

  private Stream<Claim> claims(Study study, Machine<Event> machine, Seat seat) {
    return Steps.leaving(machine, seat).flatMap(leaving -> claim(study, seat, leaving).stream());
  }

  private Optional<Claim> claim(Study study, Seat seat, Steps.Leaving leaving) {
    Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
    if (!(exit.continuation() instanceof Continuation.RoutesTo(ContractId to, var orElse))
        || orElse.isPresent()) {
      return Optional.empty();
    }
    return study.seats().stream()
        .filter(other -> other.id().equals(to))
        .findFirst()
        .map(target -> {
          // whoever is inside already is where the exit wanted them
          Predicate admitted =
              study
                  .admissible(target)
                  .or(target.isIdle().not())
                  .or(study.takesEntries(to).not())
                  .given(leaving.move().updates());
          return Claim.Never.move(
              Subject.exit(
                      rule(),
                      seat.contract(),
                      exit,
                      "exit *%s* routes to *%s*, which may turn the contact away"
                          .formatted(exit.name(), to),
                      "say orElse(\"what people do then\") behind routesTo(...), or make the exit leave"
                          + " what the next contract asks for.")
                  .and(to),
              admitted.not(),
              leaving.move());
        });
  }
}
