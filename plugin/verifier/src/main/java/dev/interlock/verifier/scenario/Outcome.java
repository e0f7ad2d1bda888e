package dev.interlock.verifier.scenario;

import dev.interlock.simulation.Chronicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What comes of a story, line by line, as a person judges it: who begins and who is turned away
/// and why, each message with its words, each write and task and who is told, and how the contact
/// stands when a run is over; each line with its local time.
///
///     2026-03-02T10:00 win-back begins
///     2026-03-02T10:00 win-back, *hello*: sends a text message: Hi {{contact.firstName}}!
///     2026-03-04T10:00 win-back ends by *silent*; tags: cold; Sales: Contacted, open; no open task
///
/// How the contracts explain themselves does not enter it.
public record Outcome(List<String> lines) {
  private static final String NOTHING = "nothing";

  public Outcome {
    lines = List.copyOf(lines);
  }

  /// What came of this story.
  public static Outcome of(Chronicle chronicle) {
    return new Outcome(OutcomeInWords.of(chronicle));
  }

  /// Where another outcome first differs from this one, in words; empty when they are the same.
  public Optional<String> difference(Outcome other) {
    return IntStream.range(0, Math.max(lines.size(), other.lines.size()))
        .filter(i -> !line(i).equals(other.line(i)))
        .mapToObj(i -> "not \"%s\", but \"%s\"".formatted(line(i), other.line(i)))
        .findFirst();
  }

  /// The lines of both: those of this one alone after `- `, those of the other alone after `+ `.
  public List<String> changesTo(Outcome other) {
    int[][] common = common(other.lines);
    List<String> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < lines.size() || j < other.lines.size()) {
      boolean both = i < lines.size() && j < other.lines.size();
      if (both && lines.get(i).equals(other.lines.get(j))) {
        changes.add("  " + lines.get(i++));
        j++;
      } else if (j == other.lines.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
        changes.add("- " + lines.get(i++));
      } else {
        changes.add("+ " + other.lines.get(j++));
      }
    }
    return changes;
  }

  /// How many lines both have in common, in order, from these lines on.
  private int[][] common(List<String> others) {
    int[][] common = new int[lines.size() + 1][others.size() + 1];
    for (int i = lines.size() - 1; i >= 0; i--) {
      for (int j = others.size() - 1; j >= 0; j--) {
        common[i][j] =
            lines.get(i).equals(others.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private String line(int number) {
    return number < lines.size() ? lines.get(number) : NOTHING;
  }
}
