package dev.interlock.verifier.finding;

import dev.interlock.contract.model.Position;

/// Knows where findings stand in the sources that their contracts were read from.
@FunctionalInterface
public interface Spots {
  /// Where the finding stands.
  Spot of(Finding finding);

  /// When the sources are not at hand: what the contract itself remembers.
  static Spots remembered() {
    return finding -> {
      Position position = finding.position();
      return position.line() > 0 ? Spot.of(position.file(), position.line()) : Spot.of("", 0);
    };
  }
}
