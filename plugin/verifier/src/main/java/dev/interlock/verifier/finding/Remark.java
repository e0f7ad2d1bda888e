package dev.interlock.verifier.finding;

import dev.interlock.contract.model.Declaration.Waives;
import java.util.Optional;

/// A finding with everything that is needed to show it.
///
/// @param waiver who answers for it; empty when nobody does
/// @param replay where its story lies; empty unless it was written
public record Remark(Finding finding, Spot spot, Optional<Waives> waiver, Optional<Replay> replay) {

  /// A finding that nobody answers for.
  public static Remark of(Finding finding, Spot spot) {
    return new Remark(finding, spot, Optional.empty(), Optional.empty());
  }

  /// A finding that somebody answers for.
  static Remark waived(Waived waived, Spot spot) {
    return new Remark(waived.finding(), spot, Optional.of(waived.waiver()), Optional.empty());
  }

  /// The same, with its story written to a file.
  public Remark with(Replay written) {
    return new Remark(finding, spot, waiver, Optional.of(written));
  }

  public boolean isWaived() {
    return waiver.isPresent();
  }

  /// What stands before the rule.
  String weight() {
    return isWaived() ? "waived" : finding.severity().word();
  }
}
