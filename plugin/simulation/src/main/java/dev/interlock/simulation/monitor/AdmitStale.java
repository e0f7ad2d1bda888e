package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.Asking;
import dev.interlock.core.Attributes;
import dev.interlock.core.Truth;
import dev.interlock.core.View;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Who;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A message or a stage move of a run, while a clause of its entry filter is known to be false and
/// the run did not make it so itself.
///
/// Clauses stand for the whole run unless they are `atEntryOnly`. Decided here:
///
/// - It is asked of the contact as it was read for the decision. Where the clause became false
///   while the command was under way, it is an *overtaken* breach.
/// - Steps of the path count always. A stage that an exit promises counts where the run came there
///   by time alone: after an answer or a failure, leaving may be how the contract answers what
///   broke the clause (decision 4), as it is where runs are taken out or have to make way.
/// - A clause about other runs, lanes or the time of day is asked at the door alone (decision 4).
/// - The run itself made it so when it was the last to write something that the clause reads.
/// - A stage move that is done again, because somebody says that the one in doubt did not happen,
///   is still the one that was decided when the clause held: an *overtaken* breach.
record AdmitStale(ContractSet set) implements Monitor {
  @Override
  public String rule() {
    return "E-ADMIT-STALE";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Map<String, RunId> lastWriter = new HashMap<>();
    private final Map<RunId, String> doubted = new HashMap<>();
    private final Set<RunId> moved = new HashSet<>();
    private final Map<RunId, ExitName> leaving = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Written(Author.Ours(var who, _), var attribute, _, _) ->
            lastWriter.put(attribute, who.run());
        case Fact.Written(_, var attribute, _, _) -> lastWriter.remove(attribute);
        case Fact.Given(var who, var command, var view) -> {
          boolean again = command.step().equals(doubted.remove(who.run()));
          if (isMeant(command) || isMeantByExit(who, command, view)) {
            broken(who, view).ifPresent(clause -> stale(who, command, clause, again));
          }
        }
        case Fact.Came(var who, var command, Outcome.InDoubt _, _) when isMove(command) ->
            doubted.put(who.run(), command.step());
        case Fact.Came(var who, var command, Outcome.Done _, var view) when isMeant(command) ->
            broken(who, view).ifPresent(clause -> stale(who, command, clause, true));
        case Fact.Came(var who, _, var outcome, _) when !(outcome instanceof Outcome.Done) ->
            moved.add(who.run());
        case Fact.Answered(var who, _, _) -> moved.add(who.run());
        case Fact.NotSent(var who, _, _, _, _) -> moved.add(who.run());
        case Fact.Leaving(var who, var exit) -> leaving.put(who.run(), exit);
        case Fact _ -> {}
      }
    }

    private boolean isMeantByExit(Who who, Command command, View view) {
      return command.doing() instanceof Command.Ensure(Leaves.AtStage(var stage))
          && !moved.contains(who.run())
          && !isThere(view, stage)
          && Optional.ofNullable(leaving.get(who.run()))
              .flatMap(
                  exit -> set.contract(who.contract()).flatMap(contract -> contract.exit(exit)))
              .map(Exit::kind)
              .filter(kind -> kind != ExitKind.WITHDRAWN && kind != ExitKind.DISPLACED)
              .isPresent();
    }

    private Optional<EntryClause> broken(Who who, View view) {
      return set.contract(who.contract()).stream()
          .flatMap(contract -> contract.admits().stream())
          .filter(clause -> stands(clause) && isFalse(clause, view))
          .filter(clause -> !isOwnDoing(clause, who))
          .findFirst();
    }

    private boolean isOwnDoing(EntryClause clause, Who who) {
      return Attributes.readBy(clause.condition()).stream()
          .anyMatch(attribute -> who.run().equals(lastWriter.get(attribute)));
    }

    private void stale(Who who, Command command, EntryClause clause, boolean overtaken) {
      breachOnce(
          command.id().toString(),
          List.of(who.contract().text()),
          command.step(),
          "*%s* goes on by *%s* although the contact no longer qualifies: %s"
              .formatted(who.contract(), command.step(), clause.reason()),
          overtaken);
    }
  }

  private static boolean isThere(View view, StageRef stage) {
    return view.contact().deals().orElse(List.of()).stream()
        .anyMatch(deal -> deal.stage().equals(stage));
  }

  private static boolean isMeant(Command command) {
    return command.doing() instanceof Command.Say || isMove(command);
  }

  private static boolean isMove(Command command) {
    return command.doing() instanceof Command.Perform(var action)
        && action instanceof Action.MoveTo;
  }

  private static boolean stands(EntryClause clause) {
    return clause.atEntryOnly().isEmpty() && !isForTheDoor(clause.condition());
  }

  private static boolean isFalse(EntryClause clause, View view) {
    Truth bad = clause.demand() == Demand.REQUIRE ? Truth.NO : Truth.YES;
    return Asking.ask(clause.condition(), view) == bad;
  }

  private static boolean isForTheDoor(Condition condition) {
    return switch (condition) {
      case Condition.Inside _, Condition.RanBefore _, Condition.LaneOccupied _ -> true;
      case Condition.During _, Condition.BusinessOpen _ -> true;
      case Condition.All(var parts) -> parts.stream().anyMatch(AdmitStale::isForTheDoor);
      case Condition.Any(var parts) -> parts.stream().anyMatch(AdmitStale::isForTheDoor);
      case Condition.Not(var part) -> isForTheDoor(part);
      case Condition.Always _, Condition.HasTag _, Condition.FieldIs _ -> false;
      case Condition.StageIs _, Condition.DealExists _, Condition.DealStatusIs _ -> false;
      case Condition.DealValue _, Condition.HasAddress _, Condition.OptedOut _ -> false;
      case Condition.AppointmentAhead _, Condition.Assigned _ -> false;
    };
  }
}
