package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Doing.Cannot;
import dev.interlock.simulation.Doing.Did;
import dev.interlock.simulation.Doing.Reached;
import dev.interlock.simulation.Doing.Starts;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.By;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Pace;
import dev.interlock.simulation.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Plays contracts for one contact in virtual time: what an engine does with a database, threads and
/// a network, and an adapter with a CRM, done with lists. What decides is the core itself.
///
///     Played played = Simulation.play(Repertoire.of(set), script);
///     played.chronicle().story().forEach(System.out::println);
///
/// Nothing is sent and nothing sleeps. The same script always gives the same chronicle. Not for use
/// by several threads.
public final class Simulation {
  private static final String RESTLESS =
      "contracts set one another off without end, all at one moment";

  private final Stage stage;
  private final Pace pace;
  private final Deliberation deliberation;
  private final Machinery machinery;
  private int beats;

  private Simulation(Stage stage, Pace pace) {
    this.stage = stage;
    this.pace = pace;
    this.deliberation = stage.deliberation();
    this.machinery = new Machinery(stage, deliberation);
  }

  /// Plays a script as far as it can be played.
  public static Played play(Repertoire repertoire, Script script) {
    Simulation simulation = of(repertoire, script.opening(), script.pace());
    Optional<String> nowhere =
        script.opening().deals().stream()
            .flatMap(deal -> Places.unknown(repertoire.set().operation(), deal.at()).stream())
            .findFirst();
    if (nowhere.isPresent()) {
      return new Played.Derailed(0, "the opening: " + nowhere.get(), simulation.chronicle());
    }
    for (int i = 0; i < script.beats().size(); i++) {
      Optional<String> problem = simulation.play(script.beats().get(i));
      if (problem.isPresent()) {
        return new Played.Derailed(i, problem.get(), simulation.chronicle());
      }
    }
    return new Played.Whole(simulation.chronicle());
  }

  /// A story that begins as the opening says. The contact is numbered by their first name: lots are
  /// drawn by the number, so another name may get another share of a split.
  public static Simulation of(Repertoire repertoire, Opening opening, Pace pace) {
    return of(
        repertoire,
        opening,
        pace,
        new ContactId("contact-" + opening.firstName()),
        opening.start().atZone(opening.zone()).toInstant());
  }

  /// The same of a certain contact from a certain moment on.
  public static Simulation of(
      Repertoire repertoire, Opening opening, Pace pace, ContactId contact, Instant begin) {
    return new Simulation(Stage.set(repertoire, opening, contact, begin), pace);
  }

  // Playing.

  /// Plays one beat more.
  ///
  /// @return why it cannot be played; empty when it was
  public Optional<String> play(Beat beat) {
    passes(beat.after());
    stage.recorder().note(new Fact.Played(beats, beat.act()));
    beats++;
    deliberation.resume();
    Optional<String> problem = act(beat.act(), Duration.ZERO);
    settle();
    return deliberation.isRestless() ? Optional.of(RESTLESS) : problem;
  }

  /// Lets time pass. What falls due on the way happens at its own moment: news that are late and,
  /// where the story goes on by itself, timers.
  public void passes(Duration span) {
    Instant until = now().plus(span);
    Optional<Instant> next = next(until);
    while (next.isPresent() && !deliberation.isRestless()) {
      moveTo(next.get());
      stage.posts().arrive();
      settle();
      if (pace == Pace.BY_ITSELF) {
        fireDue();
      }
      next = next(until);
    }
    moveTo(until);
  }

  private void moveTo(Instant later) {
    if (later.isAfter(now())) {
      deliberation.resume();
      stage.clock().moveTo(later);
    }
  }

  private Optional<Instant> next(Instant until) {
    Stream<Instant> alarms = pace == Pace.BY_ITSELF ? alarms() : Stream.empty();
    return Stream.concat(stage.posts().nextLate().stream(), alarms)
        .min(Comparator.naturalOrder())
        .filter(due -> !due.isAfter(until));
  }

  private Stream<Instant> alarms() {
    return stage.runs().underWay().stream().flatMap(run -> run.standing().alarm().stream());
  }

  private void fireDue() {
    stage.runs().underWay().stream()
        .filter(run -> run.standing().alarm().filter(at -> !at.isAfter(now())).isPresent())
        .min(Comparator.comparing(run -> run.standing().alarm().orElseThrow()))
        .ifPresent(run -> {
          deliberation.due(run);
          settle();
        });
  }

  /// Contracts hear of an event that nothing in the account shows; twice does nothing.
  public void happens(DomainEvent event) {
    deliberation.resume();
    stage.posts().post(News.of(List.of(event), new Origin.Person(By.CONTACT)), Duration.ZERO);
    settle();
  }

  private void settle() {
    boolean busy = true;
    while (busy && !deliberation.isRestless()) {
      Optional<News> news = stage.posts().take();
      news.ifPresent(deliberation::hear);
      busy = news.isPresent() || (pace == Pace.BY_ITSELF && endFirstCommand());
    }
    stage.rests();
  }

  private boolean endFirstCommand() {
    Optional<Command> first = stage.runs().commands().stream().findFirst();
    first.ifPresent(command ->
        stage
            .runs()
            .underWay(command.id().run())
            .ifPresent(run -> machinery.end(run, command, Answer.DONE, Duration.ZERO)));
    return first.isPresent();
  }

  private Optional<String> act(Act act, Duration delay) {
    return switch (act) {
      case Act.Passes() -> Optional.empty();
      case Act.TimerFires(var contract, var occurrence) -> onRun(contract, occurrence, this::fire);
      case Act.CommandEnds(var contract, var occurrence, var answer) ->
          onRun(contract, occurrence, run -> end(run, answer, delay));
      case Act.Settles(var contract, var occurrence, var happened) ->
          onRun(contract, occurrence, run -> doubtEnds(run, happened));
      case Act.Withdraws(var contract, var occurrence) ->
          onRun(contract, occurrence, this::withdraw);
      case Act.HeardLate(Act.HeardLate _, _) -> Optional.of("one delay is enough");
      case Act.HeardLate(var late, var by) -> act(late, by);
      case Act.HeardAgain(var back) -> again(back, delay);
      case Act world -> inTheWorld(world, delay);
    };
  }

  private Optional<String> onRun(
      ContractId contract, int occurrence, Function<Run, Optional<String>> order) {
    return stage
        .runs()
        .underWay(contract, occurrence)
        .map(order)
        .orElseGet(
            () -> Optional.of("there is no run " + occurrence + " of " + contract + " under way"));
  }

  private Optional<String> fire(Run run) {
    Optional<Instant> alarm = run.standing().alarm();
    if (alarm.isEmpty()) {
      return Optional.of("the run of " + run.contract() + " waits for no time");
    }
    if (alarm.get().isAfter(now())) {
      passes(Duration.between(now(), alarm.get()));
    }
    Optional<Run> still =
        stage.runs().underWay(run.id()).filter(now -> now.standing().alarm().equals(alarm));
    still.ifPresent(deliberation::due);
    return still.isPresent() || pace == Pace.BY_ITSELF
        ? Optional.empty()
        : Optional.of("news came in before the timer of " + run.contract() + " was due");
  }

  private Optional<String> end(Run run, Answer answer, Duration delay) {
    Optional<Command> command = stage.runs().command(run.id());
    if (command.isEmpty()) {
      return Optional.of("the run of " + run.contract() + " has no command under way");
    }
    if (answer == Answer.BLOCKED && !(command.get().doing() instanceof Command.Say)) {
      return Optional.of("only a message can be blocked");
    }
    machinery.end(run, command.get(), answer, delay);
    return Optional.empty();
  }

  private Optional<String> doubtEnds(Run run, boolean happened) {
    if (!(run.standing() instanceof Standing.Doubtful(_, var id, _, _))) {
      return Optional.of("nothing that the run of " + run.contract() + " did is in doubt");
    }
    Optional<Command> command = stage.runs().command(run.id()).filter(one -> one.id().equals(id));
    Runnable order = () -> deliberation.ordered(run.id(), new Input.Order.Settle(happened));
    if (command.isPresent() && happened) {
      machinery.turnsOutDone(run, command.get(), order);
    } else {
      order.run();
    }
    return Optional.empty();
  }

  private Optional<String> withdraw(Run run) {
    deliberation.ordered(run.id(), new Input.Order.Withdraw("somebody asked for it"));
    return Optional.empty();
  }

  private Optional<String> again(int back, Duration delay) {
    Optional<DomainEvent> event = stage.posts().delivered(back);
    event.ifPresent(one -> stage.posts().post(News.of(List.of(one), new Origin.World()), delay));
    return event.isPresent() ? Optional.empty() : Optional.of("nothing was heard so far back");
  }

  private Optional<String> inTheWorld(Act act, Duration delay) {
    ContactId contact = stage.account().id();
    return switch (stage.world().act(act)) {
      case Cannot(var why) -> Optional.of(why);
      case Did(var by, var origin, var changes) -> {
        changes.forEach(change -> machinery.note(by, change));
        changes.forEach(change -> stage.posts().post(contact, change.told(), origin, delay));
        yield Optional.empty();
      }
      case Reached(var by, var origin, var told, var message, var purpose) -> {
        if (message.isPresent()) {
          stage.recorder().note(new Fact.Sent(by, message.get(), purpose, Optional.empty(), now()));
        }
        stage.posts().post(contact, List.of(told), origin, delay);
        yield Optional.empty();
      }
      case Starts(var origin, var starts) -> {
        starts.forEach(
            start -> stage.posts().post(contact, start.contract(), start.by(), origin, delay));
        yield Optional.empty();
      }
    };
  }

  // What became of it.

  /// The virtual time.
  public Instant now() {
    return stage.clock().now();
  }

  /// How the contact stands in the CRM.
  public Account account() {
    return stage.account();
  }

  /// What happened so far.
  public Chronicle chronicle() {
    return new Chronicle(stage.opening().zone(), stage.recorder().facts());
  }

  /// How many facts there are so far.
  public int factCount() {
    return stage.recorder().facts().size();
  }

  /// The facts from this one on.
  public List<Chronicle.Dated> factsFrom(int first) {
    return List.copyOf(stage.recorder().facts().subList(first, factCount()));
  }

  /// How many events were delivered so far.
  public int heard() {
    return stage.posts().count();
  }

  /// Whether the contact is in the CRM.
  public boolean isContactThere() {
    return stage.account().exists();
  }

  /// Runs that are not over, in the order in which they began.
  public List<Run> underWay() {
    return stage.runs().underWay();
  }

  /// Runs that are over, in the order in which they ended.
  public List<Run> over() {
    return stage.runs().over();
  }

  /// The command that a run has under way.
  public Optional<Command> command(Run run) {
    return stage.runs().command(run.id());
  }

  /// The messages of ours that the contact got, in order.
  public List<Letter> letters() {
    return stage.mailbag().all();
  }

  /// Tasks about the contact, done or not, by title, in order.
  public List<String> tasks() {
    return stage.account().tasks().stream().map(Account.Task::title).toList();
  }

  /// Whether a task about the contact is open.
  public boolean hasOpenTask() {
    return !stage.account().openTasks().isEmpty();
  }
}
