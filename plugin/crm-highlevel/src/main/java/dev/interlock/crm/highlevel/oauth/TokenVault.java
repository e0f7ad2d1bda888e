package dev.interlock.crm.highlevel.oauth;

import java.util.Optional;

/// Keeps tokens durably, and sealed. Safe from any number of threads.
public interface TokenVault {
  Optional<Kept> find(Holder holder);

  /// Replaces what is kept, unless somebody else did so first. Once it returns, it is safe on disk.
  ///
  /// @param seen the number that was found with what is replaced; 0 where nothing was kept
  /// @return whether it was replaced
  boolean keep(Holder holder, long seen, TokenPair pair);

  /// Forgets a holder's tokens.
  void drop(Holder holder);

  /// What is kept.
  ///
  /// @param number another one with each change
  record Kept(TokenPair pair, long number) {}
}
