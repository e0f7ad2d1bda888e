package dev.interlock.engine.decide;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Exit;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What was decided about one contact, to be stored in one unit of work: the contact's version
/// first, then runs, then everything else in the order in which it was decided.
final class Changes {
  private final InstallationId installation;
  private final Dossier dossier;
  private final Instant now;
  private final Map<RunId, Runs.Stored> before = new LinkedHashMap<>();
  private final Map<RunId, Run> after = new LinkedHashMap<>();
  private final List<Write> writes = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<Instant> alarms = new ArrayList<>();
  private boolean hastened;
  private int calls;
  private Optional<RunId> caller = Optional.empty();

  /// Set by whoever stores: whether a workflow of the CRM is to be told of an end.
  private volatile boolean announces;

  /// Set by whoever stores: whether deals waited for the end of a run.
  private volatile boolean frees;

  private Optional<Beginning> beginning = Optional.empty();

  /// One thing to be stored.
  @FunctionalInterface
  interface Write {
    void in(Tables tables);
  }

  Changes(InstallationId installation, Dossier dossier, Instant now) {
    this.installation = installation;
    this.dossier = dossier;
    this.now = now;
    dossier.underWay().forEach(stored -> before.put(stored.run().id(), stored));
  }

  /// Something else than a run is to be stored.
  void add(Write write) {
    writes.add(write);
  }

  /// A run, its journal and its commands are to be stored.
  void add(Decision decision) {
    Run run = decision.next();
    after.put(run.id(), run);
    add(tables -> tables.journal().add(installation, run.id(), decision.journal(), now));
    for (Command command : decision.commands()) {
      commands.add(command);
      add(tables -> issue(tables, command));
    }
    if (run.standing().isOver()) {
      add(tables -> dropOpen(tables, run.id()));
    }
  }

  /// How many calls to the CRM it took to come to this.
  ///
  /// @param by the run that it is about; else the first one that changed is said to have made them
  void called(int all, Optional<RunId> by) {
    calls = all;
    caller = by;
  }

  private void issue(Tables tables, Command command) {
    if (beginning.isPresent()) {
      beginning.get().store(tables);
    } else {
      tables.intents().add(installation, command, now);
    }
  }

  /// A command is to be carried out now, or looked for.
  void hasten(CommandId command) {
    hastened = true;
    add(tables -> tables.intents().hasten(installation, command, now));
  }

  /// A run comes to its end for the first time: workflows of the CRM may wait for that.
  void ended(Run run, Exit exit, Instant at) {
    add(tables -> {
      if (tables.announcements().ended(installation, run, exit, OwnDeal.of(run), at) > 0) {
        announces = true;
      }
    });
  }

  /// Whether what was stored is to be told to a workflow of the CRM.
  boolean announces() {
    return announces;
  }

  /// A run of the contact is over: nobody else may have the next move with its deals.
  void isOver() {
    add(tables -> {
      if (tables.stays().free(installation, dossier.contact())) {
        frees = true;
      }
    });
  }

  /// Whether deals waited for what was stored.
  boolean frees() {
    return frees;
  }

  private void dropOpen(Tables tables, RunId run) {
    for (CommandId dropped : tables.intents().dropOpen(installation, run, now)) {
      tables.ledger().strike(installation, dropped);
    }
  }

  /// Whether there is anything to store.
  boolean isEmpty() {
    return changed().isEmpty() && writes.isEmpty();
  }

  boolean hasCommands() {
    return hastened || !commands.isEmpty();
  }

  /// The command, where only one was decided: among several, who goes first is not ours to say.
  ///
  /// @param contactName what people call the contact
  Optional<Beginning.Issued> onlyCommand(String contactName) {
    if (hastened || commands.size() != 1) {
      return Optional.empty();
    }
    Command command = commands.getFirst();
    return Optional.ofNullable(after.get(command.id().run()))
        .map(run -> new Beginning.Issued(run, command, contactName, now));
  }

  /// The only command begins with these changes, or waits as usual.
  void begins(Optional<Beginning> with) {
    beginning = with;
  }

  /// What became of the only command's beginning has to be told to it.
  Optional<Beginning> beginning() {
    return beginning;
  }

  /// Something else than a run's timer is due at that moment.
  void rings(Instant at) {
    alarms.add(at);
  }

  /// The earliest moment at which something is due.
  Optional<Instant> earliestAlarm() {
    return Stream.concat(
            alarms.stream(),
            after.values().stream().flatMap(run -> run.standing().alarm().stream()))
        .min(Instant::compareTo);
  }

  /// Stores all of it.
  void store(Tables tables) {
    tables.contacts().advance(installation, dossier.contact(), dossier.version());
    List<Run> changed = changed();
    Optional<RunId> calling = calls == 0 ? Optional.empty() : caller.or(() -> first(changed));
    // a run that ends makes room for the next one of the same contract
    for (Run run : changed) {
      Runs.Stored stored = before.get(run.id());
      if (stored != null) {
        tables.runs().replace(installation, stored, run, callsOf(run, calling), now);
        if (!stored.run().contractHash().equals(run.contractHash())) {
          tables.runs().follow(installation, run);
        }
      }
    }
    for (Run run : changed) {
      if (!before.containsKey(run.id())) {
        tables.runs().add(installation, run, callsOf(run, calling), now);
      }
    }
    writes.forEach(write -> write.in(tables));
    calling
        .filter(run -> changed.stream().noneMatch(each -> each.id().equals(run)))
        .ifPresent(run -> tables.runs().called(installation, run, calls));
  }

  private static Optional<RunId> first(List<Run> changed) {
    return changed.stream().map(Run::id).findFirst();
  }

  private int callsOf(Run run, Optional<RunId> calling) {
    return calling.filter(run.id()::equals).isPresent() ? calls : 0;
  }

  private List<Run> changed() {
    return after.values().stream().filter(this::isChanged).toList();
  }

  private boolean isChanged(Run run) {
    Runs.Stored stored = before.get(run.id());
    return stored == null || !stored.run().equals(run);
  }
}
