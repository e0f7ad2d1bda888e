package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.NodeId;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import dev.interlock.verifier.walk.StepTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  private static Variable open(Seat seat, Marker.OfTask task) {
    return Variable.flag(seat.id() + " left the task " + task.title());
  }

  private static List<Marker.OfTask> tasks(Seat seat) {
    return StepTree.steps(seat.contract())
        .flatMap(step ->
            step instanceof Step.Act(_, Action.CreateTask(var title, _, _, _), _, _, _)
                ? Stream.of(new Marker.OfTask(title))
                : Stream.empty())
        .distinct()
        .toList();
  }

  /// Where the run leaves no task open when it ends by the exit.
  static Predicate leavesNoTask(Seat seat, Exit exit) {
    return Predicate.all(
        tasks(seat).stream()
            .filter(task -> !task.isTakenBy(exit))
            .map(task -> open(seat, task).is(0))
            .toList());
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (Seat seat : Steps.seats(study).toList()) {
      for (Marker.OfTask task : tasks(seat)) {
        Variable open = open(seat, task);
        remembering =
            Ghost.in(
                remembering,
                open,
                event ->
                    switch (event) {
                      case Event.Begins(var its) when its == seat -> List.of(open.becomes(0));
                      case Event.Leaves(var its, _, _, _) when its == seat ->
                          List.of(open.becomes(0));
                      case Event.Does(var its, var place, var way, _, _)
                          when its == seat && way == Event.Way.DONE ->
                          changes(seat, place, task, open);
                      case Event _ -> List.of();
                    });
      }
    }
    return remembering;
  }

  private static List<Assignment> changes(
      Seat seat, NodeId place, Marker.OfTask task, Variable open) {
    return seat.stepAt(place).stream()
        .flatMap(step -> step instanceof Step.Act act ? Stream.of(act.action()) : Stream.empty())
        .flatMap(action ->
            task.isTakenBy(action)
                ? Stream.of(open.becomes(0))
                : Marker.setBy(action).filter(task::equals).map(_ -> open.becomes(1)).stream())
        .toList();
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
                    + " a due time.")
            .about(exit.name().text()),
        spot.there().given(leaving.move().updates()).and(leavesNoTask(seat, exit)),
        leaving.move());
  }
}
