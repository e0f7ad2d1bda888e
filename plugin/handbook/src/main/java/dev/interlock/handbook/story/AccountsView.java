package dev.interlock.handbook.story;

import java.util.List;
import java.util.Optional;

/// All accounts of one server, for whoever runs it.
///
/// @param notice what a visitor has to know first
public record AccountsView(Optional<String> notice, List<Account> accounts) {
  public AccountsView {
    accounts = List.copyOf(accounts);
  }

  /// An account.
  ///
  /// @param href of its own pages; empty where it has none
  /// @param state in a word or two
  /// @param isWell whether nobody has to see to it
  /// @param words what there is to know of it, as a sentence
  /// @param versions of the contracts that take new entries or have runs under way
  /// @param underWay how many runs are under way
  /// @param attention how many things a person has to look at
  /// @param drifted how many of these changed in the CRM since contracts went live
  /// @param heard when something was heard from the CRM last; empty when nothing ever was
  /// @param calls how many calls to its CRM are left today and what a run takes, in words; empty
  ///   where none are made
  /// @param waiting its own workflows that wait for contracts to end
  public record Account(
      String name,
      String id,
      Optional<String> href,
      String state,
      boolean isWell,
      String words,
      List<Version> versions,
      long underWay,
      long attention,
      long drifted,
      Optional<String> heard,
      Optional<String> calls,
      List<Waiting> waiting) {
    public Account {
      versions = List.copyOf(versions);
      waiting = List.copyOf(waiting);
    }

    /// One of the CRM's own workflows in it.
    ///
    /// @param words what it waits for
    /// @param fault why it never begins; empty when it does
    public record Waiting(String workflow, String words, String fault) {}

    /// A version of a contract in it.
    ///
    /// @param version in short
    /// @param active whether it takes new entries
    /// @param isNewest whether no account has a newer one
    public record Version(
        String contract, String version, boolean active, boolean isNewest, long underWay) {}
  }
}
