package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Run;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.By;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Pace;
import dev.interlock.simulation.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
  private final Deliberation deliberation;
  private final Pacing pacing;
  private final Playing playing;
  private int beats;

  private Simulation(Stage stage, Pace pace) {
    this.stage = stage;
    this.deliberation = stage.deliberation();
    Machinery machinery = new Machinery(stage, deliberation);
    this.pacing = new Pacing(stage, pace, deliberation, machinery);
    this.playing = new Playing(stage, deliberation, machinery, pacing);
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
    Optional<String> problem = playing.act(beat.act(), Duration.ZERO);
    pacing.settle();
    return deliberation.isRestless() ? Optional.of(RESTLESS) : problem;
  }

  /// Lets time pass. What falls due on the way happens at its own moment: news that are late and,
  /// where the story goes on by itself, timers.
  public void passes(Duration span) {
    pacing.passes(span);
  }

  /// Contracts hear of an event that nothing in the account shows; twice does nothing.
  public void happens(DomainEvent event) {
    deliberation.resume();
    stage.posts().post(News.of(List.of(event), new Origin.Person(By.CONTACT)), Duration.ZERO);
    pacing.settle();
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
