package dev.interlock.core;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Admission;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Verdict;
import java.time.Instant;

/// The decision function: pure, total over all inputs in every state, and the only place where it
/// is decided what a run does.
///
/// What does not fit the state a run is in (a late timer, an outcome of a command long settled, an
/// event heard before) leaves the run unchanged.
public final class Decider {
  private Decider() {}

  /// Decides what an input does to a run.
  ///
  /// @param program of the contract version that the run stays on
  public static Verdict decide(Program program, Run run, Input input, Facts facts, Instant now) {
    if (run.standing().isOver() && !(input instanceof Input.Ordered)) {
      return new Turn(program, run, facts, now).unchanged();
    }
    Turn turn = new Turn(program, run, facts, now);
    return switch (input) {
      case Input.Heard(var event) -> new Hears(turn).hear(event);
      case Input.TimerDue(var setFor) -> new Timers(turn).due(setFor);
      case Input.Reported(var command, var outcome) -> new Reports(turn).reported(command, outcome);
      case Input.LaneFree() -> new Admitting(turn).laneFree();
      case Input.DisplacedBy(var contract) -> new Orders(turn).displacedBy(contract);
      case Input.Ordered(var order, var by) -> new Orders(turn).ordered(order, by);
    };
  }

  /// Decides whether a contact enters a contract.
  ///
  /// @param program of the version that takes new entries
  /// @param fresh the id of the run, should it begin
  /// @param cause what happened: an event, or being routed or started by name
  public static Admission admit(
      Program program,
      String contractHash,
      RunId fresh,
      DomainEvent cause,
      Facts facts,
      Instant now) {
    return new Door(program, contractHash, fresh, cause, facts, now).admit();
  }
}
