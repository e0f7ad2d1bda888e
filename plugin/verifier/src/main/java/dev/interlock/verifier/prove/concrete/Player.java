package dev.interlock.verifier.prove.concrete;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.monitor.Monitor;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Pace;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.diagram.Course;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.telling.Story;
import dev.interlock.verifier.prove.world.AutomationActs;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Plays a course of the model on the core, with the run-time monitor of its rule watching. Only
/// what the monitor sees counts as having happened.
public final class Player {
  private static final List<Casting> CASTINGS =
      List.of(
          new Casting("Ana", LocalTime.of(10, 0), Duration.ofDays(30)),
          new Casting("Ben", LocalTime.of(10, 0), Duration.ofHours(1)),
          new Casting("Cleo", LocalTime.of(10, 0), Duration.ofHours(7)),
          new Casting("Dan", LocalTime.of(23, 0), Duration.ofDays(30)),
          new Casting("Eve", LocalTime.of(23, 0), Duration.ofHours(1)));

  private static final String TWO_AT_ONCE = "E-CONTACT-CONTESTED";
  private static final Set<String> PLAINER = Set.of("E-WRITE-CONFLICT", "E-GROUP-BROKEN");
  private static final int ROUNDS = 40;
  private static final int MOST_BEATS = 200;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_LONG_TIME = Duration.ofDays(400);

  private final ContractSet set;
  private final Repertoire repertoire;
  private final Monitors monitors;

  public Player(ContractSet set) {
    this(Repertoire.of(set));
  }

  /// Of contracts of which some go live in the course of a story.
  public Player(Repertoire repertoire) {
    this.set = repertoire.set();
    this.repertoire = repertoire;
    this.monitors = Monitors.of(repertoire);
  }

  /// The story, if the course can be played and shows what the claim denies.
  public Optional<Evidence.Played> play(Study study, Claim.Never claim, Course<Event> course) {
    Witness witness = witness(study, claim, course);
    for (Tempo tempo : Tempo.values()) {
      for (Casting casting : CASTINGS) {
        Performance performance =
            performed(study, claim.then().map(Move::what), course, casting, tempo);
        if (claim.then().isEmpty()) {
          performance.leaveTogether(() -> witness.sees(performance.simulation()).isPresent());
        }
        if (!performance.isDerailed() && witness.sees(performance.simulation()).isPresent()) {
          return told(witness, claim.subject().rule(), performance.script());
        }
      }
    }
    return Optional.empty();
  }

  /// Scripts that play the course and the move at its end, as far as the core goes along.
  public Stream<Script> attempts(Study study, Course<Event> course, Event last) {
    return Stream.of(Tempo.values())
        .flatMap(tempo ->
            CASTINGS.stream()
                .map(casting -> performed(study, Optional.of(last), course, casting, tempo)))
        .filter(performance -> !performance.isDerailed())
        .map(performance -> {
          performance.runOut();
          return performance.script();
        });
  }

  private Performance performed(
      Study study, Optional<Event> last, Course<Event> course, Casting casting, Tempo tempo) {
    Opening opening = Openings.of(study, course.first(), casting);
    var performance = new Performance(repertoire, study, casting, opening, tempo);
    List<Event> events = course.moves().stream().map(stage -> stage.move().what()).toList();
    for (int i = 0; i < events.size(); i++) {
      performance.play(events.get(i), isForASecondRun(events.subList(i + 1, events.size())));
    }
    last.ifPresent(event -> performance.play(event, false));
    performance.end();
    return performance;
  }

  /// Whether what happens now is what a second run of a contract is about.
  private static boolean isForASecondRun(List<Event> later) {
    return later.stream()
        .takeWhile(event -> !(event instanceof Event.Acts))
        .anyMatch(event -> event instanceof Event.Begins(var seat) && seat.number() > 1);
  }

  /// The monitor of the rule; where nothing watches at run time, whether the story comes to where
  /// the model says.
  private Witness witness(Study study, Claim.Never claim, Course<Event> course) {
    Witness witness = witnessOf(study, claim, course);
    Plausibility plausibility = new Plausibility(set);
    return story ->
        plausibility.isGiven(story.chronicle()) ? witness.sees(story) : Optional.empty();
  }

  private Witness witnessOf(Study study, Claim.Never claim, Course<Event> course) {
    return monitor(claim.subject().rule())
        .<Witness>map(one ->
            story ->
                sight(one, story.chronicle(), new Fitting(claim.subject(), story.chronicle())::fits)
                    .map(sight -> inOwnWords(claim, sight)))
        .orElseGet(() -> story -> Arrival.seen(claim, study, course.last(), story));
  }

  /// Of what is written the finding speaks more plainly than the monitor.
  private static Witness.Sight inOwnWords(Claim.Never claim, Witness.Sight sight) {
    return PLAINER.contains(claim.subject().rule())
        ? new Witness.Sight(sight.until(), claim.subject().message())
        : sight;
  }

  private Optional<Monitor> monitor(String rule) {
    return monitors.all().stream().filter(one -> one.rule().equals(rule)).findFirst();
  }

  private static Optional<Witness.Sight> sight(
      Monitor monitor, Chronicle chronicle, Predicate<Breach> fitting) {
    return monitor.watch(chronicle).stream()
        .filter(fitting)
        .findFirst()
        .map(breach -> new Witness.Sight(breach.fact() + 1, breach.words()));
  }

  /// The shortest script that still shows it, as a story.
  private Optional<Evidence.Played> told(Witness witness, String rule, Script script) {
    Shortening shortening = new Shortening(repertoire, witness);
    Script shortest = shortening.shortest(script);
    Script whole = rule.equals(TWO_AT_ONCE) ? new Sequel(repertoire).of(shortest) : shortest;
    return shortening
        .played(whole)
        .flatMap(story ->
            witness
                .sees(story)
                .map(sight ->
                    whole.equals(shortest)
                        ? sight
                        : new Witness.Sight(story.chronicle().facts().size(), sight.words()))
                .map(sight -> told(whole, story.chronicle(), sight)));
  }

  private Evidence.Played told(Script script, Chronicle chronicle, Witness.Sight sight) {
    return new Evidence.Played(
        new Story(set, script.opening()).told(chronicle, sight.until(), sight.words()), script);
  }

  /// The story that goes on by itself from where the course leads, if the rule's monitor sees it.
  public Optional<Evidence.Played> playOn(Study study, Course<Event> course, String rule) {
    List<Beat> begun =
        course.moves().stream()
            .flatMap(stage ->
                stage.move().what() instanceof Event.Acts(var act)
                    ? Stream.of(Beat.now(act.script()))
                    : Stream.empty())
            .toList();
    return monitor(rule).flatMap(monitor -> goneOn(monitor, study, course, begun));
  }

  private Optional<Evidence.Played> goneOn(
      Monitor monitor, Study study, Course<Event> course, List<Beat> begun) {
    for (Casting casting : CASTINGS) {
      Opening opening = Openings.of(study, course.first(), casting);
      Optional<Evidence.Played> played =
          Stream.of(
                  oneAfterTheOther(new Script(opening, Pace.STEPWISE, begun)),
                  new Script(opening, plus(begun, automationsInTurn())),
                  new Script(
                      opening, plus(begun, List.of(new Beat(A_LONG_TIME, new Act.Passes())))))
              .flatMap(script -> playedOn(monitor, script).stream())
              .findFirst();
      if (played.isPresent()) {
        return played;
      }
    }
    return Optional.empty();
  }

  private static List<Beat> plus(List<Beat> some, List<Beat> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /// Whoever began first is brought to the end before anybody else goes on.
  private Script oneAfterTheOther(Script script) {
    Simulation story = Simulation.of(repertoire, script.opening(), script.pace());
    List<Beat> beats = new ArrayList<>(script.beats());
    beats.forEach(story::play);
    for (int i = 0; i < MOST_BEATS; i++) {
      Optional<Beat> next =
          story.underWay().stream().flatMap(run -> NextBeat.of(story, run).stream()).findFirst();
      if (next.isEmpty() || story.play(next.get()).isPresent()) {
        break;
      }
      beats.add(next.get());
    }
    return script.with(beats);
  }

  /// Nothing sets the CRM's own automations going but a script: each gets its turn, again and
  /// again.
  private List<Beat> automationsInTurn() {
    List<Beat> round =
        set.operation().automations().stream()
            .flatMap(automation -> AutomationActs.writes(automation).stream())
            .map(act -> new Beat(A_DAY, act))
            .toList();
    return Collections.nCopies(ROUNDS, round).stream().flatMap(List::stream).toList();
  }

  private Optional<Evidence.Played> playedOn(Monitor monitor, Script script) {
    Chronicle chronicle = Simulation.play(repertoire, script).chronicle();
    return sight(monitor, chronicle, _ -> true)
        .filter(_ -> new Plausibility(set).isGiven(chronicle))
        .map(sight -> told(script, chronicle, sight));
  }
}
