package dev.interlock.verifier.finding;

import dev.interlock.contract.model.Declaration.Waives;
import java.util.Optional;

/// A finding with everything that is needed to show it.
///
/// @param waiver who answers for it; empty when nobody does
public record Remark(Finding finding, Spot spot, Optional<Waives> waiver) {

  /// A finding that nobody answers for.
  public static Remark of(Finding finding, Spot spot) {
    return new Remark(finding, spot, Optional.empty());
  }

  public boolean isWaived() {
    return waiver.isPresent();
  }

  /// What stands before the rule.
  String weight() {
    return isWaived() ? "waived" : finding.severity().word();
  }
}
