package dev.interlock.library.mutants;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.life.Lived;
import dev.interlock.simulation.life.RandomLife;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.scenario.Offers;
import dev.interlock.verifier.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Whether a set is like the original to everybody who lives with it: the same happens in the same
/// lives, and lives of its own break no rule that lives with the original do not.
final class Likeness {
  private static final int ACTS = 60;
  private static final int LIVES = Integer.getInteger("mutants.lives", 200);
  private static final int FAMILIAR = Math.max(2_000, LIVES);

  private final List<Lived> lives;
  private final Set<String> familiar;
  private final Harm harm;

  private Likeness(List<Lived> lives, Set<String> familiar, Harm harm) {
    this.lives = List.copyOf(lives);
    this.familiar = familiar;
    this.harm = harm;
  }

  /// What lives of a set have in common with the original's.
  sealed interface Likely {
    /// Nobody sees a difference.
    record Same() implements Likely {}

    /// Something else happens that does no harm; see [Harm].
    record Harmless(String how) implements Likely {}

    /// Something else happens, and no rule is broken.
    record Different(String how) implements Likely {}

    /// A rule is broken that was kept.
    record Broken(String how) implements Likely {}
  }

  /// Compares by random lives, and by a story for each way through the contracts that one is found
  /// for: what nobody walks makes no difference. What can be broken in a life with the original is
  /// looked for in more of them, so that what is only seldom seen is not held against a mutant.
  static Likeness to(ContractSet original) {
    Repertoire repertoire = Repertoire.of(original);
    List<Lived> random = lives(original, LIVES).toList();
    List<Lived> lives = new ArrayList<>(random);
    new Offers(original, Budget.usual())
        .besides(List.of()).scenarios().stream()
            .map(Scenario::script)
            .map(script -> new Lived(script, Simulation.play(repertoire, script).chronicle()))
            .forEach(lives::add);
    Set<String> familiar = broken(original, lives(original, FAMILIAR));
    return new Likeness(lives, familiar, new Harm(original, familiar, random));
  }

  Likely of(ContractSet mutant) {
    List<Lived> own = lives(mutant, LIVES).toList();
    Repertoire repertoire = Repertoire.of(mutant);
    Set<String> broken = Harm.broken(Monitors.of(repertoire), own);
    broken.removeAll(familiar);
    if (!broken.isEmpty()) {
      return new Likely.Broken(String.join("; ", broken));
    }
    List<Chronicle> replayed =
        lives.stream()
            .map(lived -> Simulation.play(repertoire, lived.script()).chronicle())
            .toList();
    Optional<String> difference = first(replayed, Likeness::difference);
    if (difference.isEmpty()) {
      return new Likely.Same();
    }
    return harm.in(own)
        .or(() -> first(replayed, Harm::between))
        .<Likely>map(Likely.Different::new)
        .orElseGet(() -> new Likely.Harmless(difference.orElseThrow()));
  }

  private Optional<String> first(
      List<Chronicle> replayed, BiFunction<Chronicle, Chronicle, Optional<String>> comparing) {
    return IntStream.range(0, lives.size())
        .boxed()
        .flatMap(i -> comparing.apply(lives.get(i).chronicle(), replayed.get(i)).stream())
        .findFirst();
  }

  private static Optional<String> difference(Chronicle original, Chronicle mutant) {
    List<String> before = Story.in(original);
    List<String> now = Story.in(mutant);
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
    return Harm.broken(Monitors.of(Repertoire.of(set)), lives.toList());
  }
}
