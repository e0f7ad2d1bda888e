package dev.interlock.app.gate;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContractText;
import dev.interlock.contract.text.ContractTextException;
import dev.interlock.contract.text.OperationText;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.VersionLine;
import dev.interlock.verifier.Beside;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What runs already, as the store knows it: the set that went live last, and every version that
/// runs are under way on.
///
/// @param live what takes new entries; empty when nothing ever went live
/// @param inUse versions with runs under way, whether they take new entries or not
public record Running(Optional<ContractSet> live, List<Version> inUse, List<VersionLine> lines) {
  public Running {
    inUse = List.copyOf(inUse);
    lines = List.copyOf(lines);
  }

  /// A version that runs are under way on.
  ///
  /// @param runs how many
  public record Version(Contract contract, String hash, long runs) {}

  /// The same, as the verifier asks for it.
  public Beside beside() {
    return new Beside(
        live,
        inUse.stream()
            .map(version -> new Beside.Version(version.contract(), version.runs()))
            .toList(),
        lines.stream().map(VersionLine::hash).collect(Collectors.toSet()));
  }

  /// Nothing ever ran.
  public static Running nothing() {
    return new Running(Optional.empty(), List.of(), List.of());
  }

  /// What runs for an account.
  public static Running of(Records records, InstallationId installation) {
    if (!records.installations().contains(installation)) {
      return nothing();
    }
    var lines = records.versions(installation);
    return new Running(
        live(records, installation, lines),
        lines.stream()
            .filter(line -> line.underWay() > 0)
            .flatMap(line ->
                contract(records, installation, line)
                    .map(contract -> new Version(contract, line.hash(), line.underWay()))
                    .stream())
            .toList(),
        lines);
  }

  /// A set that another Interlock wrote, and that this one cannot read whole, is none.
  private static Optional<ContractSet> live(
      Records records, InstallationId installation, List<VersionLine> lines) {
    var active = lines.stream().filter(VersionLine::active).toList();
    var contracts =
        active.stream().flatMap(line -> contract(records, installation, line).stream()).toList();
    try {
      return records
          .operationText(installation)
          .filter(_ -> contracts.size() == active.size())
          .map(text -> new ContractSet(OperationText.read(text), contracts));
    } catch (ContractTextException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Contract> contract(
      Records records, InstallationId installation, VersionLine line) {
    try {
      return records
          .contractText(installation, line.contract(), line.hash())
          .map(ContractText::read);
    } catch (ContractTextException unreadable) {
      return Optional.empty();
    }
  }

  /// Whether this version takes new entries.
  public boolean isLive(String contract, String hash) {
    return lines.stream()
        .anyMatch(line ->
            line.active() && line.contract().text().equals(contract) && line.hash().equals(hash));
  }
}
