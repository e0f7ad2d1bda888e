package dev.interlock.verifier.rule.understanding;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Attributes;
import dev.interlock.verifier.walk.StepTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A place at which a contract that is too big can be cut in two: behind a decision.
///
/// @param after the decision
/// @param fits whether both halves are small enough then
/// @param shared what both halves read or write of the contact
/// @param off how many steps it is away from the middle
record Cut(Step after, boolean fits, Set<String> shared, int off) {
  private static final Comparator<Cut> BEST =
      Comparator.comparingInt((Cut cut) -> cut.fits() ? 0 : 1)
          .thenComparingInt(cut -> cut.shared().size())
          .thenComparingInt(Cut::off);

  /// Where both halves fit on a page and have the least to do with each other; of several such
  /// places, the one nearest to the middle.
  ///
  /// @param decision which steps are decisions
  /// @param small whether a half that is made of these steps is small enough
  static Optional<Cut> best(
      Contract contract, Predicate<Step> decision, Predicate<List<Step>> small) {
    List<Step> steps = StepTree.steps(contract).toList();
    return IntStream.range(0, steps.size())
        .filter(i -> decision.test(steps.get(i)))
        .mapToObj(i ->
            between(contract, steps.subList(0, i + 1), steps.subList(i + 1, steps.size()), small))
        .min(BEST);
  }

  private static Cut between(
      Contract contract, List<Step> first, List<Step> second, Predicate<List<Step>> small) {
    Set<String> shared = attributes(contract, first);
    shared.retainAll(attributes(contract, second));
    return new Cut(
        first.getLast(),
        small.test(first) && small.test(second),
        shared,
        Math.abs(count(first) - 1 - (count(first) + count(second)) / 2));
  }

  private static int count(List<Step> steps) {
    return Math.toIntExact(steps.stream().filter(step -> !(step instanceof Step.Leave)).count());
  }

  private static Set<String> attributes(Contract contract, List<Step> steps) {
    return steps.stream()
        .flatMap(step -> attributes(contract, step))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> attributes(Contract contract, Step step) {
    return switch (step) {
      case Step.Act act -> Attributes.writtenBy(act.action()).stream();
      case Step.Await await ->
          await.arms().stream().flatMap(arm -> Attributes.readBy(arm.guard()).stream());
      case Step.Branch branch ->
          branch.choices().stream().flatMap(choice -> Attributes.readBy(choice.guard()).stream());
      case Step.Leave leave ->
          contract.exit(leave.exit()).stream()
              .flatMap(exit -> exit.leaves().stream())
              .map(Attributes::writtenBy);
      case Step.Send _, Step.Wait _, Step.Split _, Step.Repeat _ -> Stream.empty();
    };
  }

  /// What to do.
  String words(Contract contract) {
    return "cut *%s* after *%s*, and let an exit route to the second half%s."
        .formatted(
            contract.id(),
            after.name(),
            shared.isEmpty()
                ? ", which has nothing of the contact in common with the first"
                : "; both have to do with " + String.join(", ", shared));
  }
}
