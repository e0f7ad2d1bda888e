package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings;
import dev.interlock.core.run.Surroundings.Active;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.core.run.Surroundings.Past;
import dev.interlock.core.run.Surroundings.SentMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What our own records say of the contact: what an engine keeps in its tables.
final class Runs {
  private final Operation operation;
  private final ZoneId zone;
  private final Map<RunId, Run> underWay = new LinkedHashMap<>();
  private final List<Run> over = new ArrayList<>();
  private final Map<LaneName, Holder> lanes = new HashMap<>();
  private final List<Entrant> entrants = new ArrayList<>();
  private final List<Past> ended = new ArrayList<>();
  private final Map<CommandId, SentMessage> ledger = new LinkedHashMap<>();
  private final Map<CommandId, Command> commands = new LinkedHashMap<>();
  private final Map<RunId, Command> doubts = new HashMap<>();
  private final Set<CommandId> unanswered = new HashSet<>();
  private final Map<RunId, Cause> causes = new HashMap<>();
  private Optional<Facts> facts = Optional.empty();

  Runs(Operation operation, ZoneId zone) {
    this.operation = operation;
    this.zone = zone;
  }

  /// Somebody for whom a lane is being cleared.
  record Entrant(
      ContractId contract, DomainEvent event, Origin origin, LaneName lane, int priority) {}

  /// Everything a decision may look at, with the contact as read just now.
  Facts facts(ContactSnapshot contact) {
    Facts known = facts.filter(one -> isAbout(one, contact)).orElseGet(() -> fresh(contact));
    facts = Optional.of(known);
    return known;
  }

  // identity is enough: an account gives the same reading until something in it changes
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAbout(Facts facts, ContactSnapshot contact) {
    return facts.contact() instanceof Known.Said<ContactSnapshot>(var read) && read == contact;
  }

  private Facts fresh(ContactSnapshot contact) {
    List<Active> active =
        underWay.values().stream()
            .map(run -> new Active(run.id(), run.contract(), run.key(), run.begunAt()))
            .toList();
    return new Facts(
        Known.said(contact),
        new Surroundings(operation, zone, lanes, active, ended, List.copyOf(ledger.values())));
  }

  private void changed() {
    facts = Optional.empty();
  }

  void put(Run run) {
    changed();
    if (!(run.standing() instanceof Standing.Doubtful)) {
      doubts.remove(run.id());
    }
    if (!run.standing().isOver()) {
      underWay.put(run.id(), run);
      return;
    }
    underWay.remove(run.id());
    over.add(run);
    if (run.standing() instanceof Standing.Ended(var exit, _, var at, _)) {
      ended.addFirst(new Past(run.contract(), run.key(), exit, at));
    }
  }

  /// In the order in which they began.
  List<Run> underWay() {
    return List.copyOf(underWay.values());
  }

  Optional<Run> underWay(RunId run) {
    return Optional.ofNullable(underWay.get(run));
  }

  /// The n-th of a contract's runs, from 1.
  Optional<Run> underWay(ContractId contract, int occurrence) {
    return underWay.values().stream()
        .filter(run -> run.contract().equals(contract))
        .skip(occurrence - 1L)
        .findFirst();
  }

  /// In the order in which they ended.
  List<Run> over() {
    return List.copyOf(over);
  }

  void cause(RunId run, Cause cause) {
    causes.put(run, cause);
  }

  /// What an event goes back to in the end.
  Cause cause(DomainEvent event, Origin origin) {
    return new Cause(event.id(), origin, root(event, origin));
  }

  private String root(DomainEvent event, Origin origin) {
    return switch (origin) {
      case Origin.Ours(var who) -> cause(who.run()).map(Cause::root).orElse(event.id());
      case Origin.Person _, Origin.World _, Origin.Automation _ -> event.id();
    };
  }

  /// What began the run, or made it wait in turn.
  Optional<Cause> cause(RunId run) {
    return Optional.ofNullable(causes.get(run));
  }

  boolean isFree(LaneName lane) {
    return !lanes.containsKey(lane);
  }

  void claim(LaneName lane, Holder holder) {
    changed();
    lanes.put(lane, holder);
  }

  /// Takes back whatever the run holds.
  List<LaneName> release(RunId run) {
    List<LaneName> held =
        lanes.entrySet().stream()
            .filter(entry -> entry.getValue().run().equals(run))
            .map(Map.Entry::getKey)
            .toList();
    if (!held.isEmpty()) {
      changed();
      held.forEach(lanes::remove);
    }
    return held;
  }

  void await(Entrant entrant) {
    entrants.add(entrant);
  }

  List<Entrant> entrants() {
    return List.copyOf(entrants);
  }

  /// Takes out who is to be let in next, the most important first.
  Optional<Entrant> takeEntrant(LaneName lane) {
    Optional<Entrant> next =
        entrants.stream()
            .filter(entrant -> entrant.lane().equals(lane))
            .reduce((first, second) -> second.priority() > first.priority() ? second : first);
    next.ifPresent(entrants::remove);
    return next;
  }

  void given(Command command) {
    commands.put(command.id(), command);
  }

  /// Commands without an outcome, in the order in which they were given.
  List<Command> commands() {
    return List.copyOf(commands.values());
  }

  /// The command that the run has under way, or that is in doubt.
  Optional<Command> command(RunId run) {
    return commands.values().stream()
        .filter(command -> command.id().run().equals(run))
        .findFirst()
        .or(() -> Optional.ofNullable(doubts.get(run)));
  }

  /// Nobody knows what became of the command.
  ///
  /// @param done whether it was done all the same
  void doubted(Command command, boolean done) {
    doubts.put(command.id().run(), command);
    if (done) {
      unanswered.add(command.id());
    }
  }

  /// Whether the command was done, though nobody was told.
  boolean isDone(Command command) {
    return unanswered.contains(command.id());
  }

  Optional<Command> drop(CommandId command) {
    return Optional.ofNullable(commands.remove(command));
  }

  void entered(CommandId command, SentMessage message) {
    changed();
    ledger.put(command, message);
  }

  /// When a message was given.
  Optional<SentMessage> entry(CommandId command) {
    return Optional.ofNullable(ledger.get(command));
  }

  /// It was not sent after all.
  void struck(CommandId command) {
    changed();
    ledger.remove(command);
  }
}
