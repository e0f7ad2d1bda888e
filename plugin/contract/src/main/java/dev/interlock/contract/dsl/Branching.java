package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Step;

/// Grammar of a branch on the contact's state, with its mandatory `otherwise`, and of a wait for a
/// moment, with its mandatory consequences when the moment has passed or is gone.
public sealed interface Branching {

  /// A branch that asks nothing yet.
  sealed interface NeedsCondition extends Branching permits Branches.Begun {
    /// Asks a condition; arms are tried in order.
    ChoiceOpen when(Condition guard);
  }

  /// A condition of which it is not said what follows.
  sealed interface ChoiceOpen extends Branching permits Branches.OpenChoice {
    /// Why the path changes here.
    ChoiceOpen because(String reason);

    /// What is done then; without an exit at its end the path goes on after the branch.
    NeedsOtherwise then(Step first, Step... more);

    /// The exit by which the run leaves then.
    NeedsOtherwise thenExit(String exit);

    /// The path simply goes on after the branch.
    NeedsOtherwise thenGoOn();
  }

  /// A branch that does not say yet what happens when no condition holds.
  sealed interface NeedsOtherwise extends Branching permits Branches.Asked {
    /// Asks a further condition.
    ChoiceOpen when(Condition guard);

    /// What is done when the CRM does not say whether a condition holds.
    NeedsOtherwise whenUnknown(Step first, Step... more);

    /// What is done when none holds.
    Step.Branch otherwise(Step first, Step... more);

    /// When none holds the path simply goes on after the branch.
    Step.Branch otherwiseGoOn();
  }

  /// A wait for a moment that may have passed already.
  sealed interface NeedsIfPast extends Branching permits Branches.Timed {
    /// What to do when the moment has passed already on arrival.
    NeedsIfGone ifPast(Consequence consequence);
  }

  /// A wait for a moment that may vanish.
  sealed interface NeedsIfGone extends Branching permits Branches.TimedPast {
    /// What to do when there is no such appointment or date, now or later. When it moves, the
    /// moment moves along.
    NeedsBody ifGone(Consequence consequence);
  }

  /// A wait for a moment at which nothing is done yet.
  sealed interface NeedsBody extends Branching permits Branches.TimedGone {
    /// What is done at the moment.
    Step.Wait then(Step first, Step... more);
  }
}
