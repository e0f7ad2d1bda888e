package dev.interlock.app.preflight;

import java.util.ArrayList;
import java.util.List;

/// How many lines of a plan stand how.
///
/// @param unknown those that the CRM did not or does not tell
public record Counts(int present, int create, int yours, int ambiguous, int drifted, int unknown) {

  /// Those of a plan.
  public static Counts of(AccountPlan plan) {
    var states = plan.lines().stream().map(Line::state).toList();
    return new Counts(
        count(states, State.Present.class),
        count(states, State.Creates.class),
        count(states, State.Yours.class),
        count(states, State.Ambiguous.class),
        count(states, State.Drifted.class),
        count(states, State.Unknown.class));
  }

  private static int count(List<State> states, Class<? extends State> kind) {
    return (int) states.stream().filter(kind::isInstance).count();
  }

  /// As in: 21 present, 2 to make, 1 yours to do.
  String words() {
    var parts = new ArrayList<String>();
    parts.add(present + " present");
    add(parts, create, "to make");
    add(parts, yours, "yours to do");
    add(parts, ambiguous, "ambiguous");
    add(parts, drifted, "drifted since last time");
    add(parts, unknown, "unknown");
    return "Plan: " + String.join(", ", parts) + ".";
  }

  private static void add(List<String> parts, int count, String words) {
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }
}
