package dev.interlock.app.preflight;

import dev.interlock.app.console.Console;
import dev.interlock.crm.inventory.Guide;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A plan as people read it: group by group, what is there in short and the rest at length.
public record AccountPlanText(Console console, Guide guide) {
  private static final int WIDTH = 96;
  private static final int LONGEST_NAME = 32;
  private static final Pattern STEPS = Pattern.compile("(?= → )|(?<=, )");

  /// Prints it.
  ///
  /// @param contracts what the contracts are, in words
  /// @param accepted what somebody answers for in them
  public void print(AccountPlan plan, String contracts, List<Acceptance> accepted) {
    var account = plan.inventory();
    var name = account.name().isEmpty() ? "An account" : account.name();
    console.say(console.bold(name) + console.faint("  " + account.installation()));
    console.say(console.faint(contracts));
    for (var group : Line.Group.values()) {
      group(group, plan.lines().stream().filter(line -> line.group() == group).toList());
    }
    accepted(accepted);
    console.say("");
    console.say(Counts.of(plan).words());
    next(plan);
  }

  /// Who answers for what goes live although something was found.
  private void accepted(List<Acceptance> accepted) {
    if (accepted.isEmpty()) {
      return;
    }
    console.say("");
    console.say(console.bold("Accepted for a time"));
    for (var one : accepted) {
      var end = one.ended() ? console.bad("ended on " + one.until()) : "until " + one.until();
      console.say("  " + one.words() + "  " + end + console.faint(" by " + one.decidedBy()));
      console.say("      " + one.reason());
      console.say(console.faint("      made up for by: " + one.compensation()));
    }
  }

  private void group(Line.Group group, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    console.say("");
    console.say(console.bold(group.title()));
    // stages that are there stand behind their pipeline already
    plain(
        lines.stream()
            .filter(AccountPlanText::isPlain)
            .filter(line -> line.within().isEmpty())
            .map(Line::words)
            .toList());
    var rest = lines.stream().filter(line -> !isPlain(line)).toList();
    int width =
        Math.min(
            LONGEST_NAME, rest.stream().mapToInt(line -> line.words().length()).max().orElse(0));
    rest.forEach(line -> line(line, width));
  }

  private static boolean isPlain(Line line) {
    return line.state() instanceof State.Present(var note) && note.isEmpty();
  }

  /// Names one after the other, as many as fit on a line.
  private void plain(List<String> names) {
    var line = new StringBuilder();
    for (var name : names) {
      if (!line.isEmpty() && line.length() + name.length() + 2 > WIDTH) {
        console.say("  " + console.good("✓") + " " + line + ",");
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(name);
    }
    if (!line.isEmpty()) {
      console.say("  " + console.good("✓") + " " + line);
    }
  }

  private void line(Line line, int width) {
    String name = line.words() + " ".repeat(Math.max(0, width - line.words().length()));
    String head = "  " + symbol(line.state()) + " " + name + "  ";
    switch (line.state()) {
      case State.Present(var note) -> console.say(head + console.faint(note));
      case State.Creates(_, var note) ->
          console.say(
              head
                  + console.odd("apply makes it")
                  + (note.isEmpty() ? "" : "; " + note)
                  + by(line));
      case State.Yours(var what, var chore) -> {
        console.say(head + console.bad(what) + by(line));
        path(guide.path(chore));
      }
      case State.Ambiguous(var count, var chore) -> {
        console.say(head + console.bad(count + " have this name") + by(line));
        path(guide.path(chore));
      }
      case State.Drifted(var what, var chore, var remedy) -> {
        console.say(
            head + console.bad(what) + (remedy.isEmpty() ? "" : "; apply makes it") + by(line));
        if (remedy.isEmpty()) {
          path(guide.path(chore));
        }
      }
      case State.Unknown(var why, _) -> console.say(head + console.faint(why));
    }
  }

  private String symbol(State state) {
    return switch (state) {
      case State.Present _ -> console.good("✓");
      case State.Creates _ -> console.odd("+");
      case State.Yours _ -> console.bad("!");
      case State.Ambiguous _ -> console.bad("×");
      case State.Drifted _ -> console.bad("~");
      case State.Unknown _ -> console.faint("?");
    };
  }

  private String by(Line line) {
    if (line.by().isEmpty() || line.group() == Line.Group.SCOPES) {
      return "";
    }
    var some = line.by().stream().limit(3).toList();
    int more = line.by().size() - some.size();
    return console.faint(
        "  for " + String.join(", ", some) + (more == 0 ? "" : " and " + more + " more"));
  }

  /// Where a person goes, broken before a step rather than within one.
  private void path(String path) {
    var line = new StringBuilder();
    for (var step : STEPS.splitAsStream(path).toList()) {
      if (!line.isEmpty() && line.length() + step.length() > WIDTH - 6) {
        console.say("      " + line.toString().stripTrailing());
        line.setLength(0);
        line.append("  ");
      }
      line.append(line.toString().isBlank() ? step.stripLeading() : step);
    }
    console.say("      " + line.toString().stripTrailing());
  }

  private void next(AccountPlan plan) {
    var todo = new ArrayList<String>();
    int makes = plan.creatables().size();
    if (makes > 0) {
      todo.add(
          "`interlock apply` makes " + (makes == 1 ? "one of them" : makes + " of them") + ".");
    }
    if (plan.lines().stream().map(Line::state).anyMatch(AccountPlanText::isForPeople)) {
      todo.add("The rest is yours: where to click stands below each.");
    }
    if (plan.isDone()) {
      todo.add("Nothing is left to do.");
    }
    Stream.of(String.join(" ", todo)).filter(text -> !text.isEmpty()).forEach(console::say);
  }

  private static boolean isForPeople(State state) {
    return switch (state) {
      case State.Yours _, State.Ambiguous _ -> true;
      case State.Drifted(_, _, var remedy) -> remedy.isEmpty();
      case State.Present _, State.Creates _, State.Unknown _ -> false;
    };
  }
}
