package dev.interlock.library.mutants;

import static dev.interlock.library.mutants.Operator.each;
import static dev.interlock.library.mutants.Operator.other;
import static dev.interlock.library.mutants.Operator.rules;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation.Lane;
import dev.interlock.contract.model.Trigger;
import dev.interlock.library.mutants.Operator.Other;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Ways of breaking how a contract begins.
final class DoorOperators {
  static final String CHANGE_THE_LANE = "change the lane";

  private DoorOperators() {}

  static List<Operator> all() {
    return List.of(
        each(
            "drop the lane",
            rules("E-LANE-INCOMPLETE", "E-CONTACT-CONTESTED"),
            Contract.class,
            (_, _, contract) ->
                other(
                    Contracts.lane(
                        contract, new LaneClaim.NoLane("It never meets another workflow")))),
        each(
            "drop a lane's orElse",
            rules("E-LANE-INCOMPLETE"),
            LaneClaim.InLane.class,
            (_, _, in) ->
                other(
                    new LaneClaim.InLane(
                        in.lane(), in.whenOccupied(), in.priority(), Optional.empty()))),
        each(
            CHANGE_THE_LANE,
            rules("E-CONTACT-CONTESTED", "E-WRITE-CONFLICT"),
            LaneClaim.InLane.class,
            (set, _, in) ->
                set.operation().lanes().stream()
                    .map(Lane::name)
                    .filter(lane -> !lane.equals(in.lane()))
                    .map(lane -> new Other("to " + lane, moved(in, lane)))),
        each(
            "drop a filter clause",
            rules("E-ADMIT-MISSING", "E-ADMIT-STALE", "E-STAGE-BACKWARD", "E-STAGE-OWNER"),
            Contract.class,
            (_, _, contract) ->
                Lists.without(contract.admits(), left -> Contracts.admits(contract, left))),
        each(
            "widen a stage bound",
            rules("E-STAGE-BACKWARD", "E-STAGE-OWNER", "E-ADMIT-STALE"),
            EntryClause.class,
            (set, _, clause) -> wider(set, clause)),
        each(
            "opt in to own writes",
            rules("E-CAUSE-LOOP", "W-OWN-WRITES-IDLE"),
            Trigger.class,
            (_, _, trigger) ->
                other(
                    new Trigger(
                        trigger.event(),
                        trigger.milestone(),
                        Trigger.OwnWrites.HEARD,
                        trigger.position()))));
  }

  private static LaneClaim.InLane moved(LaneClaim.InLane in, LaneName lane) {
    return new LaneClaim.InLane(lane, in.whenOccupied(), in.priority(), in.orElse());
  }

  private static Stream<Other> wider(ContractSet set, EntryClause clause) {
    if (clause.demand() != Demand.REQUIRE
        || !(clause.condition() instanceof Condition.StageIs(var pipeline, var place, var stage))
        || (place != Condition.Place.BEFORE && place != Condition.Place.AT_OR_BEFORE)) {
      return Stream.empty();
    }
    return set.operation().pipeline(pipeline).stream()
        .flatMap(known -> known.stages().stream().skip(known.indexOf(stage).orElseThrow() + 1L))
        .map(later ->
            new Other(
                "to " + later.name(),
                new EntryClause(
                    clause.demand(),
                    new Condition.StageIs(pipeline, place, later.name()),
                    clause.reason(),
                    clause.whenUnknown(),
                    clause.atEntryOnly(),
                    clause.position())));
  }
}
