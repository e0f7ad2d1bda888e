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
  /// @param versions the contracts that take new entries, each with its version
  /// @param underWay how many runs are under way
  /// @param attention how many things a person has to look at
  public record Account(
      String name,
      String id,
      Optional<String> href,
      String state,
      boolean isWell,
      String words,
      List<String> versions,
      long underWay,
      long attention) {
    public Account {
      versions = List.copyOf(versions);
    }
  }
}
