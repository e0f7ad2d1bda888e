package dev.interlock.torture;

import java.util.List;
import java.util.Map;

/// What came of it, as `--json` prints it.
///
/// @param ok whether everything below is as it has to be
/// @param kills how many processes were killed
/// @param acknowledged how many deliveries were answered 2xx
/// @param lost what was acknowledged and left no trace, and runs that wait for nothing
/// @param sentTwice messages that somebody got again
/// @param unverifiedUnraised exits that are not so, of which nobody was told
/// @param leakedLocks lanes held by no run under way
/// @param doneTwice tasks and notes made again
/// @param fell how many processes ended by themselves
/// @param lostWebhooks how many webhooks the CRM never sent
/// @param things how many of what was there to lose, to do twice, or to get wrong
/// @param mischief how often the CRM did what
/// @param trials what else was tried, and how often it went as it should
/// @param problems all that is wrong, in words
public record Outcome(
    boolean ok,
    long seed,
    int kills,
    long acknowledged,
    int lost,
    int sentTwice,
    int unverifiedUnraised,
    int leakedLocks,
    int doneTwice,
    int fell,
    long lostWebhooks,
    Map<String, Long> things,
    Map<String, Long> mischief,
    List<Trial> trials,
    long seconds,
    List<String> problems) {

  /// Something that was tried several times.
  ///
  /// @param what in words
  /// @param tried how often
  /// @param good how often it went as it should
  public record Trial(String what, int tried, int good) {}
}
