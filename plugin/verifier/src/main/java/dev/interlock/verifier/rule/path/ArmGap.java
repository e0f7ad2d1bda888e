package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Step.Share;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StepTree;
import java.util.stream.Stream;

/// Ways that do not add up to all contacts.
final class ArmGap implements Rule {
  @Override
  public String id() {
    return "E-ARM-GAP";
  }

  @Override
  public String reason() {
    return "A contact for whom no way is meant goes one by accident.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract -> StepTree.steps(contract).flatMap(step -> judge(contract, step)));
  }

  private Stream<Finding> judge(Contract contract, Step step) {
    return switch (step) {
      case Step.Split split -> shares(contract, split);
      case Step.Await await when await.arms().isEmpty() ->
          Stream.of(
              found(
                  contract,
                  await.name().text(),
                  await.position(),
                  "*%s* awaits nothing".formatted(await.name()),
                  "say when(...), or waitFor(...) where only time has to pass."));
      case Step.Branch branch when branch.choices().isEmpty() ->
          Stream.of(
              found(
                  contract,
                  branch.name().text(),
                  branch.position(),
                  "*%s* asks nothing".formatted(branch.name()),
                  "say when(...), or take the branch away."));
      case Step.Await _,
          Step.Branch _,
          Step.Send _,
          Step.Act _,
          Step.Wait _,
          Step.Repeat _,
          Step.Leave _ ->
          Stream.empty();
    };
  }

  private Stream<Finding> shares(Contract contract, Step.Split split) {
    int total = split.shares().stream().mapToInt(Share::percent).sum();
    if (total == 100) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            contract,
            split.name().text(),
            split.position(),
            "the shares of *%s* add up to %d %%".formatted(split.name(), total),
            total < 100
                ? "say what happens to the other %d %%.".formatted(100 - total)
                : "take %d %% away.".formatted(total - 100)));
  }
}
