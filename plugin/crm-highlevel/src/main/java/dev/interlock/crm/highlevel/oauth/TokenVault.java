package dev.interlock.crm.highlevel.oauth;

import java.time.Instant;
import java.util.Optional;

/// Keeps tokens durably, and sealed. Safe from any number of threads.
public interface TokenVault {
  Optional<Kept> find(Holder holder);

  /// Replaces what is kept, unless somebody else did so first. Once it returns, it is safe on disk.
  ///
  /// @param seen the number that was found with what is replaced; 0 where nothing was kept
  /// @return whether it was replaced
  boolean keep(Holder holder, long seen, TokenPair pair);

  /// Takes the turn to renew what is kept, which of all who share this vault, in this process and
  /// in others, one has at a time. It is over when the pair is replaced, or when it ends.
  ///
  /// @param seen the number that was found with what is to be renewed
  /// @return false when somebody else has it, or renewed it already
  boolean take(Holder holder, long seen, Turn turn);

  /// Forgets a holder's tokens.
  void drop(Holder holder);

  /// A turn.
  ///
  /// @param of who has it, by a name of its own; who does may take it again
  /// @param ends when it is over by itself, should whoever has it have died
  record Turn(String of, Instant begins, Instant ends) {}

  /// What is kept.
  ///
  /// @param number another one with each change
  record Kept(TokenPair pair, long number) {}
}
