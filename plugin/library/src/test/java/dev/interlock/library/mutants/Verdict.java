package dev.interlock.library.mutants;

import java.util.Set;
import java.util.TreeSet;

/// What became of a mutant.
sealed interface Verdict {
  /// Rules that look at the shape of contracts noticed it.
  record Seen(Set<String> rules) implements Verdict {
    @Override
    public String words() {
      return "seen by " + String.join(", ", new TreeSet<>(rules));
    }
  }

  /// Rules that explore what can happen noticed it.
  record Explored(Set<String> rules) implements Verdict {
    @Override
    public String words() {
      return "explored by " + String.join(", ", new TreeSet<>(rules));
    }
  }

  /// What an accepted scenario comes to is not what was accepted; see [Rehearsals].
  record Shown(String scenario) implements Verdict {
    @Override
    public String words() {
      return "shown by " + scenario;
    }
  }

  /// Lives that come by the changed place show no difference; see [Likeness].
  record Harmless() implements Verdict {
    @Override
    public String words() {
      return "harmless";
    }
  }

  /// No rule is broken, no scenario differs, and yet it is not the same.
  record Unnoticed(String difference) implements Verdict {
    @Override
    public String words() {
      return "unnoticed";
    }
  }

  /// It breaks a rule, and nothing that was meant to notice it did.
  ///
  /// @param why what was noticed instead, or which rule is broken in a life with it
  record Survived(String why) implements Verdict {
    @Override
    public String words() {
      return "survived: " + why;
    }
  }

  /// As it is kept on file.
  String words();
}
