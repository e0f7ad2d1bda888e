package dev.interlock.app.account;

import dev.interlock.contract.model.ContractSet;
import java.util.List;
import java.util.Optional;

/// Looks through the accounts that installed the app. There is one at a time for each data folder,
/// since a token that renews another works once: the server's while it is at work, and else that of
/// a command which keeps the server from starting meanwhile.
public interface Surveyor extends AutoCloseable {

  /// The accounts that have the app, by name, those included that no token can be had for.
  List<Installed> accounts();

  /// How an account stands to contracts.
  Survey plan(String account, Wanted wanted);

  /// Makes what an account lacks, and plans anew.
  ///
  /// @param things what may be made, as a survey named it; nothing else is
  /// @param by who wants it
  Survey make(String account, Wanted wanted, List<String> things, String by);

  @Override
  void close();

  /// An account that has the app.
  record Installed(String id, String name) {}

  /// What accounts are looked at for.
  ///
  /// @param contracts that are to go live; empty for those that are live in the account, or would
  ///   be as soon as it lets them
  /// @param colour whether the text is for a terminal that shows colours
  record Wanted(Optional<ContractSet> contracts, boolean colour) {}
}
