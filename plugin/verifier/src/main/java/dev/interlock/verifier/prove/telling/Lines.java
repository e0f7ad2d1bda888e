package dev.interlock.verifier.prove.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Clauses that become lines. What one and the same workflow does at one moment is one sentence.
final class Lines {
  private static final Pattern DOER =
      Pattern.compile("((?:(?:a|the) \\w+ run of )?\\*[^*]+\\*) ([a-z].*)");

  private final List<String> lines = new ArrayList<>();
  private final List<String> doings = new ArrayList<>();
  private String when = "";
  private Optional<String> doer = Optional.empty();
  private String last = "";

  /// @param moment when it happens; empty when at the same moment as what came before
  void add(String moment, String clause) {
    if (moment.isEmpty() && clause.equals(last)) {
      return;
    }
    last = clause;
    // what was heard can be told in two ways, one of which nobody listens for
    if (clause.endsWith(" does not listen for that") && isHeard()) {
      return;
    }
    Matcher matcher = DOER.matcher(clause);
    boolean plain = matcher.matches() && !clause.contains(": ");
    // another run of the same workflow, which has done nothing of what stands before
    boolean anew = plain && matcher.group(2).equals("begins");
    if (plain && !anew && moment.isEmpty() && doer.filter(isSame(matcher.group(1))).isPresent()) {
      doings.add(matcher.group(2));
      return;
    }
    end();
    if (plain) {
      when = moment;
      doer = Optional.of(matcher.group(1));
      doings.add(matcher.group(2));
    } else {
      lines.add(moment + Sentences.of(clause));
    }
  }

  private static Predicate<String> isSame(String who) {
    return before -> before.equals(who) || before.replaceFirst("^a ", "the ").equals(who);
  }

  private boolean isHeard() {
    return !doings.isEmpty() && doings.getLast().equals("hears it");
  }

  private void end() {
    doer.ifPresent(who -> lines.add(when + Sentences.of(who + " " + Sentences.joined(doings))));
    doer = Optional.empty();
    doings.clear();
  }

  List<String> all() {
    end();
    return List.copyOf(lines);
  }
}
