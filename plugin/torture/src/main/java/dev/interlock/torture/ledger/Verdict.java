package dev.interlock.torture.ledger;

import java.util.List;

/// What the ledger found. All of these have to be empty.
///
/// @param lost what was acknowledged and left no trace, and runs that neither ended nor wait for
///   anything
/// @param sentTwice messages that somebody got again
/// @param doneTwice tasks and notes that were made again
/// @param unverifiedUnraised exits whose promises the CRM does not bear out, of which nobody was
///   told
/// @param leakedLocks lanes that are held by no run under way
public record Verdict(
    List<String> lost,
    List<String> sentTwice,
    List<String> doneTwice,
    List<String> unverifiedUnraised,
    List<String> leakedLocks) {
  public Verdict {
    lost = List.copyOf(lost);
    sentTwice = List.copyOf(sentTwice);
    doneTwice = List.copyOf(doneTwice);
    unverifiedUnraised = List.copyOf(unverifiedUnraised);
    leakedLocks = List.copyOf(leakedLocks);
  }

  /// Whether nothing was found.
  public boolean isClean() {
    return lost.isEmpty()
        && sentTwice.isEmpty()
        && doneTwice.isEmpty()
        && unverifiedUnraised.isEmpty()
        && leakedLocks.isEmpty();
  }
}
