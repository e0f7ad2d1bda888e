package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.prove.concrete.Player;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.diagram.Course;
import dev.interlock.verifier.prove.diagram.Exploration;
import dev.interlock.verifier.prove.diagram.Lot;
import dev.interlock.verifier.prove.diagram.OutOfBudget;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Offers a scenario for each way that none walks yet: the shortest story that the prover finds and
/// that walks it on the core. What comes of it is for a person to accept.
public final class Offers {
  private static final int TRIES = 4;

  private final ContractSet set;
  private final Repertoire repertoire;
  private final Player player;
  private final Budget budget;

  public Offers(ContractSet set, Budget budget) {
    this.set = set;
    this.repertoire = Repertoire.of(set);
    this.player = new Player(set);
    this.budget = budget;
  }

  /// What is offered, and the ways for which no story was found.
  public record Offered(List<Scenario> scenarios, List<Passage> unwalked) {
    public Offered {
      scenarios = List.copyOf(scenarios);
      unwalked = List.copyOf(unwalked);
    }
  }

  /// Offers what is missing besides these scenarios, accepted or not.
  public Offered besides(List<Scenario> known) {
    List<Walked> walked = new ArrayList<>();
    known.forEach(scenario -> walked.add(walkedBy(scenario.script())));
    List<Scenario> offered = new ArrayList<>();
    List<Passage> unwalked = new ArrayList<>();
    Reachable reachable = new Reachable(set, budget);
    for (Contract contract : set.contracts()) {
      Search search = new Search(contract);
      for (Passage passage : longestFirst(Passages.of(contract))) {
        if (walked.stream().anyMatch(one -> one.has(passage))) {
          continue;
        }
        Optional<Script> script = search.scriptFor(passage);
        if (script.isEmpty()) {
          if (reachable.has(passage)) {
            unwalked.add(passage);
          }
          continue;
        }
        walked.add(walkedBy(script.get()));
        offered.add(scenario(passage, script.get()));
      }
    }
    return new Offered(offered, unwalked);
  }

  /// Exits lie at the end of paths: their stories walk much else.
  private static List<Passage> longestFirst(List<Passage> passages) {
    return passages.reversed();
  }

  private Walked walkedBy(Script script) {
    return Walked.by(repertoire, Simulation.play(repertoire, script).chronicle());
  }

  private Scenario scenario(Passage passage, Script script) {
    Played played = Simulation.play(repertoire, script);
    String name =
        (passage.contract() + " " + passage.step() + " " + passage.way())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    return new Scenario(name, script, Outcome.of(played.chronicle()), Optional.empty());
  }

  /// Looks for stories in everything that can happen to one contract: first where nothing fails and
  /// nobody starts it by hand, since such stories are the ones that people recognise.
  private final class Search {
    private final Study study;
    private final Machine<Event> machine;
    private final List<Exploration<Event>> explorations = new ArrayList<>();

    Search(Contract contract) {
      this.study = Study.alone(set, List.of(contract));
      this.machine = study.machine();
      for (java.util.function.Predicate<Event> allowed :
          List.<java.util.function.Predicate<Event>>of(
              Offers::isSmooth, Offers::isOrdinary, _ -> true)) {
        List<Move<Event>> moves =
            machine.moves().stream().filter(move -> allowed.test(move.what())).toList();
        explorations.add(
            new Exploration<>(
                new Machine<>(machine.variables(), machine.initial(), moves), budget));
      }
    }

    Optional<Script> scriptFor(Passage passage) {
      List<Move<Event>> moves =
          machine.moves().stream().filter(move -> Moves.walk(move.what(), passage)).toList();
      try {
        return explorations.stream()
            .flatMap(exploration ->
                moves.stream().flatMap(move -> scriptFor(exploration, move, passage).stream()))
            .findFirst();
      } catch (OutOfBudget grown) {
        return Optional.empty();
      }
    }

    private Optional<Script> scriptFor(
        Exploration<Event> exploration, Move<Event> move, Passage passage) {
      for (int time = 1; time <= TRIES; time++) {
        Optional<Course<Event>> course = exploration.way(move.guard(), new Lot(time));
        if (course.isEmpty()) {
          return Optional.empty();
        }
        Optional<Script> script =
            player
                .attempts(study, course.get(), move.what())
                .filter(one -> walkedBy(one).has(passage))
                .findFirst();
        if (script.isPresent()) {
          return script;
        }
      }
      return Optional.empty();
    }
  }

  /// Nothing fails, nothing is late, and nobody starts anything by hand.
  private static boolean isSmooth(Event event) {
    return isOrdinary(event)
        && !(event instanceof Event.Does(_, _, var way, _, _)
            && (way == Event.Way.PAST || way == Event.Way.GONE));
  }

  private static boolean isOrdinary(Event event) {
    return switch (event) {
      case Event.Does(_, _, var way, _, _) ->
          switch (way) {
            case REFUSED, BLOCKED, NO_LONGER_ADMITTED -> false;
            case DONE, REACHED, PAST, GONE, SILENCE -> true;
            case CHOSEN, OTHERWISE, UNKNOWN, DRAWN -> true;
          };
      case Event.Undelivered _ -> false;
      case Event.Acts(var act) ->
          !(act.script() instanceof Act.StartedByHand) && !(act.script() instanceof Act.Withdraws);
      case Event _ -> true;
    };
  }
}
