package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings;
import dev.interlock.core.run.Surroundings.Active;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.core.run.Surroundings.Past;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Lanes.Entrant;
import dev.interlock.engine.store.Ledger;
import dev.interlock.engine.store.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A contact's matters while they are being decided: as stored, with what was decided so far.
final class Working {
  private final Desk desk;
  private final Map<RunId, Run> underWay = new LinkedHashMap<>();
  private final Map<LaneName, Holder> lanes;
  private final List<Entrant> entrants;
  private final List<Past> ended;
  private final List<Ledger.Entry> sent;

  Working(Desk desk, Dossier dossier) {
    this.desk = desk;
    dossier.underWay().forEach(stored -> underWay.put(stored.run().id(), stored.run()));
    this.lanes = new HashMap<>(dossier.lanes());
    this.entrants = new ArrayList<>(dossier.entrants());
    this.ended = new ArrayList<>(dossier.ended());
    this.sent = new ArrayList<>(dossier.sent());
  }

  Facts facts(Known<ContactSnapshot> contact) {
    List<Active> active =
        underWay.values().stream()
            .map(run -> new Active(run.id(), run.contract(), run.key(), run.begunAt()))
            .toList();
    return new Facts(
        contact,
        new Surroundings(
            desk.operation(),
            desk.installation().location().zone(),
            lanes,
            active,
            ended,
            sent.stream().map(Ledger.Entry::seen).toList()));
  }

  List<RunId> underWay() {
    return List.copyOf(underWay.keySet());
  }

  Optional<Run> underWay(RunId run) {
    return Optional.ofNullable(underWay.get(run));
  }

  void put(Run run) {
    if (!run.standing().isOver()) {
      underWay.put(run.id(), run);
      return;
    }
    underWay.remove(run.id());
    if (run.standing() instanceof Standing.Ended(var exit, _, var at, _)) {
      ended.addFirst(new Past(run.contract(), run.key(), exit, at));
    }
  }

  boolean isFree(LaneName lane) {
    return !lanes.containsKey(lane);
  }

  void claim(LaneName lane, Holder holder) {
    lanes.put(lane, holder);
  }

  /// Takes back whatever the run holds.
  List<LaneName> release(RunId run) {
    List<LaneName> held =
        lanes.entrySet().stream()
            .filter(entry -> entry.getValue().run().equals(run))
            .map(Map.Entry::getKey)
            .toList();
    held.forEach(lanes::remove);
    return held;
  }

  void await(Entrant entrant) {
    int place = 0;
    while (place < entrants.size() && entrants.get(place).priority() >= entrant.priority()) {
      place++;
    }
    entrants.add(place, entrant);
  }

  /// Who is to be let in next, the most important first.
  Optional<Entrant> entrant(LaneName lane) {
    return entrants.stream().filter(entrant -> entrant.lane().equals(lane)).findFirst();
  }

  void settle(Entrant entrant) {
    entrants.remove(entrant);
  }

  List<LaneName> wantedByEntrants() {
    return entrants.stream().map(Entrant::lane).distinct().toList();
  }

  void sent(Ledger.Entry entry) {
    sent.add(entry);
  }

  /// A message counts from the moment at which the CRM accepted it.
  void accepted(CommandId command, Instant at) {
    sent.replaceAll(entry -> entry.command().equals(command) ? entry.accepted(at) : entry);
    sent.sort(Comparator.comparing(Ledger.Entry::at));
  }

  /// Nothing was sent or ended after this moment.
  void notAfter(Instant moment) {
    sent.replaceAll(entry -> entry.at().isAfter(moment) ? entry.accepted(moment) : entry);
    ended.replaceAll(past ->
        past.endedAt().isAfter(moment)
            ? new Past(past.contract(), past.key(), past.exit(), moment)
            : past);
  }

  /// The dossier as it is once all of this is stored in one unit of work.
  ///
  /// @param before the one that was decided by
  /// @param name what people call the contact by now
  Dossier after(Dossier before, String name) {
    Map<RunId, Runs.Stored> stored =
        before.underWay().stream()
            .collect(Collectors.toMap(each -> each.run().id(), Function.identity()));
    List<Runs.Stored> runs =
        underWay.values().stream().map(run -> stored(run, stored.get(run.id()))).toList();
    return new Dossier(
        before.contact(), before.version() + 1, name, runs, ended, lanes, entrants, sent);
  }

  private static Runs.Stored stored(Run run, Runs.@Nullable Stored before) {
    if (before == null) {
      return new Runs.Stored(run, 1);
    }
    return before.run().equals(run) ? before : new Runs.Stored(run, before.version() + 1);
  }

  void strike(CommandId command) {
    sent.removeIf(entry -> entry.command().equals(command));
  }
}
