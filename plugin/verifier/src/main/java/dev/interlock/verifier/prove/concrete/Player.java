package dev.interlock.verifier.prove.concrete;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.monitor.Monitor;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Subject;
import dev.interlock.verifier.prove.diagram.Course;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  private static final Duration A_LONG_TIME = Duration.ofDays(400);

  private static final Set<String> BY_TWO =
      Set.of(
          "E-CONTACT-CONTESTED",
          "E-WRITE-CONFLICT",
          "E-MSG-DUPLICATE",
          "E-STAGE-STRANDED",
          "E-GROUP-BROKEN");

  private final Repertoire repertoire;
  private final Monitors monitors;

  public Player(ContractSet set) {
    this.repertoire = Repertoire.of(set);
    this.monitors = Monitors.of(repertoire);
  }

  /// The story, if the course can be played and shows what the claim denies.
  public Optional<Evidence.Played> play(Study study, Claim.Never claim, Course<Event> course) {
    Optional<Monitor> monitor =
        monitors.all().stream()
            .filter(one -> one.rule().equals(claim.subject().rule()))
            .findFirst();
    for (Casting casting : CASTINGS) {
      Performance performance =
          new Performance(repertoire, casting, Openings.of(study, course.first(), casting));
      for (Course.Stage<Event> stage : course.moves()) {
        performance.play(stage.move().what());
      }
      claim.then().ifPresent(move -> performance.play(move.what()));
      if (!performance.isDerailed()
          && shows(monitor, claim.subject(), performance, study, course)) {
        return Optional.of(told(monitor, claim.subject(), performance.script()));
      }
    }
    return Optional.empty();
  }

  /// The story that goes on by itself from where the course leads, if the rule's monitor sees it.
  public Optional<Evidence.Played> playOn(Study study, Course<Event> course, String rule) {
    Optional<Monitor> monitor =
        monitors.all().stream().filter(one -> one.rule().equals(rule)).findFirst();
    for (Casting casting : CASTINGS) {
      List<Beat> beats = new ArrayList<>();
      course
          .moves()
          .forEach(stage -> {
            if (stage.move().what() instanceof Event.Acts(var act)) {
              beats.add(Beat.now(act.script()));
            }
          });
      beats.add(new Beat(A_LONG_TIME, new Act.Passes()));
      Script script = new Script(Openings.of(study, course.first(), casting), beats);
      Chronicle chronicle = Simulation.play(repertoire, script).chronicle();
      if (monitor.filter(one -> !one.watch(chronicle).isEmpty()).isPresent()) {
        return Optional.of(new Evidence.Played(chronicle.story(), script));
      }
    }
    return Optional.empty();
  }

  private static boolean shows(
      Optional<Monitor> monitor,
      Subject subject,
      Performance performance,
      Study study,
      Course<Event> course) {
    return monitor
        .map(one ->
            one.watch(performance.chronicle()).stream().anyMatch(breach -> fits(breach, subject)))
        .orElseGet(() ->
            Arrival.shows(
                subject, study, course.last(), performance.simulation(), performance.chronicle()));
  }

  /// Whether the monitor saw what the finding says, and not something else of the same rule. Where
  /// two parties break a rule together, monitors name the attribute and findings the step.
  private static boolean fits(Breach breach, Subject subject) {
    return breach.parties().contains(subject.contract().id().text())
        && (BY_TWO.contains(subject.rule()) || withoutTurn(breach.at()).equals(subject.at()));
  }

  /// A step inside a repeat stands at a place for each turn.
  private static String withoutTurn(String place) {
    int turn = place.indexOf('#');
    return turn < 0 ? place : place.substring(0, turn);
  }

  /// The shortest script that still shows it, as a story.
  private Evidence.Played told(Optional<Monitor> monitor, Subject subject, Script script) {
    Script shortest = monitor.map(one -> shorter(one, subject, script)).orElse(script);
    Played played = Simulation.play(repertoire, shortest);
    return new Evidence.Played(played.chronicle().story(), shortest);
  }

  private Script shorter(Monitor monitor, Subject subject, Script script) {
    Script best = script;
    boolean more = true;
    while (more) {
      more = false;
      for (int i = best.beats().size() - 1; i >= 0; i--) {
        List<Beat> fewer = new ArrayList<>(best.beats());
        fewer.remove(i);
        Script candidate = best.with(fewer);
        if (Simulation.play(repertoire, candidate) instanceof Played.Whole(var chronicle)
            && monitor.watch(chronicle).stream().anyMatch(breach -> fits(breach, subject))) {
          best = candidate;
          more = true;
        }
      }
    }
    return best;
  }
}
