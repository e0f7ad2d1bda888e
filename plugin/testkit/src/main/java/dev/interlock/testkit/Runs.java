package dev.interlock.testkit;

import dev.interlock.contract.contact.Known;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.Decider;
import dev.interlock.core.EventsInWords;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Admission;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.core.run.Surroundings;
import dev.interlock.core.run.Surroundings.Active;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.core.run.Surroundings.Past;
import dev.interlock.core.run.Surroundings.SentMessage;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The smallest shell around the core, for one contact: what an engine does with a database,
/// threads and a network, done with lists.
final class Runs {
  private final Stage stage;
  private final Account account;
  private final Map<RunId, Run> runs = new LinkedHashMap<>();
  private final Map<LaneName, Holder> lanes = new HashMap<>();
  private final Set<String> heard = new HashSet<>();
  private final List<SentMessage> sent = new ArrayList<>();
  private final List<Past> ended = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private final Deque<Runnable> next = new ArrayDeque<>();

  Runs(Stage stage, Account account) {
    this.stage = stage;
    this.account = account;
  }

  void happens(DomainEvent event) {
    if (heard.add(event.id())) {
      tell(EventsInWords.words(event.what()));
      next.add(() -> spread(event));
      settle();
    }
  }

  private void spread(DomainEvent event) {
    List.copyOf(runs.keySet()).forEach(run -> decide(run, new Input.Heard(event)));
    stage.programs().forEach(program -> admit(program, event));
  }

  Optional<Instant> alarm() {
    return runs.values().stream()
        .map(run -> run.standing().alarm())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  void timerDue() {
    Instant due = alarm().orElseThrow();
    stage.moveTo(due);
    runs.values().stream()
        .filter(run -> run.standing().alarm().filter(due::equals).isPresent())
        .map(Run::id)
        .findFirst()
        .ifPresent(run -> decide(run, new Input.TimerDue(due)));
    settle();
  }

  private void settle() {
    while (!next.isEmpty()) {
      next.removeFirst().run();
    }
  }

  private void admit(Program program, DomainEvent cause) {
    RunId fresh = new RunId("run-" + stage.next());
    switch (Decider.admit(program, "rehearsal", fresh, cause, facts(), stage.now())) {
      case Admission.NotMeant() -> {}
      case Admission.NeedsContact() -> throw new IllegalStateException("the contact was given");
      case Admission.Refused(var reasons) ->
          reasons.forEach(reason -> refused(program.contract().id() + ": " + reason.words()));
      case Admission.Queued(var decision) -> accept(decision);
      case Admission.Admitted(var decision) -> {
        claim(program, decision.next());
        accept(decision);
      }
      case Admission.Displaces(var holder) -> {
        decide(holder, new Input.DisplacedBy(program.contract().id()));
        next.add(() -> admit(program, cause));
      }
    }
  }

  private void refused(String words) {
    refusals.add(words);
    tell("not admitted to " + words);
  }

  private void claim(Program program, Run run) {
    if (program.contract().lane() instanceof LaneClaim.InLane(var lane, _, var priority, _)) {
      lanes.put(lane, new Holder(run.id(), run.contract(), priority));
    }
  }

  private void decide(RunId id, Input input) {
    Run run = runs.get(id);
    if (run == null) {
      return;
    }
    switch (Decider.decide(program(run), run, input, facts(), stage.now())) {
      case Verdict.NeedsContact() -> throw new IllegalStateException("the contact was given");
      case Verdict.Decided(var decision) -> accept(decision);
    }
  }

  private Program program(Run run) {
    return stage.programs().stream()
        .filter(program -> program.contract().id().equals(run.contract()))
        .findFirst()
        .orElseThrow();
  }

  private Facts facts() {
    List<Active> active =
        runs.values().stream()
            .filter(run -> !run.standing().isOver())
            .map(run -> new Active(run.id(), run.contract(), run.key(), run.begunAt()))
            .toList();
    return new Facts(
        Known.said(account.read()),
        new Surroundings(stage.set().operation(), stage.zone(), lanes, active, ended, sent));
  }

  private void accept(Decision decision) {
    Run run = decision.next();
    boolean endsNow = run.standing().isOver() && isUnderWay(run.id());
    runs.put(run.id(), run);
    decision.journal().forEach(entry -> tell(run.contract() + ": " + entry.words()));
    for (Command command : decision.commands()) {
      if (command.doing() instanceof Command.Say(var message, var purpose)) {
        sent.add(new SentMessage(message.channel(), purpose, run.id(), stage.now()));
      }
      next.add(() -> decide(run.id(), new Input.Reported(command.id(), account.carryOut(command))));
    }
    if (endsNow && run.standing() instanceof Standing.Ended(var exit, _, var at, _)) {
      ended.add(new Past(run.contract(), run.key(), exit, at));
    }
    decision.effects().forEach(effect -> follow(run, effect));
  }

  private boolean isUnderWay(RunId id) {
    Run before = runs.get(id);
    return before != null && !before.standing().isOver();
  }

  private void follow(Run run, Effect effect) {
    switch (effect) {
      case Effect.LaneReleased() -> {
        lanes.values().removeIf(holder -> holder.run().equals(run.id()));
        next.add(this::nextInTurn);
      }
      case Effect.RouteTo(var contract, var exit) -> {
        DomainEvent routed =
            new DomainEvent(
                "route-" + run.id(),
                account.id,
                run.memory().causedAt(),
                new Happening.Routed(run.contract(), exit, contract),
                Provenance.OURS);
        next.add(() ->
            stage.programs().stream()
                .filter(program -> program.contract().id().equals(contract))
                .forEach(program -> admit(program, routed)));
      }
      case Effect.Attention(_, var words) -> tell("ATTENTION: " + words);
      case Effect.CommandCancelled _ -> {}
    }
  }

  private void nextInTurn() {
    for (Run run : List.copyOf(runs.values())) {
      boolean free =
          program(run).contract().lane() instanceof LaneClaim.InLane(var lane, _, _, _)
              && !lanes.containsKey(lane);
      if (free && run.standing() instanceof Standing.Queued) {
        claim(program(run), run);
        decide(run.id(), new Input.LaneFree());
        if (!isUnderWay(run.id())) {
          lanes.values().removeIf(holder -> holder.run().equals(run.id()));
        }
      }
    }
  }

  private void tell(String what) {
    story.add(stage.now().atZone(stage.zone()).toLocalDateTime() + " " + what);
  }

  List<String> endings() {
    return runs.values().stream()
        .filter(run -> run.standing() instanceof Standing.Ended)
        .sorted(Comparator.comparing(Runs::endedAt))
        .map(run -> run.contract() + ": " + exitOf(run))
        .toList();
  }

  private static Instant endedAt(Run run) {
    return run.standing() instanceof Standing.Ended(_, _, var at, _) ? at : Instant.MAX;
  }

  private static String exitOf(Run run) {
    return run.standing() instanceof Standing.Ended(var exit, _, _, _) ? exit.text() : "";
  }

  List<String> unverified() {
    return runs.values().stream()
        .filter(run ->
            run.standing() instanceof Standing.Ended(_, _, _, var proof)
                && proof instanceof Proof.Unverified)
        .map(run -> run.contract() + ": " + exitOf(run))
        .toList();
  }

  boolean anyUnderWay() {
    return runs.values().stream().anyMatch(run -> !run.standing().isOver());
  }

  List<String> refusals() {
    return List.copyOf(refusals);
  }

  List<String> story() {
    return List.copyOf(story);
  }
}
