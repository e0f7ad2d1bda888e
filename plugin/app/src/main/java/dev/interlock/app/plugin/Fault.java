package dev.interlock.app.plugin;

import dev.interlock.contract.model.Position;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Remark;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.finding.Spot;

/// Why something does not load, where it stands.
///
/// @param contract the contract that it is about; empty when it has no name yet
/// @param help what to do
public record Fault(Kind kind, Spot spot, String contract, String message, String help) {

  /// What went wrong.
  public enum Kind {
    /// It cannot be read, so there is nothing to find fault with.
    UNREADABLE("E-INPUT"),
    /// It does not compile.
    COMPILE("E-COMPILE"),
    /// A class does not say what it defines.
    LOAD("E-LOAD"),
    /// Two contracts have one name.
    DUPLICATE("E-NAME-DUPLICATE");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }

    /// The id under which it is reported, beside those of the verifier's rules.
    public String rule() {
      return rule;
    }
  }

  static Fault of(Kind kind, Spot spot, String message, String help) {
    return new Fault(kind, spot, "", message, help);
  }

  /// About a file as a whole.
  static Fault of(Kind kind, Object file, String message, String help) {
    return of(kind, Spot.of(file.toString(), 0), message, help);
  }

  /// The same as reports show it.
  public Remark remark() {
    var position = Position.at(spot.file(), spot.line());
    return Remark.of(
        new Finding(kind.rule(), Severity.ERROR, contract, "", position, message, help), spot);
  }

  @Override
  public String toString() {
    var column = spot.line() > 0 && spot.column() > 0 ? ":" + spot.column() : "";
    return spot.words() + column + ": " + message;
  }
}
