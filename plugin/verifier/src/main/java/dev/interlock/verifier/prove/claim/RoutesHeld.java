package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
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

/// Whom the next contract turns away does not stay in a stage in which nothing is due: a route
/// holds a deal only as long as somebody takes it over.
public final class RoutesHeld implements Property {
  private final StagesHeld held = new StagesHeld();

  @Override
  public String rule() {
    return held.rule();
  }

  @Override
  public String reason() {
    return held.reason();
  }

  @Override
  public boolean looksAt(ContractSet set, List<Contract> studied) {
    boolean isUnwatched =
        set.operation().pipelines().stream()
            .flatMap(pipeline -> pipeline.stages().stream())
            .anyMatch(stage -> !stage.last() && stage.dwell().isEmpty());
    return isUnwatched
        && studied.stream()
            .flatMap(contract -> contract.allExits().stream())
            .anyMatch(exit ->
                exit.notifies().isEmpty()
                    && exit.continuation() instanceof Continuation.RoutesTo(var to, _)
                    && studied.stream().anyMatch(contract -> contract.id().equals(to)));
  }

  @Override
  public void track(Study study) {
    held.track(study);
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    return held.remembering(study, machine);
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study)
        .flatMap(
            seat -> Steps.leaving(machine, seat).flatMap(leaving -> claims(study, seat, leaving)))
        .toList();
  }

  private Stream<Claim> claims(Study study, Seat seat, Steps.Leaving leaving) {
    Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
    Optional<Seat> target =
        exit.notifies().isEmpty() && exit.continuation() instanceof Continuation.RoutesTo(var to, _)
            ? study.seats().stream().filter(other -> other.id().equals(to)).findFirst()
            : Optional.empty();
    return target.stream()
        .flatMap(next ->
            StagesHeld.unwatched(study).stream()
                .map(spot -> claim(study, seat, exit, leaving, next, spot)));
  }

  private Claim claim(
      Study study, Seat seat, Exit exit, Steps.Leaving leaving, Seat next, StagesHeld.Spot spot) {
    Predicate turnedAway = study.admissible(next).or(next.isIdle().not()).not();
    return Claim.Never.move(
        Subject.exit(
                rule(),
                seat.contract(),
                exit,
                "exit *%s* can leave the deal in %s with no task open, and *%s*, to which it routes, may"
                        .formatted(exit.name(), spot, next.id())
                    + " turn the contact away",
                "say dwellsAtMost(...) at the stage, let the exit notify somebody, or make it leave what"
                    + " the next contract asks for.")
            .about(exit.name().text()),
        spot.there()
            .and(turnedAway)
            .given(leaving.move().updates())
            .and(StagesHeld.leavesNoTask(seat, exit)),
        leaving.move());
  }
}
