package dev.interlock.core;

import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Admission;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings;
import dev.interlock.core.run.Surroundings.Active;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.core.run.Surroundings.Past;
import dev.interlock.core.run.Surroundings.SentMessage;
import dev.interlock.core.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plays contracts for one contact in virtual time: the smallest shell around the core. Every
/// decision goes through [#decide], which hands it to a witness.
final class Rehearsal {
  final World world;
  final Map<RunId, Run> runs = new LinkedHashMap<>();
  final Map<RunId, List<Entry>> journals = new HashMap<>();
  final List<Admission.Refused> refusals = new ArrayList<>();
  final Deque<Command> pending = new ArrayDeque<>();
  final List<Effect> effects = new ArrayList<>();
  private final Map<LaneName, Holder> lanes = new HashMap<>();
  private final List<SentMessage> sent = new ArrayList<>();
  private final List<Past> ended = new ArrayList<>();
  private final List<Program> programs;
  private final Witness witness;
  Instant now;
  private int numbers;

  /// Sees every decision.
  interface Witness {
    void decided(Run before, Input input, Facts facts, Instant now, Decision decision);
  }

  Rehearsal(World world, Instant now, Witness witness, Contract... contracts) {
    this.world = world;
    this.now = now;
    this.witness = witness;
    this.programs = List.of(contracts).stream().map(Program::of).toList();
  }

  static Rehearsal of(World world, Instant now, Contract... contracts) {
    return new Rehearsal(world, now, (before, input, facts, at, decision) -> {}, contracts);
  }

  DomainEvent event(Happening what) {
    numbers++;
    return new DomainEvent("event-" + numbers, World.ANA, now, what, Provenance.OUTSIDE);
  }

  /// Something happened: runs under way hear it, then it may begin others.
  void happens(DomainEvent event) {
    List.copyOf(runs.values()).forEach(run -> tell(run.id(), new Input.Heard(event)));
    programs.forEach(program -> admit(program, event));
  }

  void happens(Happening what) {
    happens(event(what));
  }

  Admission admit(Program program, DomainEvent cause) {
    numbers++;
    RunId fresh = new RunId("run-" + numbers);
    Facts facts = facts();
    Admission admission = Decider.admit(program, "hash", fresh, cause, facts, now);
    switch (admission) {
      case Admission.NotMeant() -> {}
      case Admission.NeedsContact() -> throw new AssertionError("the contact was given");
      case Admission.Refused refused -> refusals.add(refused);
      case Admission.Queued(var decision) -> accept(decision);
      case Admission.Admitted(var decision) -> {
        claim(program, decision.next());
        accept(decision);
      }
      case Admission.Displaces(var holder) -> {
        tell(holder, new Input.DisplacedBy(program.contract().id()));
        settle();
        if (run(holder).standing().isOver()) {
          return admit(program, cause);
        }
      }
    }
    return admission;
  }

  private void claim(Program program, Run run) {
    if (program.contract().lane() instanceof LaneClaim.InLane(var lane, _, var priority, _)) {
      Holder former = lanes.put(lane, new Holder(run.id(), run.contract(), priority));
      if (former != null) {
        throw new AssertionError("two runs in one lane: " + former + " and " + run.id());
      }
    }
  }

  void tell(RunId id, Input input) {
    Run run = runs.get(id);
    if (run != null) {
      accept(decide(run, input));
    }
  }

  private Decision decide(Run run, Input input) {
    Facts facts = facts();
    Verdict verdict = Decider.decide(program(run), run, input, facts, now);
    if (!(verdict instanceof Verdict.Decided(var decision))) {
      throw new AssertionError("the contact was given");
    }
    witness.decided(run, input, facts, now, decision);
    return decision;
  }

  Program program(Run run) {
    return programs.stream()
        .filter(one -> one.contract().id().equals(run.contract()))
        .findFirst()
        .orElseThrow();
  }

  Facts facts() {
    return new Facts(Known.said(world.read(now)), around());
  }

  private Surroundings around() {
    List<Active> active =
        runs.values().stream()
            .filter(run -> !run.standing().isOver())
            .map(run -> new Active(run.id(), run.contract(), run.key(), run.begunAt()))
            .toList();
    return new Surroundings(World.operation(), World.NEW_YORK, lanes, active, ended, sent);
  }

  private void accept(Decision decision) {
    Run next = decision.next();
    boolean wasOver =
        Optional.ofNullable(runs.get(next.id())).map(run -> run.standing().isOver()).orElse(false);
    runs.put(next.id(), next);
    journals.computeIfAbsent(next.id(), _ -> new ArrayList<>()).addAll(decision.journal());
    pending.addAll(decision.commands());
    effects.addAll(decision.effects());
    for (Command command : decision.commands()) {
      if (command.doing() instanceof Command.Say(var message, var purpose)) {
        sent.add(new SentMessage(message.channel(), purpose, next.id(), now));
      }
    }
    if (!wasOver && next.standing() instanceof Standing.Ended(var exit, _, var at, _)) {
      ended.add(new Past(next.contract(), next.key(), exit, at));
    }
    for (Effect effect : decision.effects()) {
      if (effect instanceof Effect.LaneReleased) {
        lanes.values().removeIf(holder -> holder.run().equals(next.id()));
        freeLane();
      }
      if (effect instanceof Effect.LaneTaken) {
        claim(program(next), next);
      }
    }
  }

  private void freeLane() {
    Optional<Run> inTurn =
        runs.values().stream().filter(run -> run.standing() instanceof Standing.Queued).findFirst();
    if (inTurn.isPresent() && lanes.isEmpty()) {
      Run run = inTurn.get();
      Decision decision = decide(run, new Input.LaneFree());
      if (!decision.next().standing().isOver()) {
        claim(program(run), run);
      }
      accept(decision);
    }
  }

  /// Carries out whatever was commanded, with the world's own outcome.
  void settle() {
    while (!pending.isEmpty()) {
      report(pending.removeFirst());
    }
  }

  void report(Command command) {
    report(command, world.carryOut(command.doing(), now));
  }

  /// What was certainly not sent counts for no limit.
  void report(Command command, Outcome outcome) {
    if (outcome instanceof Outcome.Postponed
        && command.doing() instanceof Command.Say(var message, var purpose)) {
      sent.reversed().stream()
          .filter(one -> one.run().equals(command.id().run()))
          .filter(one -> one.channel() == message.channel() && one.purpose().equals(purpose))
          .findFirst()
          .ifPresent(sent::remove);
    }
    tell(command.id().run(), new Input.Reported(command.id(), outcome));
  }

  /// Lets time pass until the next timer, if there is one.
  boolean nextTimer() {
    Optional<Run> next =
        runs.values().stream()
            .filter(run -> run.standing().alarm().isPresent())
            .min(
                Comparator.comparing((Run run) -> run.standing().alarm().orElseThrow())
                    .thenComparing(Run::id));
    if (next.isEmpty()) {
      return false;
    }
    Instant due = next.get().standing().alarm().orElseThrow();
    now = due.isAfter(now) ? due : now;
    tell(next.get().id(), new Input.TimerDue(due));
    return true;
  }

  void passes(Duration span) {
    Instant until = now.plus(span);
    while (runs.values().stream()
        .anyMatch(run -> run.standing().alarm().map(due -> !due.isAfter(until)).orElse(false))) {
      nextTimer();
      settle();
    }
    now = until;
  }

  Run run(RunId id) {
    return Optional.ofNullable(runs.get(id)).orElseThrow();
  }

  Run only() {
    if (runs.size() != 1) {
      throw new AssertionError("there are " + runs.size() + " runs: " + refusals);
    }
    return runs.values().iterator().next();
  }

  List<String> journal() {
    return journals.getOrDefault(only().id(), List.of()).stream()
        .map(entry -> entry.kind() + " " + entry.step() + ": " + entry.words())
        .toList();
  }

  static Happening call() {
    return new Happening.CallMissed(Optional.empty(), false);
  }

  static Happening reply(String text) {
    return new Happening.MessageReceived(Channel.SMS, new MessageId("inbound"), text);
  }
}
