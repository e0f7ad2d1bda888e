package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger.OwnWrites;
import java.time.LocalDate;

/// Grammar of a contract; each nested type is a place where the sentence may pause.
///
///     workflow → title → owner → purpose        documentation
///       → startsWhen                            trigger and milestone
///       → admits → lane → reentry               entry filter
///       → (keyedBy | throughout | ignores | besides | waives | changed)* → path
///       → exits → build                         exit states
///
/// Branch logic is inside `path`: see [Awaiting] and [Branching]. Every stage is immutable, so a
/// shared beginning may be kept in a variable and continued twice.
public sealed interface Drafting {

  /// A contract has no title yet.
  sealed interface NeedsTitle extends Drafting permits Drafts.Named {
    /// What people call the workflow.
    NeedsOwner title(String title);
  }

  /// Nobody answers for the contract yet.
  sealed interface NeedsOwner extends Drafting permits Drafts.Titled {
    /// The team of the operation that answers for the workflow.
    NeedsPurpose owner(String team);
  }

  /// It is not said yet why the contract exists.
  sealed interface NeedsPurpose extends Drafting permits Drafts.Owned {
    /// Why the workflow exists, as a promise to the business.
    NeedsTrigger purpose(String sentence);
  }

  /// Nothing begins the contract yet.
  sealed interface NeedsTrigger extends Drafting permits Drafts.Purposed {
    /// The event that begins the workflow, and the business milestone it stands for.
    NeedsEntryFilter startsWhen(EventPattern event, Milestone milestone);

    /// The same, and whether events that our own contracts cause count as well.
    NeedsEntryFilter startsWhen(EventPattern event, Milestone milestone, OwnWrites ownWrites);
  }

  /// It is not said yet who may enter.
  sealed interface NeedsEntryFilter extends Drafting permits Drafts.Triggered {
    /// Who may enter; every clause has to agree.
    NeedsLane admits(EntryClause first, EntryClause... more);

    /// Everybody may enter, for this reason.
    NeedsLane admitsEveryone(String reason);
  }

  /// It is not said yet what the contract must not collide with.
  sealed interface NeedsLane extends Drafting permits Drafts.Filtered {
    /// The exclusion group, and what happens when another run holds it.
    NeedsReentry lane(LaneName lane, Occupied whenOccupied);

    /// The same, with a priority above or below the usual 0.
    NeedsReentry lane(LaneName lane, Occupied whenOccupied, Priority priority);

    /// The contract claims no lane, for this reason.
    NeedsReentry outsideLanes(String reason);
  }

  /// It is not said yet whether a contact may enter again.
  sealed interface NeedsReentry extends Drafting permits Drafts.Laned {
    /// When a contact may enter again.
    NeedsPath reentry(Reentry reentry);
  }

  /// Nothing is done yet.
  sealed interface NeedsPath extends Drafting permits Drafts.Pathless {
    /// What one run is about, where that is not simply the contact.
    NeedsPath keyedBy(RunKey key);

    /// What the run does whenever an event comes, wherever it waits.
    NeedsPath throughout(Handler first, Handler... more);

    /// The event is of no consequence to this contract, for this reason.
    NeedsPath ignores(EventPattern event, String reason);

    /// The contract may be inside a contact beside the other one, for this reason.
    NeedsPath besides(String contract, String reason);

    /// A finding is accepted until a date: `waives(finding("E-MSG-BUDGET").at("nudge")...)`.
    NeedsPath waives(Declaration.Waives waiver);

    /// What changed against the version before.
    NeedsPath changed(LocalDate on, String what);

    /// What is done, in order.
    NeedsExits path(Step first, Step... more);
  }

  /// It is not said yet in which states the contract may leave a contact.
  sealed interface NeedsExits extends Drafting permits Drafts.Exitless {
    /// Every ending, with what it leaves.
    Complete exits(Exit first, Exit... more);
  }

  /// Every part has been said.
  sealed interface Complete extends Drafting permits Drafts.Whole {
    /// The contract.
    Contract build();
  }
}
