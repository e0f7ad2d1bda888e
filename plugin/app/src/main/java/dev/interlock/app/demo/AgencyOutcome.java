package dev.interlock.app.demo;

import java.util.List;

/// What came of the story of an agency, as data for people and machines.
///
/// @param ok whether it was told to its end, every promise was kept, and nothing crossed from one
///   account to another
/// @param installations accounts in which the app is at the end
/// @param crossings requests of one account about another
/// @param refreshed how often tokens were renewed
/// @param missingBefore what the plan found missing in all accounts, before anything was made
/// @param missingAfter the same afterwards
/// @param workflowsBegun how often a workflow of the CRM's own began because a run had ended
/// @param problems what was not as it should be, in words
public record AgencyOutcome(
    boolean ok,
    int installations,
    long runs,
    int crossings,
    long refreshed,
    long missingBefore,
    long missingAfter,
    int duplicateMessages,
    int backwardMoves,
    long workflowsBegun,
    double days,
    double seconds,
    List<AccountOutcome> accounts,
    List<String> problems) {
  public AgencyOutcome {
    accounts = List.copyOf(accounts);
    problems = List.copyOf(problems);
  }

  /// What came of one account.
  ///
  /// @param withdrawn runs that ended because the app was uninstalled
  /// @param unverified exits that could not be made true, each of which was raised
  public record AccountOutcome(
      String name, String id, long runs, int messages, long withdrawn, long unverified) {}
}
