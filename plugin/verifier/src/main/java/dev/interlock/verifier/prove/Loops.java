package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.script.By;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.prove.concrete.Player;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.diagram.Course;
import dev.interlock.verifier.prove.diagram.Exploration;
import dev.interlock.verifier.prove.diagram.Lot;
import dev.interlock.verifier.prove.diagram.OutOfBudget;
import dev.interlock.verifier.prove.telling.Sentences;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import dev.interlock.verifier.prove.world.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whether workflows can set one another off for ever, though no person does anything.
///
/// Contracts that cannot cause each other act finitely often without a person, so that only circles
/// have to be looked at. A circle is explored with all its contracts together: is there a state
/// from which begins follow begins without end, by moves that nobody makes?
final class Loops {
  static final String RULE = "E-CAUSE-LOOP";
  static final String REASON =
      "Workflows that set one another off without end write to a contact until somebody pulls the"
          + " plug.";

  private static final int MOST_CONTRACTS = 5;

  private final Survey survey;
  private final ContractSet set;
  private final Budget budget;

  Loops(Survey survey, Budget budget) {
    this.survey = survey;
    this.set = survey.set();
    this.budget = budget;
  }

  Proved prove() {
    Circles circles = new Circles(survey);
    List<Finding> findings =
        circles.all().stream()
            .map(circle -> judge(circles, circle))
            .flatMap(Optional::stream)
            .toList();
    return new Proved(RULE, REASON, set.contracts().size(), findings);
  }

  private Optional<Finding> judge(Circles circles, List<Contract> circle) {
    if (circle.size() > MOST_CONTRACTS) {
      return Optional.of(tooLarge(circle, circles.leadsIn(circle)));
    }
    try {
      return explored(circle);
    } catch (OutOfBudget grown) {
      return Optional.of(
          found(
              circle,
              Severity.ERROR,
              "whether %s can set one another off without end could not be decided: %s"
                  .formatted(names(circle), grown.what()),
              new Evidence.Unresolved(List.of(), grown.what())));
    }
  }

  private static Finding tooLarge(List<Contract> circle, List<Lead> leads) {
    String away =
        new Severed(leads)
            .untilAtMost(MOST_CONTRACTS).stream()
                .map(Lead::words)
                .collect(Collectors.joining("; and "));
    return found(
        circle,
        Severity.ERROR,
        "%s may set one another off: too many for a proof that they stop".formatted(names(circle)),
        "break the circle. Small enough is what is left without this: %s.".formatted(away),
        new Evidence.Unresolved(
            leads.stream().map(Lead::words).toList(),
            "one of the routes or triggers between them is taken away"));
  }

  private Optional<Finding> explored(List<Contract> circle) {
    Allowance allowance = new Allowance(budget);
    Study alone = Study.alone(survey, circle);
    Optional<Course<Event>> endless = endless(alone, allowance);
    if (endless.isPresent()) {
      Evidence evidence =
          new Player(set)
              .playOn(alone, endless.get(), RULE)
              .<Evidence>map(played -> played)
              .orElseGet(() ->
                  new Evidence.Unresolved(
                      new CourseInWords(set).of(endless.get()),
                      "nobody could play it on the core, so it may be an artefact"));
      return Optional.of(
          found(
              circle,
              Severity.ERROR,
              circle.size() == 1
                  ? "it sets itself off again and again, though nobody does anything"
                  : "%s set one another off again and again, though nobody does anything"
                      .formatted(names(circle)),
              evidence));
    }
    Study surrounded = Study.of(survey, circle);
    Exploration<Event> wider = new Exploration<>(surrounded.machine(), allowance);
    if (wider.canGoOnForEver(Loops::isNobodys, Loops::isBegin)) {
      return Optional.of(
          found(
              circle,
              Severity.ERROR,
              "%s can set one another off again and again where other workflows write in between"
                  .formatted(names(circle)),
              new Evidence.Unresolved(
                  List.of(), "the other workflows write only finitely often in between")));
    }
    Predicate<Event> unasked = event -> !beginsOne(circle, event);
    if (wider.canGoOnForEver(unasked, Loops::isBegin)) {
      return Optional.of(
          found(
              circle,
              Severity.WARNING,
              "%s lead into one another in a circle, as long as the contact goes on acting"
                  .formatted(names(circle)),
              new Evidence.Exhaustive()));
    }
    return Optional.empty();
  }

  private static Optional<Course<Event>> endless(Study alone, Allowance allowance) {
    try (var exploration = new Exploration<>(alone.machine(), allowance)) {
      return exploration.wayIntoForever(Loops::isNobodys, Loops::isBegin, new Lot(1));
    }
  }

  private static boolean beginsOne(List<Contract> circle, Event event) {
    return event instanceof Event.Acts(var act)
        && circle.stream().anyMatch(contract -> Study.begins(contract, act));
  }

  /// A move that no person makes.
  private static boolean isNobodys(Event event) {
    return !(event instanceof Event.Acts(var act)) || act.by() instanceof By.Automation;
  }

  private static boolean isBegin(Event event) {
    return event instanceof Event.Begins;
  }

  private static String names(List<Contract> circle) {
    return Sentences.joined(circle.stream().map(contract -> "*" + contract.id() + "*").toList());
  }

  private static Finding found(
      List<Contract> circle, Severity severity, String message, Evidence evidence) {
    return found(
        circle,
        severity,
        message,
        "break the circle: take a route away, let a trigger not hear our own writes, or say"
            + " reentry(never()).",
        evidence);
  }

  private static Finding found(
      List<Contract> circle, Severity severity, String message, String help, Evidence evidence) {
    Contract first = circle.getFirst();
    List<Contract> others = new ArrayList<>(circle);
    others.removeFirst();
    return new Finding(
        RULE,
        severity,
        first.id().text(),
        others.isEmpty() ? "" : others.getFirst().id().text(),
        first.position(),
        message,
        help,
        evidence,
        others.isEmpty() ? "" : others.getFirst().id().text());
  }
}
