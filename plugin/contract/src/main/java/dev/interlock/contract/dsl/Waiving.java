package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Declaration;
import java.time.LocalDate;

/// Grammar of a waiver: a finding that is accepted until a date.
///
///     finding → (at | with | story)* → because → decidedBy → compensatedBy → until
public sealed interface Waiving {

  /// A finding of which it is not said why it is accepted.
  sealed interface NeedsReason extends Waiving permits Waivers.Named {
    /// The step, attribute or other contract that the finding names; without it, the contract.
    NeedsReason at(String place);

    /// The other contract, where the finding is about two.
    NeedsReason with(String contract);

    /// The mark of the story that the finding tells: this story is accepted, and no other that the
    /// same rule may find there later.
    NeedsReason story(String mark);

    /// Why it is accepted, in a full sentence.
    NeedsDecider because(String reason);
  }

  /// It is not said yet who decided.
  sealed interface NeedsDecider extends Waiving permits Waivers.Reasoned {
    /// Who answers for accepting it.
    NeedsCompensation decidedBy(String who);
  }

  /// It is not said yet what is done instead.
  sealed interface NeedsCompensation extends Waiving permits Waivers.Decided {
    /// What keeps the harm away meanwhile.
    NeedsEnd compensatedBy(String what);
  }

  /// It is not said yet until when.
  sealed interface NeedsEnd extends Waiving permits Waivers.Compensated {
    /// The last day on which the finding is accepted.
    Declaration.Waives until(LocalDate lastDay);
  }
}
