package dev.interlock.library.mutants;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.life.Lived;
import dev.interlock.simulation.life.RandomLife;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.scenario.Offers;
import dev.interlock.verifier.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What becomes of everybody who lives with a mutant instead of the original.
///
/// It is harmless if lives of its own break no rule that lives with the original do not, if the
/// same happens in the same lives, and if some of these come by the place that the mutant changes:
/// what nobody walks shows nothing. The same is everything that a CRM sees and that other contracts
/// do: each command with what it writes, each message, who begins, waits in turn and makes way, by
/// which exit they leave, and at which moment.
final class Likeness {
  private static final int ACTS = 60;
  private static final int LIVES = 200;
  private static final int MANY = 2_000;
  private static final int SOUGHT = 10_000;
  private static final int WALKS = 10;

  private final ContractSet original;
  private final List<Lived> lives;
  private final Set<String> familiar;

  private Likeness(ContractSet original, List<Lived> lives, Set<String> familiar) {
    this.original = original;
    this.lives = List.copyOf(lives);
    this.familiar = familiar;
  }

  /// What lives of a set have in common with the original's.
  sealed interface Likely {
    /// Nobody sees a difference, though the changed place was walked.
    record Same() implements Likely {}

    /// Something else happens, or nobody came by the changed place, and no rule is broken.
    record Different(String how) implements Likely {}
  }

  /// Compares by random lives, by these stories, and by one for each way through the contracts that
  /// one is found for. What can be broken in a life with the original is looked for in more of
  /// them, so that what is only seldom seen is not held against a mutant.
  static Likeness to(ContractSet original, List<Script> stories) {
    Repertoire repertoire = Repertoire.of(original);
    List<Lived> lives = new ArrayList<>(lives(original, LIVES).toList());
    Stream.concat(
            stories.stream(),
            new Offers(original, Budget.usual())
                .besides(List.of()).scenarios().stream().map(Scenario::script))
        .map(script -> new Lived(script, Simulation.play(repertoire, script).chronicle()))
        .forEach(lives::add);
    return new Likeness(original, lives, broken(original, lives(original, MANY)));
  }

  /// Which rules are broken in lives with the mutant that are kept with the original; empty when
  /// none is.
  Optional<String> brokenBy(Mutant mutant) {
    Set<String> broken = broken(mutant.set(), lives(mutant.set(), LIVES));
    broken.removeAll(familiar);
    return broken.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", broken));
  }

  /// What lives have in common of a mutant with which no rule is broken.
  Likely of(Mutant mutant) {
    return difference(lives.stream(), mutant.set())
        .<Likely>map(Likely.Different::new)
        .orElseGet(() ->
            Probe.of(mutant)
                .map(probe -> walked(mutant, probe))
                .orElseGet(() -> new Likely.Different("no difference, and nothing to probe")));
  }

  /// Lives that do not come by the place are the same with anything there.
  private Likely walked(Mutant mutant, ContractSet probe) {
    Repertoire probed = Repertoire.of(probe);
    List<Lived> walks =
        Stream.concat(lives.stream(), lives(original, SOUGHT).skip(LIVES))
            .filter(lived -> difference(lived, probed).isPresent())
            .limit(WALKS)
            .toList();
    return walks.isEmpty()
        ? new Likely.Different("no difference, but nobody is seen to come by")
        : difference(Stream.concat(walks.stream(), lives(original, MANY)), mutant.set())
            .<Likely>map(Likely.Different::new)
            .orElseGet(Likely.Same::new);
  }

  private static Optional<String> difference(Stream<Lived> lives, ContractSet other) {
    Repertoire repertoire = Repertoire.of(other);
    return lives.flatMap(lived -> difference(lived, repertoire).stream()).findFirst();
  }

  private static Optional<String> difference(Lived lived, Repertoire mutant) {
    List<String> before = Story.in(lived.chronicle());
    List<String> now = Story.in(Simulation.play(mutant, lived.script()).chronicle());
    return IntStream.range(0, Math.max(before.size(), now.size()))
        .filter(i -> !line(before, i).equals(line(now, i)))
        .mapToObj(i -> "not *" + line(before, i) + "* but *" + line(now, i) + "*")
        .findFirst();
  }

  private static String line(List<String> story, int number) {
    return number < story.size() ? story.get(number) : "nothing";
  }

  private static Stream<Lived> lives(ContractSet set, int count) {
    RandomLife life = RandomLife.of(Repertoire.of(set));
    return LongStream.rangeClosed(1, count).mapToObj(seed -> life.live(seed, ACTS));
  }

  private static Set<String> broken(ContractSet set, Stream<Lived> lives) {
    Monitors monitors = Monitors.of(Repertoire.of(set));
    return lives
        .flatMap(lived -> monitors.watch(lived.chronicle()).stream())
        .filter(breach -> !breach.overtaken())
        .map(breach -> breach.rule() + " by " + new TreeSet<>(breach.parties()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
