package dev.interlock.verifier.rule.understanding;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.stream.Stream;

/// Contracts too big to be understood on one page.
final class Size implements Rule {
  private static final int STEPS = 25;
  private static final int DECISIONS = 10;
  private static final int LEVELS = 4;
  private static final int EXITS = 8;

  @Override
  public String id() {
    return "W-SIZE";
  }

  @Override
  public String reason() {
    return "A workflow that does not fit on a page is not understood, and what is not understood is"
        + " not trusted.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), this::judge);
  }

  private Stream<Finding> judge(Contract contract) {
    List<Step> steps =
        StepTree.steps(contract).filter(step -> !(step instanceof Step.Leave)).toList();
    int decisions = Math.toIntExact(steps.stream().filter(Size::isDecision).count());
    return Stream.of(
            over(contract, steps.size(), STEPS, "steps", cut(contract)),
            over(contract, decisions, DECISIONS, "decisions", cut(contract)),
            over(
                contract,
                levels(contract.path()),
                LEVELS,
                "levels of decisions inside each other",
                "let an exit of the inner ones route to a contract of its own."),
            over(
                contract,
                contract.exits().size(),
                EXITS,
                "exits",
                "endings after which the same person does the same thing are one exit."))
        .flatMap(findings -> findings);
  }

  private Stream<Finding> over(Contract contract, int number, int most, String what, String help) {
    return number <= most
        ? Stream.empty()
        : Stream.of(
            found(
                contract,
                "",
                contract.position(),
                "%d %s; more than %d are hard to follow".formatted(number, what, most),
                help));
  }

  private static String cut(Contract contract) {
    return Cut.best(contract, Size::isDecision, Size::isSmall)
        .map(cut -> cut.words(contract))
        .orElse("cut it in the middle, and let an exit route to the second half.");
  }

  private static boolean isSmall(List<Step> steps) {
    return steps.stream().filter(step -> !(step instanceof Step.Leave)).count() <= STEPS
        && steps.stream().filter(Size::isDecision).count() <= DECISIONS;
  }

  private static int levels(Path path) {
    return path.steps().stream()
        .mapToInt(step ->
            (isDecision(step) ? 1 : 0)
                + StepTree.limbs(step).stream()
                    .mapToInt(limb -> levels(limb.path()))
                    .max()
                    .orElse(0))
        .max()
        .orElse(0);
  }

  private static boolean isDecision(Step step) {
    return switch (step) {
      case Step.Await _, Step.Branch _, Step.Split _ -> true;
      case Step.Send _, Step.Act _, Step.Wait _, Step.Repeat _, Step.Leave _ -> false;
    };
  }
}
