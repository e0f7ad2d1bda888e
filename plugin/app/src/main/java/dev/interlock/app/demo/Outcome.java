package dev.interlock.app.demo;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of a story, as data for people and machines.
///
/// @param ok whether it was told to its end and every promise was kept
/// @param seed of the sandbox; 0 when it is not known
/// @param complete whether nothing was left to do
/// @param exits how many runs left by which exit, by workflow
/// @param messages texts and mails that were sent
/// @param overstayed how many deals are raised, in the end, because they stand too long
/// @param mistold how many deals stand too long and are not raised, or are raised and do not
/// @param days how long it took in the sandbox
/// @param seconds how long it took in life; 0 when it is not known
/// @param problems what was not as it should be, in words
public record Outcome(
    boolean ok,
    long seed,
    int people,
    boolean complete,
    long runs,
    Map<String, Map<String, Long>> exits,
    List<Refusal> refusals,
    int messages,
    int duplicateMessages,
    int backwardMoves,
    int unverifiedExits,
    int overstayed,
    int mistold,
    double days,
    double seconds,
    List<String> problems) {
  public Outcome {
    exits = Collections.unmodifiableMap(new TreeMap<>(exits));
    refusals = List.copyOf(refusals);
    problems = List.copyOf(problems);
  }

  /// Somebody who was not admitted.
  public record Refusal(String at, String contact, String workflow, List<String> reasons) {
    public Refusal {
      reasons = List.copyOf(reasons);
    }
  }
}
