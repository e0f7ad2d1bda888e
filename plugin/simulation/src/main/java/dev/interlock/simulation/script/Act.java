package dev.interlock.simulation.script;

import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One thing that somebody or something does in a story.
///
/// Runs of one contract are told apart by `occurrence`: 1 is the one that began first among those
/// that are not over.
public sealed interface Act {
  // The contact.

  record Writes(Channel channel, String text) implements Act {}

  record CallsAndIsMissed(boolean voicemail) implements Act {}

  record OptsOut(Set<Channel> channels) implements Act {
    public OptsOut {
      channels = sorted(channels);
    }
  }

  record OptsIn(Set<Channel> channels) implements Act {
    public OptsIn {
      channels = sorted(channels);
    }
  }

  /// A new appointment, which is the contact's latest from now on.
  record Books(CalendarName calendar, Duration ahead, By by) implements Act {
    /// The contact books it themselves.
    public Books(CalendarName calendar, Duration ahead) {
      this(calendar, ahead, By.CONTACT);
    }
  }

  /// The latest appointment moves to so far ahead of now.
  record Reschedules(Duration ahead) implements Act {}

  /// The latest appointment is cancelled.
  record Cancels() implements Act {}

  /// The latest appointment took place, and somebody marks it.
  record ShowsUp() implements Act {}

  /// Nobody came to the latest appointment, and somebody marks it.
  record StaysAway() implements Act {}

  /// The contact confirms the latest appointment.
  record Confirms() implements Act {}

  /// Money moves, or should have.
  record Money(MoneyChange change, String subject) implements Act {}

  record FillsForm(String form) implements Act {}

  /// Something becomes of the last message that a run of the contract sent.
  record Reports(ContractId contract, Delivery delivery) implements Act {}

  /// Something happens to the contact's record; after DELETED and MERGED the contact is gone.
  record RecordChanged(ContactChange change) implements Act {}

  // Whoever's hand.

  record TagChanged(TagName tag, TagChange change, By by) implements Act {}

  /// The field holds something else from now on.
  ///
  /// @param value blank clears the field
  record FieldChanged(FieldName field, String value, By by) implements Act {}

  /// The deal stands at the stage from now on; where there is none, one is made there.
  record DealMoved(StageRef to, By by) implements Act {}

  record DealMarked(PipelineName pipeline, DealStatus status, By by) implements Act {}

  /// An open task about the contact is ticked off by a colleague: the oldest that is open, or else
  /// one that a colleague made, of which no contract knows.
  record TaskTicked() implements Act {}

  /// A colleague writes a note.
  record NoteWritten() implements Act {}

  /// Somebody else writes to the contact.
  record ForeignMessage(By by, Optional<PurposeName> purpose, Channel channel) implements Act {}

  /// Somebody else calls the contact.
  record ForeignCall(By by) implements Act {}

  // The calendar, and what starts a contract by its name.

  /// The date in the field is reached.
  record DateComes(FieldName field) implements Act {}

  /// The contract's schedule comes round.
  record ScheduleComes(ContractId contract) implements Act {}

  record StartedByHand(ContractId contract) implements Act {}

  record StartedByApi(ContractId contract) implements Act {}

  // The machinery.

  /// The run's timer fires. Time moves on to its alarm if that lies ahead; other timers that would
  /// have been due on the way are late, as after an outage.
  record TimerFires(ContractId contract, int occurrence) implements Act {}

  /// The command that the run has under way has an outcome.
  record CommandEnds(ContractId contract, int occurrence, Answer answer) implements Act {}

  /// An operator says what became of the run's command in doubt. What had happened after all is
  /// seen in the account from now on.
  record Settles(ContractId contract, int occurrence, boolean happened) implements Act {}

  /// An operator ends the run by its withdrawn exit.
  record Withdraws(ContractId contract, int occurrence) implements Act {}

  /// Other versions of contracts go live: they take new entries, and those before them do not.
  record GoesLive() implements Act {}

  // Deliveries that do not come once and in time.

  /// The act is done now, and contracts hear of it only so much later.
  record HeardLate(Act act, Duration late) implements Act {}

  /// An event is delivered again: 1 is the last one that contracts heard.
  record HeardAgain(int back) implements Act {}

  /// Only time passes.
  record Passes() implements Act {}

  private static Set<Channel> sorted(Set<Channel> channels) {
    return Collections.unmodifiableSet(new TreeSet<>(channels));
  }
}
