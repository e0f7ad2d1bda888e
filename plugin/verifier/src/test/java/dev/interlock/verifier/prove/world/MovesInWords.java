package dev.interlock.verifier.prove.world;

import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A machine as people read it: what there is, how it begins, and one line for each move, in the
/// model's own words. Moves that nothing allows are left out. What long guards have in common is
/// said once, above the moves.
final class MovesInWords {
  private static final int LONG = 100;

  private final IdentityHashMap<Predicate, String> known = new IdentityHashMap<>();
  private final Map<String, Integer> uses = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Machine<Event> machine;

  private MovesInWords(Machine<Event> machine) {
    this.machine = machine;
  }

  static String of(Machine<Event> machine) {
    return new MovesInWords(machine).all();
  }

  private String all() {
    machine.moves().stream()
        .flatMap(move -> parts(move.guard()))
        .map(this::words)
        .filter(words -> words.length() > LONG)
        .forEach(words -> uses.merge(words, 1, Integer::sum));
    uses.forEach((words, count) -> {
      if (count > 1) {
        names.put(words, "[" + (names.size() + 1) + "]");
      }
    });
    List<String> lines = new ArrayList<>();
    machine
        .variables()
        .forEach(
            one -> lines.add("%s: %s".formatted(one.name(), String.join(" | ", one.values()))));
    lines.add("");
    lines.add("at first: " + words(machine.initial()));
    names.forEach((words, name) -> lines.add(name + " " + words));
    lines.add("");
    machine.moves().stream()
        .filter(move -> !move.guard().equals(Predicate.never()))
        .forEach(move -> lines.add(line(move)));
    return String.join("\n", lines) + "\n";
  }

  private String line(Move<Event> move) {
    String guard =
        String.join(" and ", parts(move.guard()).map(this::words).map(this::named).toList());
    String then =
        move.updates().isEmpty()
            ? "nothing"
            : String.join(", ", move.updates().stream().map(MovesInWords::update).toList());
    return "%s\n    if %s\n    then %s".formatted(what(move.what()), guard, then);
  }

  private String named(String words) {
    return names.getOrDefault(words, words);
  }

  private static Stream<Predicate> parts(Predicate guard) {
    return guard instanceof Predicate.All(var parts) ? parts.stream() : Stream.of(guard);
  }

  private static String update(Assignment one) {
    return one.variable().name() + " := " + one.variable().values().get(one.value());
  }

  private String words(Predicate predicate) {
    String words = known.get(predicate);
    if (words == null) {
      words = said(predicate);
      known.put(predicate, words);
    }
    return words;
  }

  private String said(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Fixed(var holds) -> holds ? "always" : "never";
      case Predicate.Among(var variable, var values) ->
          "%s = %s"
              .formatted(
                  variable.name(),
                  String.join("|", values.stream().map(variable.values()::get).toList()));
      case Predicate.All(var parts) -> joined(parts, " and ");
      case Predicate.Any(var parts) -> joined(parts, " or ");
      case Predicate.Not(var part) -> "not (" + words(part) + ")";
    };
  }

  private String joined(List<Predicate> parts, String by) {
    return "(" + String.join(by, parts.stream().map(this::words).toList()) + ")";
  }

  private static String what(Event event) {
    return switch (event) {
      case Event.GoesLive _ -> "the new version goes live";
      case Event.Acts(var act) ->
          "%s, told as %s, writing %s".formatted(act.script(), act.happenings(), act.writes());
      case Event.Drifts(var attribute, var value) -> "%s drifts to %d".formatted(attribute, value);
      case Event.TimePasses(var span) -> span + " pass";
      case Event.Begins(var seat) -> seat.label() + " begins";
      case Event.Refused(var contract) -> contract + " refuses";
      case Event.Queues(var seat) -> seat.label() + " waits in turn";
      case Event.Displaces(var by, var holder) -> by + " displaces " + holder.label();
      case Event.Withdraws(var seat) -> seat.label() + " is withdrawn";
      case Event.Hears(var seat, var place, var act, var by) ->
          "%s at %s hears %s by %s".formatted(seat.label(), place, act.script(), by);
      case Event.Undelivered(var seat, var sender) ->
          "%s: %s is not delivered".formatted(seat.label(), sender);
      case Event.Does(var seat, var place, var way, var limb, var marks) ->
          "%s at %s: %s %d, %s".formatted(seat.label(), place, way, limb, marks);
      case Event.Leaves(var seat, var place, var exit, var marks) ->
          "%s at %s leaves by %s, %s".formatted(seat.label(), place, exit, marks);
      case Event.Outside(var contract, var words, var writes) ->
          "outside, %s: %s, writing %s".formatted(contract, words, writes);
    };
  }
}
