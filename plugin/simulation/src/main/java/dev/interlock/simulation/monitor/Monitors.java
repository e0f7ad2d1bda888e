package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Repertoire;
import java.util.Comparator;
import java.util.List;

/// All rules that are watched, for one set of contracts. Immutable, and for use by several threads.
public final class Monitors {
  private final List<Monitor> monitors;

  private Monitors(List<Monitor> monitors) {
    this.monitors = monitors;
  }

  /// The monitors for contracts in their operation.
  public static Monitors of(Repertoire repertoire) {
    ContractSet set = repertoire.set();
    return new Monitors(
        List.of(
            new OptOutIgnored(repertoire),
            new StageBackward(set.operation()),
            new ContactContested(repertoire),
            new WriteConflict(set),
            new MessageDuplicate(set.operation(), repertoire.changeover()),
            new MessageSpacing(set.operation()),
            new MessageBudget(set.operation()),
            new ExitUnkept(repertoire),
            new GroupBroken(set.operation()),
            new AdmitMissing(repertoire),
            new UnknownUnhandled(repertoire),
            new AdmitStale(set),
            new RouteRefused(set),
            new StageStranded(set.operation()),
            new CauseLoop(set),
            new NoExit(repertoire),
            new EventUnhandled(repertoire)));
  }

  /// Each monitor by itself.
  public List<Monitor> all() {
    return monitors;
  }

  /// The rules' ids.
  public List<String> rules() {
    return monitors.stream().map(Monitor::rule).toList();
  }

  /// Where rules were broken, in the order in which they were.
  public List<Breach> watch(Chronicle chronicle) {
    return monitors.stream()
        .flatMap(monitor -> monitor.watch(chronicle).stream())
        .sorted(Comparator.comparingInt(Breach::fact))
        .toList();
  }
}
