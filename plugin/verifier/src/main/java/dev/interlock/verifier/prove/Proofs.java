package dev.interlock.verifier.prove;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was proved before: what some contracts, together, keep to without fail. Under the hash of
/// everything that this depends on stands how much was claimed of them.
///
/// What somebody found a fault in is not kept: it is looked for again, and its story told of the
/// set as it is now.
///
/// Implementations are safe for any number of threads.
public interface Proofs {
  /// What was proved under this hash. An implementation may have forgotten, and may not make
  /// anything up.
  Optional<String> find(String premises);

  /// Keeps what was proved, as long as there is room.
  ///
  /// @param proved words of letters, digits, `-` and `=`, with blanks between them
  void keep(String premises, String proved);

  /// Proofs kept for the life of the process; what nobody asked for longest makes room.
  static Proofs inMemory(int most) {
    Map<String, String> kept =
        Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
              private static final long serialVersionUID = 1;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > most;
              }
            });
    return new Proofs() {
      @Override
      public Optional<String> find(String premises) {
        return Optional.ofNullable(kept.get(premises));
      }

      @Override
      public void keep(String premises, String proved) {
        kept.put(premises, proved);
      }
    };
  }
}
