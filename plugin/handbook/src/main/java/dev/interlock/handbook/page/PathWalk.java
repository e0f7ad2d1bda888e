package dev.interlock.handbook.page;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Step;
import dev.interlock.handbook.words.FailureWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All steps of a contract in reading order, however deep they stand.
final class PathWalk {
  private final List<Step> steps = new ArrayList<>();

  private PathWalk() {}

  /// The steps of the path and of all handlers.
  static List<Step> of(Contract contract) {
    PathWalk walk = new PathWalk();
    walk.path(contract.path());
    contract.handlers().forEach(handler -> walk.path(handler.path()));
    return List.copyOf(walk.steps);
  }

  /// The steps of one path.
  static List<Step> of(Path path) {
    PathWalk walk = new PathWalk();
    walk.path(path);
    return List.copyOf(walk.steps);
  }

  /// The messages among them.
  static List<Step.Send> sends(Contract contract) {
    return of(contract).stream().flatMap(step -> send(step).stream()).toList();
  }

  private static Optional<Step.Send> send(Step step) {
    return step instanceof Step.Send send ? Optional.of(send) : Optional.empty();
  }

  private void path(Path path) {
    path.steps().forEach(this::step);
  }

  private void step(Step step) {
    steps.add(step);
    for (FailureWords.Case one : FailureWords.of(step)) {
      switch (one.what()) {
        case Consequence.Take(var path) -> path(path);
        case Consequence.GoOn _, Consequence.Skip _ -> {}
      }
    }
    switch (step) {
      case Step.Send _, Step.Act _, Step.Leave _ -> {}
      case Step.Wait wait -> path(wait.body());
      case Step.Await await -> {
        await.arms().forEach(arm -> path(arm.path()));
        path(await.silence().path());
      }
      case Step.Branch branch -> {
        branch.choices().forEach(choice -> path(choice.path()));
        branch.unknown().ifPresent(this::path);
        path(branch.otherwise());
      }
      case Step.Split split -> split.shares().forEach(share -> path(share.path()));
      case Step.Repeat repeat -> path(repeat.body());
    }
  }
}
