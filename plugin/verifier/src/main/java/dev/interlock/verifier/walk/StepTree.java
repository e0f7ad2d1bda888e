package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import java.util.List;
import java.util.stream.Stream;

/// A contract as the tree that its author wrote.
public final class StepTree {
  private StepTree() {}

  /// Every step of the contract once: its path's and then its handlers', each before what hangs on
  /// it.
  public static Stream<Step> steps(Contract contract) {
    return Stream.concat(
        steps(contract.path()),
        contract.handlers().stream().flatMap(handler -> steps(handler.path())));
  }

  /// Every step of the path and of what hangs on it.
  public static Stream<Step> steps(Path path) {
    return path.steps().stream()
        .flatMap(step ->
            Stream.concat(
                Stream.of(step), limbs(step).stream().flatMap(limb -> steps(limb.path()))));
  }

  /// Every path of the contract: its own, its handlers', and those that hang on their steps.
  public static Stream<Path> paths(Contract contract) {
    Stream<Path> first =
        Stream.concat(Stream.of(contract.path()), contract.handlers().stream().map(Handler::path));
    Stream<Path> hanging = steps(contract).flatMap(step -> limbs(step).stream().map(Limb::path));
    return Stream.concat(first, hanging);
  }

  /// The paths that hang on the step. One consequence that stands for several failures counts once.
  public static List<Limb> limbs(Step step) {
    Position here = step.position();
    return switch (step) {
      case Step.Send send -> failures(send.onFailure(), here);
      case Step.Act act -> failures(act.onFailure(), here);
      case Step.Wait(_, Pause.Until until, Path body, _, _) ->
          Stream.concat(
                  Stream.of(new Limb(body, here)),
                  consequences(Stream.of(until.ifPast(), until.ifGone()), here))
              .toList();
      case Step.Wait(_, _, Path body, _, _) -> List.of(new Limb(body, here));
      case Step.Await await ->
          Stream.concat(
                  await.arms().stream().map(arm -> new Limb(arm.path(), arm.position())),
                  Stream.of(new Limb(await.silence().path(), await.silence().position())))
              .toList();
      case Step.Branch branch ->
          Stream.of(
                  branch.choices().stream()
                      .map(choice -> new Limb(choice.path(), choice.position())),
                  Stream.of(new Limb(branch.otherwise(), here)),
                  branch.unknown().stream().map(path -> new Limb(path, here)))
              .flatMap(limbs -> limbs)
              .toList();
      case Step.Split split ->
          split.shares().stream().map(share -> new Limb(share.path(), share.position())).toList();
      case Step.Repeat repeat -> List.of(new Limb(repeat.body(), here));
      case Step.Leave _ -> List.of();
    };
  }

  private static List<Limb> failures(OnFailure onFailure, Position position) {
    return consequences(
            Stream.of(onFailure.refused(), onFailure.blocked(), onFailure.undelivered()), position)
        .toList();
  }

  private static Stream<Limb> consequences(Stream<Consequence> consequences, Position position) {
    return consequences.distinct().flatMap(consequence -> limb(consequence, position));
  }

  private static Stream<Limb> limb(Consequence consequence, Position position) {
    return switch (consequence) {
      case Consequence.Take(Path path) -> Stream.of(new Limb(path, position));
      case Consequence.GoOn _, Consequence.Skip _ -> Stream.empty();
    };
  }
}
