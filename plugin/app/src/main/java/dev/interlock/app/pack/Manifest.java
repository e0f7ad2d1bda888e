package dev.interlock.app.pack;

import dev.interlock.app.plugin.BuiltJar;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportData;
import java.util.List;

/// What a plugin jar says of itself, in `META-INF/interlock/plugin.json`.
///
/// @param format counts up when something in here changes its meaning
/// @param interlock the version that built it
/// @param set the hash of the operation and all contracts together
/// @param requires what a CRM has to have
/// @param verification what was found when it was built
record Manifest(
    int format,
    String interlock,
    String set,
    Entry operation,
    List<Entry> contracts,
    Needs requires,
    ReportData verification) {

  /// The operation or a contract.
  ///
  /// @param hash of its canonical text, which lies beside this file
  record Entry(String id, String title, String hash) {}

  static Manifest of(ContractSet set, Report report, String interlock) {
    var operation = set.operation();
    return new Manifest(
        BuiltJar.FORMAT,
        interlock,
        ContentHash.of(set).hex(),
        new Entry("operation", operation.name(), ContentHash.of(operation).hex()),
        set.contracts().stream().map(Manifest::entry).toList(),
        Needs.of(operation),
        ReportData.of(report));
  }

  private static Entry entry(Contract contract) {
    return new Entry(contract.id().text(), contract.title(), ContentHash.of(contract).hex());
  }
}
