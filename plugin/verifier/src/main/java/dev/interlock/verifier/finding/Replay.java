package dev.interlock.verifier.finding;

/// Where the story of a finding lies, to be played again.
///
/// @param file what was written
/// @param command what plays it
/// @param isSeen whether a monitor that watches at run time sees the rule broken in it, so that the
///   command ends with 1 and names the rule; for some rules none watches
public record Replay(String file, String command, boolean isSeen) {}
