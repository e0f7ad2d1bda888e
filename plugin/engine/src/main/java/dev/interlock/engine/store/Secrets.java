package dev.interlock.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Secrets, sealed by whoever keeps them here: what they say is not known here.
public interface Secrets {
  Optional<Sealed> find(String name);

  /// The names of all.
  List<String> names();

  /// Replaces a secret, unless somebody else did so first.
  ///
  /// @param seen the version that was found; 0 where there was none
  /// @param keptAt when it was had; one that is sealed anew was had before
  /// @return whether it was replaced
  boolean put(String name, long seen, byte[] sealed, Instant keptAt);

  /// Keeps the same secret in another seal: it is the same version, and whose turn it is stays.
  ///
  /// @param seen the version that was found
  /// @return false where somebody replaced it
  boolean reseal(String name, long seen, byte[] sealed);

  /// Takes the turn to replace a secret, which of all who share this store one has at a time. It is
  /// over when the secret is replaced, or when it ends.
  ///
  /// @param seen the version that was found
  /// @return false when somebody else has it, or replaced the secret
  boolean take(String name, long seen, Turn turn);

  /// Forgets a secret.
  void remove(String name);

  /// A turn.
  ///
  /// @param of who has it; who does may take it again
  /// @param ends when it is over by itself, should whoever has it have died
  record Turn(String of, Instant begins, Instant ends) {}

  /// A secret as it is kept.
  ///
  /// @param version another one with each change, never 0
  /// @param keptAt when it was had
  record Sealed(Body bytes, long version, Instant keptAt) {}
}
