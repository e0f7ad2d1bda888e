package dev.interlock.simulation.life;

import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Script;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/// Lives many lives with a set of contracts, and watches all rules.
///
///     Tally tally = Lives.of(Repertoire.of(set)).live(2_000, 60, 1);
///
/// The same number always gives the same tally.
public final class Lives {
  private final Repertoire repertoire;
  private final RandomLife life;
  private final Monitors monitors;

  private Lives(Repertoire repertoire, RandomLife life) {
    this.repertoire = repertoire;
    this.life = life;
    this.monitors = Monitors.of(repertoire);
  }

  /// Lives with these contracts.
  public static Lives of(Repertoire repertoire) {
    return new Lives(repertoire, RandomLife.of(repertoire));
  }

  /// Lives without what proofs take for granted not to happen; see [Assumptions].
  public Lives asProved() {
    return new Lives(repertoire, life.asProved());
  }

  /// Lives so many lives, in each of which about so many things happen.
  ///
  /// @param seed of the first; the others have the numbers after it
  public Tally live(int lives, int acts, long seed) {
    return live(lives, acts, seed, _ -> {});
  }

  /// The same, telling how many lives are over.
  public Tally live(int lives, int acts, long seed, LongConsumer progress) {
    Map<Key, First> firsts = new LinkedHashMap<>();
    long beats = 0;
    for (int i = 0; i < lives; i++) {
      Lived lived = life.live(seed + i, acts);
      beats += lived.script().beats().size();
      Set<Key> seen = new HashSet<>();
      for (Breach breach : monitors.watch(lived.chronicle())) {
        if (seen.add(Key.of(breach))) {
          note(firsts, breach, lived, seed + i);
        }
      }
      progress.accept(i + 1L);
    }
    return new Tally(lives, beats, tripped(firsts));
  }

  private record Key(String rule, List<String> parties, String at, boolean overtaken) {
    static Key of(Breach breach) {
      return new Key(breach.rule(), breach.parties(), breach.at(), breach.overtaken());
    }
  }

  private record First(int lives, long seed, Script script, Breach breach) {
    First again() {
      return new First(lives + 1, seed, script, breach);
    }
  }

  private static void note(Map<Key, First> firsts, Breach breach, Lived lived, long seed) {
    First known = firsts.get(Key.of(breach));
    firsts.put(
        Key.of(breach), known == null ? new First(1, seed, lived.script(), breach) : known.again());
  }

  private List<Tripped> tripped(Map<Key, First> firsts) {
    return firsts.values().stream()
        .sorted(
            Comparator.comparing((First first) -> first.breach().overtaken())
                .thenComparing(Comparator.comparingInt(First::lives).reversed()))
        .map(this::shortest)
        .toList();
  }

  private Tripped shortest(First first) {
    Script shortest = Shrinking.shrink(repertoire, first.script(), first.breach());
    Chronicle chronicle = Simulation.play(repertoire, shortest).chronicle();
    Breach breach =
        monitors.watch(chronicle).stream()
            .filter(one -> Key.of(one).equals(Key.of(first.breach())))
            .findFirst()
            .orElse(first.breach());
    return new Tripped(first.lives(), first.seed(), shortest, breach, chronicle.story());
  }
}
