package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;

/// No exit leaves a deal in a stage in which nobody has a next move by a certain time: neither a
/// run, nor an open task of the run, nor a team that is told when the deal stays too long.
public final class StagesHeld implements Property {
  @Override
  public String rule() {
    return "E-STAGE-STRANDED";
  }

  @Override
  public String reason() {
    return "A deal in a stage where nothing is due is a deal that nobody remembers.";
  }

  @Override
  public void track(Study study) {
    Steps.seats(study)
        .flatMap(seat -> Written.attributes(seat.contract()))
        .filter(Attribute.Stage.class::isInstance)
        .forEach(attribute -> study.account().track(attribute));
  }

  static Variable task(Seat seat) {
    return Variable.flag(seat.id() + " left a task");
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (Seat seat : Steps.seats(study).toList()) {
      Variable task = task(seat);
      remembering =
          Ghost.in(
              remembering,
              task,
              event ->
                  switch (event) {
                    case Event.Begins(var its) when its == seat -> List.of(task.becomes(0));
                    case Event.Leaves(var its, _, _, _) when its == seat ->
                        List.of(task.becomes(0));
                    case Event.Does(var its, var place, var way, _, _)
                        when its == seat && way == Event.Way.DONE ->
                        switch (action(seat, place)) {
                          case TASK -> List.of(task.becomes(1));
                          case TICK -> List.of(task.becomes(0));
                          case OTHER -> List.of();
                        };
                    case Event _ -> List.of();
                  });
    }
    return remembering;
  }

  private enum Doing {
    TASK,
    TICK,
    OTHER
  }

  private static Doing action(Seat seat, dev.interlock.core.program.NodeId place) {
    return seat.stepAt(place)
        .map(step ->
            switch (step) {
              case Step.Act(_, Action.CreateTask _, _, _, _) -> Doing.TASK;
              case Step.Act(_, Action.CompleteTasks _, _, _, _) -> Doing.TICK;
              case Step _ -> Doing.OTHER;
            })
        .orElse(Doing.OTHER);
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    List<Claim> claims = new ArrayList<>();
    Steps.seats(study)
        .forEach(seat ->
            Steps.leaving(machine, seat).forEach(leaving -> claims(claims, study, seat, leaving)));
    return claims;
  }

  private void claims(List<Claim> claims, Study study, Seat seat, Steps.Leaving leaving) {
    Exit exit = seat.contract().exit(leaving.what().exit()).orElseThrow();
    if (exit.continuation() instanceof Continuation.RoutesTo || !exit.notifies().isEmpty()) {
      return;
    }
    for (Spot spot : unwatched(study)) {
      claims.add(claim(seat, exit, leaving, spot));
    }
  }

  /// A stage in which nobody is told of a deal that stays, and where a deal stands in it.
  record Spot(Pipeline pipeline, Pipeline.Stage stage, Predicate there) {
    @Override
    public String toString() {
      return pipeline.name() + " / " + stage.name();
    }
  }

  static List<Spot> unwatched(Study study) {
    List<Spot> spots = new ArrayList<>();
    for (Pipeline pipeline : study.set().operation().pipelines()) {
      study
          .account()
          .tracked(new Attribute.Stage(pipeline.name()))
          .ifPresent(variable -> {
            for (int i = 0; i < pipeline.stages().size(); i++) {
              Pipeline.Stage stage = pipeline.stages().get(i);
              if (!stage.last() && stage.dwell().isEmpty()) {
                spots.add(new Spot(pipeline, stage, variable.is(i + 1)));
              }
            }
          });
    }
    return spots;
  }

  private Claim claim(Seat seat, Exit exit, Steps.Leaving leaving, Spot spot) {
    return Claim.Never.move(
        Subject.exit(
            rule(),
            seat.contract(),
            exit,
            "exit *%s* can leave the deal in %s with no task open, and nobody is told when it"
                    .formatted(exit.name(), spot)
                + " stays there",
            "say dwellsAtMost(...) at the stage, let the exit notify somebody, or leave a task with"
                + " a due time."),
        spot.there().given(leaving.move().updates()).and(task(seat).is(0)),
        leaving.move());
  }
}
