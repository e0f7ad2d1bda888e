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

  /// Forgets a secret.
  void remove(String name);

  /// A secret as it is kept.
  ///
  /// @param version another one with each change, never 0
  /// @param keptAt when it was had
  record Sealed(Body bytes, long version, Instant keptAt) {}
}
