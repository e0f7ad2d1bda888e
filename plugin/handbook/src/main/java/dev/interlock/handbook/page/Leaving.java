package dev.interlock.handbook.page;

import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Step;

/// Whether a path leaves the contract whatever happens on it, so that nothing comes after it.
final class Leaving {
  private Leaving() {}

  static boolean always(Path path) {
    return path.steps().stream().anyMatch(Leaving::always);
  }

  private static boolean always(Step step) {
    return switch (step) {
      case Step.Leave _ -> true;
      case Step.Send _, Step.Act _ -> false;
      case Step.Wait _ -> false;
      case Step.Await await ->
          always(await.silence().path())
              && await.arms().stream().allMatch(arm -> always(arm.path()));
      case Step.Branch branch ->
          always(branch.otherwise())
              && branch.unknown().map(Leaving::always).orElse(true)
              && branch.choices().stream().allMatch(choice -> always(choice.path()));
      case Step.Split split -> split.shares().stream().allMatch(share -> always(share.path()));
      case Step.Repeat repeat -> always(repeat.body());
    };
  }
}
