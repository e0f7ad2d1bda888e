package dev.interlock.app.command;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.read.VersionLine;
import java.util.List;

/// Finds a version of a contract by what a person says of it.
final class KnownVersion {
  private KnownVersion() {}

  /// The one whose hash begins so.
  ///
  /// @throws CannotRunException when there is none, or more than one
  static VersionLine of(Casebook casebook, ContractId contract, String beginning) {
    List<VersionLine> meant =
        of(casebook, contract).stream()
            .filter(line -> line.hash().startsWith(beginning.strip()))
            .toList();
    if (meant.size() != 1) {
      throw new CannotRunException(
          "%s of %s %s with %s; `interlock versions %s` shows them"
              .formatted(
                  meant.isEmpty() ? "no version" : meant.size() + " versions",
                  contract,
                  meant.isEmpty() ? "begins" : "begin",
                  beginning,
                  contract));
    }
    return meant.getFirst();
  }

  /// The one that takes new entries.
  ///
  /// @throws CannotRunException when there is none
  static VersionLine live(Casebook casebook, ContractId contract) {
    return of(casebook, contract).stream()
        .filter(VersionLine::active)
        .findFirst()
        .orElseThrow(() ->
            new CannotRunException(
                "no version of " + contract + " takes new entries, so there is none to move to"));
  }

  private static List<VersionLine> of(Casebook casebook, ContractId contract) {
    return casebook.versions().stream().filter(line -> line.contract().equals(contract)).toList();
  }
}
