package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Step;
import java.time.Duration;

/// Grammar of an await: at least one event, then silence. An await that does not say what happens
/// when nothing comes is no step, and does not fit into a path.
///
///     await → (when → given? → because? → (then | thenExit | thenGoOn))+
///       → (silentFor | silentUntil) → because? → (then | thenExit | thenGoOn)
public sealed interface Awaiting {

  /// An await that listens to nothing yet.
  sealed interface NeedsEvent extends Awaiting permits Awaits.Begun {
    /// Listens to an event.
    ArmOpen when(EventPattern event);
  }

  /// An event of which it is not said what follows.
  sealed interface ArmOpen extends Awaiting permits Awaits.OpenArm {
    /// Only if this holds when the event comes.
    ArmOpen given(Condition guard);

    /// Why the path changes here.
    ArmOpen because(String reason);

    /// What is done then; without an exit at its end the path goes on after the await.
    NeedsSilence then(Step first, Step... more);

    /// The exit by which the run leaves then.
    NeedsSilence thenExit(String exit);

    /// The path simply goes on after the await.
    NeedsSilence thenGoOn();
  }

  /// An await that does not say yet what happens in silence.
  sealed interface NeedsSilence extends Awaiting permits Awaits.Armed {
    /// Listens to a further event.
    ArmOpen when(EventPattern event);

    /// How long nothing may come.
    SilenceOpen silentFor(Duration span);

    /// Until when nothing may come.
    SilenceOpen silentUntil(Moment moment);
  }

  /// A silence of which it is not said what follows.
  sealed interface SilenceOpen extends Awaiting permits Awaits.OpenSilence {
    /// Why this is done in silence.
    SilenceOpen because(String reason);

    /// What is done then; without an exit at its end the path goes on after the await.
    Step.Await then(Step first, Step... more);

    /// The exit by which the run leaves then.
    Step.Await thenExit(String exit);

    /// The path simply goes on after the await.
    Step.Await thenGoOn();
  }

  /// A run-wide handler of which it is not said what follows.
  sealed interface HandlerOpen extends Awaiting permits Awaits.Whenever {
    /// Only if this holds when the event comes.
    HandlerOpen given(Condition guard);

    /// Why the run changes then.
    HandlerOpen because(String reason);

    /// What is done then; it has to end by an exit.
    Handler then(Step first, Step... more);

    /// The exit by which the run leaves then.
    Handler thenExit(String exit);
  }
}
