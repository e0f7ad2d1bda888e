package dev.interlock.simulation;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.Decider;
import dev.interlock.core.ForeignHands;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Admission;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.core.run.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides about one contact what an engine would decide, in the same order: runs under way hear an
/// event before it may begin others, a lane that becomes free is given on at once, and so is a
/// contact whom an exit routes.
final class Deliberation {
  /// More decisions per contract at one moment than any path needs: they set one another off.
  private static final int MOST_AT_ONCE = 500;

  private final Repertoire repertoire;
  private final Account account;
  private final Clock clock;
  private final Runs runs;
  private final Recorder recorder;
  private final Bookkeeping books;
  private final Set<String> known = new HashSet<>();
  private int decisions;
  private int routing;
  private boolean restless;
  private boolean changedOver;

  Deliberation(Repertoire repertoire, Account account, Clock clock, Runs runs, Recorder recorder) {
    this.repertoire = repertoire;
    this.account = account;
    this.clock = clock;
    this.runs = runs;
    this.recorder = recorder;
    this.books = new Bookkeeping(account, clock, runs, recorder);
  }

  /// Whether contracts set one another off without end; nothing more is decided then.
  boolean isRestless() {
    return restless;
  }

  /// Something new begins: what was decided so far counts for nothing any more.
  void resume() {
    decisions = 0;
  }

  /// The new versions are live.
  void changeOver() {
    changedOver = true;
  }

  void hear(News news) {
    ForeignHands hands = ForeignHands.amid(repertoire.set().operation(), news.events());
    for (DomainEvent event : news.events()) {
      if (!known.add(event.id())) {
        continue;
      }
      if (news.meantFor().isPresent()) {
        told(event, news.origin(), List.of());
        repertoire
            .program(news.meantFor().get())
            .filter(this::takesEntries)
            .ifPresent(program -> admit(program, event, news.origin()));
        continue;
      }
      boolean underContract = !runs.underWay().isEmpty();
      spread(event, news.origin());
      if (underContract) {
        hands.behind(event).ifPresent(acted -> spread(acted, news.origin()));
      }
    }
    passAll();
  }

  private void told(DomainEvent event, Origin origin, List<Run> underWay) {
    recorder.note(new Fact.Told(event, origin, underWay.stream().map(Who::of).toList()));
  }

  private void spread(DomainEvent event, Origin origin) {
    List<Run> underWay = runs.underWay();
    told(event, origin, underWay);
    underWay.forEach(run -> decide(run.id(), new Input.Heard(event)));
    repertoire.programs().stream()
        .filter(this::takesEntries)
        .forEach(program -> admit(program, event, origin));
  }

  void due(Run run) {
    run.standing().alarm().ifPresent(at -> decide(run.id(), new Input.TimerDue(at)));
    passAll();
  }

  void reported(Command command, Outcome outcome) {
    runs.underWay(command.id().run())
        .ifPresent(run ->
            recorder.note(new Fact.Came(Who.of(run), command, outcome, books.view(run, facts()))));
    switch (outcome) {
      case Outcome.Refused _, Outcome.Blocked _ -> runs.struck(command.id());
      case Outcome.Postponed _, Outcome.ContactGone _ -> runs.struck(command.id());
      case Outcome.Done _, Outcome.AlreadySo _, Outcome.InDoubt _, Outcome.ReadBack _ -> {}
    }
    decide(command.id().run(), new Input.Reported(command.id(), outcome));
    passAll();
  }

  void ordered(RunId run, Input.Order order) {
    if (order instanceof Input.Order.Settle(var happened)
        && !happened
        && runs.underWay(run).map(Run::standing).orElse(null)
            instanceof Standing.Doubtful(_, var command, _, _)) {
      runs.struck(command);
    }
    decide(run, new Input.Ordered(order, "an operator"));
    passAll();
  }

  private void passAll() {
    runs.entrants().stream().map(Runs.Entrant::lane).distinct().forEach(this::pass);
  }

  private boolean isTooMuch() {
    decisions++;
    restless = restless || decisions > MOST_AT_ONCE * (4 + repertoire.programs().size());
    return restless;
  }

  private Facts facts() {
    return runs.facts(account.read());
  }

  /// The same, with the versions of one contract under the one name by which this one calls them.
  private Facts factsFor(ContractId asking) {
    Changeover changeover = repertoire.changeover();
    Facts facts = facts();
    return changeover.isPlanned() ? new Namesakes(changeover, asking).in(facts) : facts;
  }

  private boolean takesEntries(Program program) {
    return repertoire.changeover().takesEntries(program.contract().id(), changedOver);
  }

  /// The version of the contract that takes entries.
  private Optional<Program> entrance(ContractId contract) {
    Changeover changeover = repertoire.changeover();
    return changeover.isPlanned()
        ? repertoire.programs().stream()
            .filter(program -> changeover.isOne(program.contract().id(), contract))
            .filter(this::takesEntries)
            .findFirst()
        : repertoire.program(contract);
  }

  private void decide(RunId id, Input input) {
    Optional<Run> found = runs.underWay(id);
    if (found.isEmpty() || isTooMuch()) {
      return;
    }
    Run run = found.get();
    Program program = repertoire.program(run.contract()).orElseThrow();
    Facts facts = factsFor(run.contract());
    switch (Decider.decide(program, run, input, facts, clock.now())) {
      case Verdict.NeedsContact() -> throw new IllegalStateException("the contact was given");
      case Verdict.Decided(var decision) -> {
        Run next = decision.next();
        if (input instanceof Input.Heard(var event)) {
          recorder.heard(run, event, next, decision.journal());
        }
        recorder.unlatched(run, next, decision.journal());
        if (input instanceof Input.LaneFree && !(next.standing() instanceof Standing.TurnedAway)) {
          runs.cause(run.id())
              .ifPresent(cause -> recorder.note(new Fact.Began(Who.of(next), next.key(), cause)));
        }
        accept(program, decision, facts);
      }
    }
  }

  private Admission admit(Program program, DomainEvent event, Origin origin) {
    if (isTooMuch()) {
      return new Admission.NotMeant();
    }
    RunId fresh = new RunId("run-" + clock.number());
    Facts facts = factsFor(program.contract().id());
    Admission admission = Decider.admit(program, "simulated", fresh, event, facts, clock.now());
    ContractId contract = program.contract().id();
    switch (admission) {
      case Admission.NotMeant() -> {}
      case Admission.NeedsContact() -> throw new IllegalStateException("the contact was given");
      case Admission.Refused(var reasons) ->
          recorder.note(new Fact.Refused(contract, runs.cause(event, origin), reasons));
      case Admission.Queued(var decision) -> {
        Cause cause = runs.cause(event, origin);
        runs.cause(fresh, cause);
        if (decision.next().standing() instanceof Standing.Queued(_, var until)) {
          recorder.note(new Fact.Queued(Who.of(decision.next()), until, cause));
        }
        accept(program, decision, facts);
      }
      case Admission.Admitted(var decision) -> {
        Cause cause = runs.cause(event, origin);
        runs.cause(fresh, cause);
        recorder.note(new Fact.Began(Who.of(decision.next()), decision.next().key(), cause));
        claim(program, fresh);
        accept(program, decision, facts);
      }
      case Admission.Displaces(var holder) -> displace(program, event, origin, holder);
    }
    return admission;
  }

  /// The holder leaves by its `displaced` exit, which takes commands; until then the entry is kept.
  private void displace(Program program, DomainEvent event, Origin origin, RunId holder) {
    if (!(program.contract().lane() instanceof LaneClaim.InLane(var lane, _, var priority, _))) {
      return;
    }
    ContractId contract = program.contract().id();
    runs.await(new Runs.Entrant(contract, event, origin, lane, priority));
    runs.underWay(holder)
        .filter(run -> !isLeaving(run.standing()))
        .ifPresent(run -> recorder.note(new Fact.Displaced(Who.of(run), contract)));
    decide(holder, new Input.DisplacedBy(contract));
  }

  private static boolean isLeaving(Standing standing) {
    return standing instanceof Standing.Closing || standing instanceof Standing.Verifying;
  }

  private void accept(Program program, Decision decision, Facts facts) {
    Run run = decision.next();
    books.keep(program, decision, facts);
    decision.effects().forEach(effect -> follow(run, effect));
    if (run.standing().isOver()) {
      runs.command(run.id()).ifPresent(command -> books.drop(Who.of(run), command.id()));
      release(run);
    }
  }

  private void follow(Run run, Effect effect) {
    switch (effect) {
      case Effect.LaneReleased() -> release(run);
      case Effect.RouteTo(var contract, var exit) -> route(run, contract, exit);
      case Effect.Attention(var concern, var words) ->
          recorder.note(new Fact.Attention(Who.of(run), concern, words));
      case Effect.CommandCancelled(var command) -> books.drop(Who.of(run), command);
      case Effect.LaneTaken() ->
          repertoire.program(run.contract()).ifPresent(program -> claim(program, run.id()));
      // when a command ends is up to the story
      case Effect.TryNow _ -> {}
    }
  }

  private void route(Run run, ContractId named, ExitName exit) {
    Optional<Program> program = entrance(named);
    ContractId contract = program.map(one -> one.contract().id()).orElse(named);
    // nothing new happened: what leads on is as old as what led here
    DomainEvent event =
        new DomainEvent(
            "routed/" + run.id() + "/" + contract,
            run.contact(),
            run.memory().causedAt(),
            new Happening.Routed(run.contract(), exit, contract),
            Provenance.OURS);
    Origin origin = new Origin.Ours(Who.of(run));
    told(event, origin, List.of());
    if (program.isEmpty()) {
      recorder.note(
          new Fact.Attention(
              Who.of(run),
              Concern.ASSUMPTION_BROKEN,
              run.contract() + " routes to " + contract + ", which takes no new entries"));
      return;
    }
    // routes that come to no rest go deeper and deeper, and only there
    routing++;
    restless = restless || routing > 16 + 4 * repertoire.programs().size();
    admit(program.get(), event, origin);
    routing--;
  }

  private void claim(Program program, RunId run) {
    if (program.contract().lane() instanceof LaneClaim.InLane(var lane, _, var priority, _)) {
      runs.claim(lane, new Holder(run, program.contract().id(), priority));
    }
  }

  private void release(Run run) {
    runs.release(run.id()).forEach(this::pass);
  }

  /// Gives a free lane to whoever is next: those who displaced its holder, then those in turn.
  private void pass(LaneName lane) {
    while (runs.isFree(lane) && !restless) {
      Optional<Runs.Entrant> entrant = runs.takeEntrant(lane);
      if (entrant.isPresent()) {
        letIn(entrant.get());
        turnAway(lane);
        continue;
      }
      Optional<Run> queued = firstInTurn(lane);
      if (queued.isEmpty()) {
        return;
      }
      Run run = queued.get();
      repertoire.program(run.contract()).ifPresent(program -> claim(program, run.id()));
      decide(run.id(), new Input.LaneFree());
    }
  }

  /// Who displaced the former holder as well, and has no stronger claim than who took the lane, is
  /// refused at once.
  private void turnAway(LaneName lane) {
    while (!runs.isFree(lane) && !restless) {
      Optional<Runs.Entrant> late = runs.takeEntrant(lane);
      if (late.isEmpty()) {
        return;
      }
      letIn(late.get());
    }
  }

  private void letIn(Runs.Entrant entrant) {
    repertoire
        .program(entrant.contract())
        .filter(this::takesEntries)
        .ifPresent(program -> admit(program, entrant.event(), entrant.origin()));
  }

  private Optional<Run> firstInTurn(LaneName lane) {
    return runs.underWay().stream()
        .filter(run -> run.standing() instanceof Standing.Queued)
        .filter(run ->
            repertoire
                .program(run.contract())
                .filter(program ->
                    program.contract().lane() instanceof LaneClaim.InLane(var its, _, _, _)
                        && its.equals(lane))
                .isPresent())
        .findFirst();
  }
}
