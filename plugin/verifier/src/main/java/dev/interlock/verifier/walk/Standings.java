package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Pipeline;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Where in a pipeline the deal of a contact may stand: at the stages by their index, or nowhere,
/// which is one place before the first.
public final class Standings {
  private final Pipeline pipeline;

  private Standings(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /// Where the deal may stand when the contract begins, as far as trigger and filter tell. Stage i
  /// is number i + 1, no deal is number 0.
  public static BitSet atEntry(Contract contract, Pipeline pipeline) {
    BitSet may = new Standings(pipeline).byTrigger(contract);
    may.and(admitted(contract, pipeline));
    return may;
  }

  /// Where the deal may stand for whom the filter lets in, whatever brings them; numbered likewise.
  public static BitSet admitted(Contract contract, Pipeline pipeline) {
    Standings standings = new Standings(pipeline);
    BitSet may = standings.all();
    for (EntryClause clause : contract.admits()) {
      may.and(standings.where(clause.condition(), clause.demand() == Demand.REQUIRE));
    }
    return may;
  }

  private BitSet byTrigger(Contract contract) {
    List<EventPattern> events = Listened.trigger(contract).map(Listened::event).toList();
    boolean entered =
        events.stream()
            .allMatch(event ->
                event instanceof EventPattern.StageEntered(var stage)
                    && stage.pipeline().equals(pipeline.name()));
    if (!entered) {
      return all();
    }
    BitSet stages = new BitSet();
    for (EventPattern event : events) {
      if (event instanceof EventPattern.StageEntered(var stage)) {
        pipeline.indexOf(stage.stage()).ifPresent(index -> stages.set(index + 1));
      }
    }
    return stages;
  }

  /// Where the condition may be answered with yes, or with no.
  private BitSet where(Condition condition, boolean yes) {
    return switch (condition) {
      case Condition.StageIs(var its, var place, var stage) when its.equals(pipeline.name()) -> {
        OptionalInt index = pipeline.indexOf(stage);
        yield index.isEmpty() ? all() : chosen(yes, place, index.getAsInt() + 1);
      }
      case Condition.DealExists(var its) when its.equals(pipeline.name()) ->
          chosen(yes, Condition.Place.AFTER, 0);
      case Condition.Not(var inner) -> where(inner, !yes);
      case Condition.All(var parts) -> joined(parts, yes, yes);
      case Condition.Any(var parts) -> joined(parts, yes, !yes);
      case Condition _ -> all();
    };
  }

  private BitSet joined(List<Condition> parts, boolean yes, boolean together) {
    BitSet result = together ? all() : new BitSet();
    for (Condition part : parts) {
      BitSet one = where(part, yes);
      if (together) {
        result.and(one);
      } else {
        result.or(one);
      }
    }
    return result;
  }

  private BitSet chosen(boolean yes, Condition.Place place, int stage) {
    BitSet set = new BitSet();
    IntStream.rangeClosed(0, pipeline.stages().size())
        .filter(number -> yes == holds(place, number, stage))
        .forEach(set::set);
    return set;
  }

  private static boolean holds(Condition.Place place, int number, int stage) {
    return switch (place) {
      case AT -> number == stage;
      case BEFORE -> number < stage;
      case AFTER -> number > stage;
      case AT_OR_BEFORE -> number <= stage;
      case AT_OR_AFTER -> number >= stage;
    };
  }

  private BitSet all() {
    BitSet set = new BitSet();
    set.set(0, pipeline.stages().size() + 1);
    return set;
  }
}
