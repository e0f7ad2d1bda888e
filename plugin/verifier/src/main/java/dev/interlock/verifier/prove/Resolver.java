package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.RunKey;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.claim.Subject;
import dev.interlock.verifier.prove.concrete.Player;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.diagram.Course;
import dev.interlock.verifier.prove.diagram.Lot;
import dev.interlock.verifier.prove.diagram.OutOfBudget;
import dev.interlock.verifier.prove.world.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks for a story that shows on the core what was found in the model: first with the contracts
/// under study alone, where every move is somebody's; then with those others as well whose acts the
/// found course needs.
final class Resolver {
  private static final int MOST_CONTRACTS = 4;
  private static final int TRIES = 6;

  private final ContractSet set;
  private final Budget budget;
  private final Player player;

  Resolver(ContractSet set, Budget budget) {
    this.set = set;
    this.budget = budget;
    this.player = new Player(set);
  }

  /// Where findings of a task about these properties look for their stories.
  Rehearsals rehearsals(List<Property> properties) {
    return new Rehearsals(set, properties, budget);
  }

  /// @param found the task in which the claim was found to be broken
  Evidence evidence(Task found, Claim.Never claim, List<Contract> studied, Rehearsals rehearsals) {
    try {
      return resolved(found, claim, studied, rehearsals);
    } catch (OutOfBudget grown) {
      return new Evidence.Unresolved(
          List.of(), "looking for a story was given up: " + grown.what());
    }
  }

  private Evidence resolved(
      Task found, Claim.Never claim, List<Contract> studied, Rehearsals rehearsals) {
    List<Contract> together = studied;
    Optional<Course<Event>> course = Optional.empty();
    while (together.size() <= MOST_CONTRACTS) {
      Task alone = rehearsals.of(together);
      for (Claim.Never same : same(alone, claim)) {
        Optional<Evidence.Played> played = played(alone, same);
        if (played.isPresent()) {
          return played.get();
        }
      }
      if (course.isEmpty()) {
        course = found.exploration().way(claim.broken(), new Lot(1));
      }
      List<Contract> more = withHelpers(together, course);
      if (more.size() == together.size()) {
        break;
      }
      together = more;
    }
    return new Evidence.Unresolved(
        course.map(way -> new CourseInWords(set).of(way, claim)).orElse(List.of()),
        assumption(studied));
  }

  private static String assumption(List<Contract> studied) {
    boolean twoDeals =
        studied.size() == 2
            && studied.getFirst().equals(studied.getLast())
            && studied.getFirst().key() == RunKey.OPPORTUNITY;
    return twoDeals
        ? "a contact never has two opportunities in one pipeline; stories have one, so nobody could"
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
      Optional<Evidence.Played> played = player.play(task.study(), claim, course.get());
      if (played.isPresent()) {
        return played;
      }
    }
    return Optional.empty();
  }

  /// The same contracts, and those outside whose acts the course needs.
  private List<Contract> withHelpers(List<Contract> studied, Optional<Course<Event>> course) {
    Stream<Contract> helpers =
        course.stream()
            .flatMap(way -> way.moves().stream())
            .flatMap(stage ->
                stage.move().what() instanceof Event.Outside(var contract, _, _)
                    ? set.contract(contract).stream()
                    : Stream.empty())
            .filter(helper -> !studied.contains(helper))
            .distinct();
    List<Contract> all = new ArrayList<>(studied);
    helpers.forEach(all::add);
    return all;
  }
}
