package dev.interlock.library.mutants;

import static dev.interlock.library.mutants.Operator.each;
import static dev.interlock.library.mutants.Operator.other;
import static dev.interlock.library.mutants.Operator.rules;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.StepName;
import dev.interlock.library.mutants.Operator.Other;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Ways of breaking what a contract does on its path.
final class PathOperators {
  private static final Duration NOTHING = Duration.ofSeconds(1);

  private PathOperators() {}

  static List<Operator> all() {
    return List.of(
        each(
            "drop a silence branch",
            rules("E-SILENCE-UNHANDLED", "E-EXIT-DEAD", "E-NO-EXIT", "E-MSG-SPACING"),
            Step.Silence.class,
            (_, contract, silence) ->
                Stream.concat(
                        Stream.of(new Other("goes on", Path.nothing())),
                        success(contract)
                            .map(exit -> new Other("is a success", leave(exit, silence))))
                    .map(path -> new Other(path.how(), with(silence, (Path) path.value())))),
        each(
            "drop an arm",
            rules(
                "E-EVENT-UNHANDLED",
                "E-ASK-UNHEARD",
                "E-ARM-GAP",
                "E-ARM-OVERLAP",
                "E-EXIT-DEAD",
                "E-STEP-DEAD"),
            Step.Await.class,
            (_, _, await) ->
                Lists.without(
                    await.arms(),
                    arms ->
                        new Step.Await(
                            await.name(), arms, await.silence(), await.why(), await.position()))),
        each(
            "drop a whenever",
            rules("E-EVENT-UNHANDLED", "E-ASK-UNHEARD", "E-EXIT-DEAD", "E-STAGE-BACKWARD"),
            Contract.class,
            (_, _, contract) ->
                Lists.without(contract.handlers(), left -> Contracts.handlers(contract, left))),
        each(
            "drop a failure target",
            rules("E-EXIT-DEAD", "E-BLOCKED-UNHANDLED", "E-FAILURE-UNHANDLED"),
            Step.Send.class,
            (_, _, send) -> other(failing(send, OnFailure.usual(send.position())))),
        each(
            "go on after a failure",
            rules("E-FAILURE-UNHANDLED", "E-BLOCKED-UNHANDLED", "E-EXIT-DEAD"),
            Step.Send.class,
            (_, _, send) -> other(failing(send, OnFailure.always(3, new Consequence.GoOn())))),
        each(
            "shorten a wait to nothing",
            rules("E-MSG-SPACING", "E-MSG-DUPLICATE", "E-ASK-UNHEARD", "E-DEFERRED-TOO-LATE"),
            Pause.For.class,
            (_, _, _) -> other(new Pause.For(NOTHING))),
        each(
            "shorten a silence to nothing",
            rules("E-MSG-SPACING", "E-MSG-DUPLICATE", "E-ASK-UNHEARD", "E-SILENCE-UNHANDLED"),
            Deadline.class,
            (_, _, _) -> other(new Deadline.After(NOTHING))),
        each(
            "drop a wait",
            rules("E-MSG-SPACING", "E-DEFERRED-TOO-LATE", "E-BLOCKED-UNHANDLED"),
            Path.class,
            (_, _, path) ->
                IntStream.range(0, path.steps().size())
                    .boxed()
                    .filter(i -> path.steps().get(i) instanceof Step.Wait)
                    .map(i -> new Other("-" + path.steps().get(i).name(), unwaited(path, i)))),
        each(
            "remove a marker's removal",
            rules("E-EXIT-UNKEPT", "E-GROUP-BROKEN", "E-MSG-DUPLICATE"),
            Path.class,
            (_, _, path) ->
                Lists.without(path.steps(), Path::new)
                    .filter(left -> removals(path) > removals((Path) left.value()))),
        each(
            "remove a promise that a marker is gone",
            rules("E-EXIT-UNKEPT", "E-GROUP-BROKEN", "E-EXIT-AMBIGUOUS"),
            Exit.class,
            (_, _, exit) ->
                Lists.without(exit.leaves(), left -> Contracts.leaves(exit, left))
                    .filter(left -> absences(exit) > absences((Exit) left.value()))),
        each(
            "duplicate a send",
            rules("E-MSG-DUPLICATE", "E-MSG-SPACING"),
            Path.class,
            (_, _, path) ->
                IntStream.range(0, path.steps().size())
                    .boxed()
                    .filter(i -> path.steps().get(i) instanceof Step.Send)
                    .map(i -> new Other("+" + path.steps().get(i).name(), twice(path, i)))),
        each(
            "drop expiresAfter",
            rules("E-DEFERRED-TOO-LATE"),
            SendTerms.class,
            (_, _, terms) ->
                other(
                    new SendTerms(
                        terms.purpose(),
                        terms.asks(),
                        Optional.empty(),
                        terms.afterOptOut(),
                        terms.urgent()))),
        each(
            "drop a message's purpose",
            rules("E-MSG-DUPLICATE", "E-DOC-MISSING"),
            SendTerms.class,
            (_, _, terms) ->
                other(
                    new SendTerms(
                        Optional.empty(),
                        terms.asks(),
                        terms.expiresAfter(),
                        terms.afterOptOut(),
                        terms.urgent()))));
  }

  private static Stream<Exit> success(Contract contract) {
    return contract.exits().stream().filter(exit -> exit.kind() == ExitKind.SUCCESS).limit(1);
  }

  private static Path leave(Exit exit, Step.Silence silence) {
    return Path.of(new Step.Leave(exit.name(), silence.position()));
  }

  private static Step.Silence with(Step.Silence silence, Path path) {
    return new Step.Silence(silence.deadline(), path, silence.why(), silence.position());
  }

  private static Step.Send failing(Step.Send send, OnFailure onFailure) {
    return new Step.Send(
        send.name(), send.message(), send.terms(), send.why(), onFailure, send.position());
  }

  private static Path unwaited(Path path, int index) {
    List<Step> steps = new ArrayList<>(path.steps());
    Step.Wait wait = (Step.Wait) steps.remove(index);
    steps.addAll(index, wait.body().steps());
    return new Path(steps);
  }

  private static Path twice(Path path, int index) {
    List<Step> steps = new ArrayList<>(path.steps());
    Step.Send send = (Step.Send) steps.get(index);
    StepName again = new StepName(send.name().text() + "-again");
    steps.add(
        index + 1,
        new Step.Send(
            again, send.message(), send.terms(), send.why(), send.onFailure(), send.position()));
    return new Path(steps);
  }

  private static long removals(Path path) {
    return path.steps().stream()
        .filter(step -> step instanceof Step.Act(_, Action.RemoveTag _, _, _, _))
        .count();
  }

  private static long absences(Exit exit) {
    return exit.leaves().stream().filter(Leaves.NotTagged.class::isInstance).count();
  }
}
