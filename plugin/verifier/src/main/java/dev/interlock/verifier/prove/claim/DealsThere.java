package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.core.Attributes;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Whoever leaves by an exit that promises a deal's status has a deal. A promise of a stage makes
/// one where there is none; marking a deal that is not there does nothing.
public final class DealsThere implements Property {
  @Override
  public String rule() {
    return "E-EXIT-UNKEPT";
  }

  @Override
  public String reason() {
    return "A deal that is not there cannot be marked; an exit that promises it is never true.";
  }

  @Override
  public void track(Study study) {
    Steps.seats(study)
        .flatMap(seat -> seat.contract().allExits().stream())
        .flatMap(DealsThere::unmade)
        .forEach(marked -> study.account().track(new Attribute.Stage(marked.pipeline())));
  }

  /// Promises of a status beside which no stage of the pipeline is promised.
  private static Stream<Leaves.DealMarked> unmade(Exit exit) {
    return exit.leaves().stream()
        .filter(Leaves.DealMarked.class::isInstance)
        .map(Leaves.DealMarked.class::cast)
        .filter(marked -> exit.leaves().stream().noneMatch(leaves -> makes(leaves, marked)));
  }

  private static boolean makes(Leaves leaves, Leaves.DealMarked marked) {
    return leaves instanceof Leaves.AtStage(var stage)
        && stage.pipeline().equals(marked.pipeline());
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study).flatMap(seat -> claims(study, machine, seat)).toList();
  }

  private Stream<Claim> claims(Study study, Machine<Event> machine, Seat seat) {
    return Steps.leaving(machine, seat)
        .flatMap(leaving -> {
          Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
          return unmade(exit).map(marked -> claim(study, seat, exit, leaving, marked));
        });
  }

  private Claim claim(
      Study study, Seat seat, Exit exit, Steps.Leaving leaving, Leaves.DealMarked marked) {
    PipelineName pipeline = marked.pipeline();
    Variable stage = study.account().track(new Attribute.Stage(pipeline));
    return Claim.Never.move(
        Subject.exit(
                rule(),
                seat.contract(),
                exit,
                "exit *%s* promises a deal in %s that is %s, and there can be no deal by then"
                    .formatted(exit.name(), pipeline, words(marked.status())),
                "let the exit promise a stage of %s as well, which makes the deal, or leave by another"
                        .formatted(pipeline)
                    + " exit those who have none.")
            .about(Attributes.writtenBy(marked)),
        missing(stage).given(leaving.move().updates()),
        leaving.move());
  }

  // no deal is the first value of where a deal stands
  private static Predicate missing(Variable stage) {
    return stage.is(0);
  }

  private static String words(DealStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
