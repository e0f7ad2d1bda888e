package dev.interlock.app.command;

import dev.interlock.app.gate.Judgement;
import dev.interlock.app.gate.Running;
import dev.interlock.app.gate.Standing;
import dev.interlock.app.plugin.Inventory;
import dev.interlock.engine.read.VersionLine;
import dev.interlock.verifier.finding.ReportData;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What is live and what is not, as plain data.
///
/// @param ok whether what lies in the folder is live or may go live
/// @param draining versions that take no new entries, with runs under way
record PluginsData(
    boolean ok,
    List<Version> live,
    List<Version> draining,
    List<File> files,
    ReportData verification) {

  /// A contract version.
  record Version(String contract, String title, String hash, Instant since, long underWay) {
    private static Version of(VersionLine line) {
      return new Version(
          line.contract().text(), line.title(), line.hash(), line.addedAt(), line.underWay());
    }
  }

  /// A jar, or the source files together.
  ///
  /// @param standing `live`, `sound`, `refused` or `held_back`
  record File(List<String> paths, String standing, List<String> contracts) {}

  static PluginsData of(Running running, Judgement judgement) {
    return new PluginsData(
        judgement instanceof Judgement.Sound,
        running.lines().stream().filter(VersionLine::active).map(Version::of).toList(),
        running.lines().stream()
            .filter(line -> !line.active() && line.underWay() > 0)
            .map(Version::of)
            .toList(),
        judgement.inventory().parts().stream().map(part -> file(part, judgement, running)).toList(),
        ReportData.of(judgement.review()));
  }

  private static File file(Inventory.Part part, Judgement judgement, Running running) {
    return new File(
        part.files().stream().map(Object::toString).toList(),
        Standing.of(part, judgement, running).name().toLowerCase(Locale.ROOT),
        part.contracts().stream().map(contract -> contract.id().text()).toList());
  }
}
