package dev.interlock.app.wiring;

import dev.interlock.contract.dsl.Operations;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.handbook.Desk;
import dev.interlock.handbook.Handbook;
import dev.interlock.handbook.Site;
import dev.interlock.verifier.finding.Report;
import java.util.List;

/// The contracts that the pages are about.
///
/// @param isLive whether there are any
/// @param contracts those themselves
record Shown(
    boolean isLive, Handbook handbook, Desk desk, Report report, List<Contract> contracts) {

  /// The same pages, with another report.
  Shown with(Report other) {
    return new Shown(isLive, handbook, desk, other, contracts);
  }

  /// @param business whose pages they are
  static Shown of(ContractSet set, Report report, Site site, String business) {
    return new Shown(
        true,
        Handbook.of(set, site, business),
        Desk.of(set, site, business),
        report,
        set.contracts());
  }

  /// Before anything is live.
  static Shown nothing(Site site) {
    var none = new ContractSet(Operations.business("Interlock").build(), List.of());
    return new Shown(
        false,
        Handbook.of(none, site),
        Desk.of(none, site),
        new Report(0, List.of(), List.of(), List.of()),
        List.of());
  }
}
