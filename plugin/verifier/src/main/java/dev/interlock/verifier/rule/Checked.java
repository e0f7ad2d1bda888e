package dev.interlock.verifier.rule;

import dev.interlock.verifier.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a rule looked at and found.
public record Checked(int looked, List<Finding> findings) {
  public Checked {
    findings = List.copyOf(findings);
  }

  /// Judges each thing by itself.
  public static <T> Checked each(Stream<T> things, Function<? super T, Stream<Finding>> judge) {
    List<T> all = things.toList();
    return new Checked(all.size(), all.stream().flatMap(judge).toList());
  }

  /// Both.
  public Checked and(Checked other) {
    List<Finding> both = new ArrayList<>(findings);
    both.addAll(other.findings);
    return new Checked(looked + other.looked, both);
  }
}
