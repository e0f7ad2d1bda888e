package dev.interlock.library.mutants;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import dev.interlock.simulation.life.Lived;
import dev.interlock.simulation.monitor.Monitors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a set other than the original does to what the original promises.
///
/// It is harmless if, in lives of its own, no rule is broken that lives with the original keep,
/// neither as the set itself says it nor as the original does, so that whoever leaves by an exit
/// finds what the original promises there; if every exit is taken that was taken with the original;
/// and if, in the original's very lives, with the same people, news and moments, everybody who was
/// let in is let in, leaves by the same exit, and gets the same messages, whenever that is. What
/// may differ is what nobody is promised: delays within what the limits and the rules allow, whom
/// colleagues hear of a failure from, and the names of purposes.
final class Harm {
  private final Monitors promises;
  private final Set<String> familiar;
  private final Set<String> taken;

  Harm(ContractSet original, Set<String> familiar, List<Lived> lives) {
    this.promises = Monitors.of(Repertoire.of(original));
    this.familiar = familiar;
    this.taken = taken(lives);
  }

  /// What lives of the other set break of it, or fail to reach.
  Optional<String> in(List<Lived> own) {
    Set<String> broken = broken(promises, own);
    broken.removeAll(familiar);
    if (!broken.isEmpty()) {
      return Optional.of("the original is not kept: " + String.join("; ", broken));
    }
    Set<String> missed = new TreeSet<>(taken);
    missed.removeAll(taken(own));
    return missed.isEmpty()
        ? Optional.empty()
        : Optional.of("nobody leaves by " + String.join(", ", missed));
  }

  /// What becomes of people otherwise in the same life.
  static Optional<String> between(Chronicle original, Chronicle other) {
    Map<RunId, String> before = courses(original);
    Map<RunId, String> now = courses(other);
    if (before.equals(now)) {
      return Optional.empty();
    }
    return Optional.of("another course: not %s but %s".formatted(before, now));
  }

  static Set<String> broken(Monitors monitors, List<Lived> lives) {
    return lives.stream()
        .flatMap(lived -> monitors.watch(lived.chronicle()).stream())
        .filter(breach -> !breach.overtaken())
        .map(breach -> breach.rule() + " by " + new TreeSet<>(breach.parties()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> taken(List<Lived> lives) {
    return lives.stream()
        .flatMap(lived -> lived.chronicle().facts().stream())
        .filter(dated -> dated.fact() instanceof Fact.Left)
        .map(dated -> (Fact.Left) dated.fact())
        .map(left -> left.who().contract() + "/" + left.exit())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<RunId, String> courses(Chronicle chronicle) {
    Map<RunId, String> courses = new LinkedHashMap<>();
    chronicle.facts().forEach(dated -> {
      switch (dated.fact()) {
        case Fact.Began(var who, _, _) -> note(courses, who, who.contract() + " begins");
        case Fact.Left(var who, var exit, _, _, _) -> note(courses, who, "left by " + exit);
        case Fact.Given(var who, var command, _) when isMessage(command) ->
            note(courses, who, "says " + command.step());
        case Fact _ -> {}
      }
    });
    return courses;
  }

  private static boolean isMessage(dev.interlock.core.run.Command command) {
    return command.doing() instanceof dev.interlock.core.run.Command.Say;
  }

  private static void note(Map<RunId, String> courses, Who who, String what) {
    courses.merge(who.run(), what, (before, next) -> before + ", " + next);
  }
}
