package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.RunKey;
import dev.interlock.simulation.Repertoire;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.claim.Subject;
import dev.interlock.verifier.prove.concrete.Player;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Course;
import dev.interlock.verifier.prove.diagram.Lot;
import dev.interlock.verifier.prove.diagram.OutOfBudget;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Survey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for stories that show on the core what one task found in the model: first with the
/// contracts under study alone, where every move is somebody's; then with those others as well
/// whose acts the found course needs.
///
/// Claims that would be one finding have one story. What needs the same contracts is looked for in
/// the same exploration, and what needs fewest comes first, so that a task that runs out of its
/// budget has told what was easy to tell.
///
/// For one thread.
final class Resolver {
  private static final int MOST_CONTRACTS = 4;
  private static final int TRIES = 6;

  private final Survey survey;
  private final List<Property> properties;
  private final List<Contract> studied;
  private final Allowance allowance;
  // what a player needs to know of a set takes longer to learn than most claims to hold
  private Optional<Player> player = Optional.empty();
  private final Map<Alike, Claim.Never> open = new LinkedHashMap<>();
  private final Map<Alike, Evidence> told = new LinkedHashMap<>();
  private boolean cutShort;

  Resolver(Survey survey, List<Property> properties, List<Contract> studied, Allowance allowance) {
    this.survey = survey;
    this.properties = properties;
    this.studied = studied;
    this.allowance = allowance;
  }

  /// What shows each of these claims to be broken.
  ///
  /// @param found the task in which they were found to be
  Map<Alike, Evidence> evidence(Task found, List<Claim> broken) {
    for (Claim claim : broken) {
      switch (claim) {
        case Claim.Possible _ -> told.put(Alike.of(claim), new Evidence.Exhaustive());
        case Claim.Never never -> open.putIfAbsent(Alike.of(claim), never);
      }
    }
    if (open.isEmpty()) {
      return told;
    }
    found.exploration().rest();
    rehearse(studied, Set.copyOf(open.keySet()));
    withHelpers(found);
    return told;
  }

  /// Looks for the stories of these claims with these contracts and no others.
  private void rehearse(List<Contract> together, Set<Alike> which) {
    if (which.isEmpty()) {
      return;
    }
    try (Task alone = new Task(survey, together, properties, false, allowance)) {
      List.copyOf(open.entrySet()).stream()
          .filter(entry -> which.contains(entry.getKey()))
          .forEach(entry -> rehearse(alone, entry.getKey(), entry.getValue()));
    } catch (OutOfBudget grown) {
      which.stream().filter(open::containsKey).forEach(alike -> giveUp(alike, grown));
    }
  }

  private void rehearse(Task alone, Alike alike, Claim.Never claim) {
    same(alone, claim).stream()
        .flatMap(same -> played(alone, same).stream())
        .findFirst()
        .ifPresent(played -> tell(alike, played));
  }

  private void withHelpers(Task found) {
    Map<Alike, Course<Event>> courses = new LinkedHashMap<>();
    Map<List<ContractId>, Set<Alike>> groups = new LinkedHashMap<>();
    List.copyOf(open.entrySet())
        .forEach(entry -> {
          Alike alike = entry.getKey();
          try {
            Course<Event> course =
                found.exploration().way(entry.getValue().broken(), new Lot(1)).orElseThrow();
            courses.put(alike, course);
            List<ContractId> helpers = helpers(course);
            if (!helpers.isEmpty() && studied.size() + helpers.size() <= MOST_CONTRACTS) {
              groups.computeIfAbsent(helpers, _ -> new LinkedHashSet<>()).add(alike);
            }
          } catch (OutOfBudget grown) {
            giveUp(alike, grown);
          }
        });
    found.exploration().rest();
    groups.forEach((helpers, which) -> rehearse(with(helpers), which));
    courses.forEach((alike, course) ->
        Optional.ofNullable(open.get(alike))
            .ifPresent(claim ->
                tell(
                    alike,
                    new Evidence.Unresolved(
                        new CourseInWords(survey.set()).of(course, claim), assumption()))));
  }

  private void tell(Alike alike, Evidence evidence) {
    open.remove(alike);
    told.put(alike, evidence);
  }

  /// Whether the budget did not last for all stories.
  boolean isCutShort() {
    return cutShort;
  }

  private void giveUp(Alike alike, OutOfBudget grown) {
    cutShort = true;
    tell(
        alike,
        new Evidence.Unresolved(List.of(), "looking for a story was given up: " + grown.what()));
  }

  private String assumption() {
    boolean twoDeals =
        studied.size() == 2
            && studied.getFirst().equals(studied.getLast())
            && studied.getFirst().key() == RunKey.OPPORTUNITY;
    return twoDeals
        ? "a contact never has two deals in one pipeline; stories have one, so nobody could"
            + " play a run for the second"
        : "nobody could play it on the core, so it may be an artefact of the model";
  }

  /// What the task claims of the same; where several things are claimed of one place, only that
  /// which says the same, since the story of another would show something else.
  private static List<Claim.Never> same(Task task, Claim.Never claim) {
    List<Claim.Never> same =
        task.claims().stream()
            .flatMap(one -> one instanceof Claim.Never never ? Stream.of(never) : Stream.empty())
            .filter(never -> isSame(never.subject(), claim.subject()))
            .toList();
    List<Claim.Never> exact =
        same.stream()
            .filter(never -> never.subject().message().equals(claim.subject().message()))
            .toList();
    return exact.isEmpty() ? same : exact;
  }

  private static boolean isSame(Subject one, Subject other) {
    return one.rule().equals(other.rule())
        && one.contract().id().equals(other.contract().id())
        && one.at().equals(other.at());
  }

  private Optional<Evidence.Played> played(Task task, Claim.Never claim) {
    for (int time = 1; time <= TRIES; time++) {
      Optional<Course<Event>> course = task.exploration().way(claim.broken(), new Lot(time));
      if (course.isEmpty()) {
        return Optional.empty();
      }
      Optional<Evidence.Played> played = player().play(task.study(), claim, course.get());
      if (played.isPresent()) {
        return played;
      }
    }
    return Optional.empty();
  }

  private Player player() {
    Player known =
        player.orElseGet(() -> new Player(Repertoire.of(survey.set(), survey.changeover())));
    player = Optional.of(known);
    return known;
  }

  /// Those outside whose acts the course needs.
  private List<ContractId> helpers(Course<Event> course) {
    return course.moves().stream()
        .flatMap(stage ->
            stage.move().what() instanceof Event.Outside(var contract, _, _)
                ? Stream.of(contract)
                : Stream.empty())
        .filter(helper -> studied.stream().noneMatch(one -> one.id().equals(helper)))
        .distinct()
        .toList();
  }

  private List<Contract> with(List<ContractId> helpers) {
    List<Contract> all = new ArrayList<>(studied);
    helpers.forEach(helper -> survey.set().contract(helper).ifPresent(all::add));
    return all;
  }
}
