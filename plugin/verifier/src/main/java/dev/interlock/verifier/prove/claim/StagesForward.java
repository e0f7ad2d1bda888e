package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Exit;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.stream.Stream;

/// No step and no exit moves a deal back without a declared return.
///
/// The adapter refuses such a move; that it is tried at all means that the contract takes a way
/// that its author did not think of.
public final class StagesForward implements Property {
  @Override
  public String rule() {
    return "E-STAGE-BACKWARD";
  }

  @Override
  public String reason() {
    return "A deal that somebody moved on must not slide back because a workflow did not notice.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study)
        .flatMap(seat -> Stream.concat(steps(machine, seat), exits(machine, seat)))
        .toList();
  }

  private Stream<Claim> steps(Machine<Event> machine, Seat seat) {
    return Steps.doing(machine, seat)
        .filter(doing -> doing.what().marks().backward().isPresent())
        .map(doing ->
            Claim.Never.move(
                Subject.step(
                    rule(),
                    seat.contract(),
                    doing.step(),
                    "*%s* can find the deal further on already, and would move it back to %s"
                        .formatted(
                            doing.step().name(), doing.what().marks().backward().orElseThrow()),
                    "leave when somebody moves the deal: whenever(foreignHand(MOVED_STAGE))."
                        + " Or ask for the stage in a branch before, or declare the return with"
                        + " mayReturnTo(...)."),
                Predicate.always(),
                doing.move()));
  }

  private Stream<Claim> exits(Machine<Event> machine, Seat seat) {
    return Steps.leaving(machine, seat)
        .filter(leaving -> leaving.what().marks().backward().isPresent())
        .map(leaving -> {
          Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
          return Claim.Never.move(
              Subject.exit(
                  rule(),
                  seat.contract(),
                  exit,
                  "exit *%s* promises %s, and the deal can be further on by then"
                      .formatted(exit.name(), leaving.what().marks().backward().orElseThrow()),
                  "leave by an exit that promises no stage when somebody moved the deal, or"
                      + " declare the return with mayReturnTo(...)."),
              Predicate.always(),
              leaving.move());
        });
  }
}
