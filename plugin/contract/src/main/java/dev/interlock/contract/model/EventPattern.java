package dev.interlock.contract.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which events a trigger, an await's arm or a run-wide handler listens to.
///
/// The vocabulary is the CRM's and neutral: an adapter says which of these its CRM reports. An
/// empty set or `Optional` in a pattern restricts nothing.
public sealed interface EventPattern {

  /// Whichever of these comes first.
  record Either(List<EventPattern> patterns) implements EventPattern {
    public Either {
      patterns = List.copyOf(patterns);
      if (patterns.isEmpty()) {
        throw new ContractException("either(...) names no event; name at least one");
      }
    }
  }

  /// Something happened to the contact's record itself.
  record ContactEvent(ContactChange change) implements EventPattern {}

  /// A tag came to the contact or left it.
  record TagEvent(TagChange change, TagName tag) implements EventPattern {}

  /// The contact wrote to the business; `saying` narrows it by what was written.
  record MessageReceived(Set<Channel> channels, Saying saying) implements EventPattern {
    public MessageReceived {
      channels = Sets.sorted(channels);
    }

    /// The same, but only when the message says this.
    public MessageReceived saying(Saying what) {
      return new MessageReceived(channels, what);
    }
  }

  /// The contact called and nobody picked up; a voicemail may have been left.
  record CallMissed() implements EventPattern {}

  /// What became of a message that the business sent.
  record MessageOutcome(Delivery delivery, Set<Channel> channels) implements EventPattern {
    public MessageOutcome {
      channels = Sets.sorted(channels);
    }
  }

  /// The contact withdrew or gave consent to be written to.
  record ConsentEvent(ConsentChange change, Set<Channel> channels) implements EventPattern {
    public ConsentEvent {
      channels = Sets.sorted(channels);
    }
  }

  /// Something happened to an appointment of the contact.
  record AppointmentEvent(AppointmentChange change, Optional<CalendarName> calendar)
      implements EventPattern {

    /// The same, but only in this calendar.
    public AppointmentEvent in(String calendarName) {
      return new AppointmentEvent(change, Optional.of(new CalendarName(calendarName)));
    }
  }

  /// Something happened to an opportunity of the contact.
  record DealEvent(DealChange change, Optional<PipelineName> pipeline) implements EventPattern {

    /// The same, but only in this pipeline.
    public DealEvent in(PipelineName pipelineName) {
      return new DealEvent(change, Optional.of(pipelineName));
    }
  }

  /// An opportunity of the contact came to this stage.
  record StageEntered(StageRef stage) implements EventPattern {}

  /// A task about the contact was made or ticked off.
  record TaskEvent(TaskChange change) implements EventPattern {}

  /// Somebody wrote a note about the contact.
  record NoteAdded() implements EventPattern {}

  /// Money moved, or should have.
  record MoneyEvent(MoneyChange change) implements EventPattern {}

  /// The contact submitted a form; without a name, any form.
  record FormSubmitted(Optional<String> form) implements EventPattern {}

  /// A date in a field of the contact is reached, shifted by an offset, at a local time of day.
  record DateReached(FieldName field, DateShift shift) implements EventPattern {}

  /// A point of the calendar, for every contact that the entry filter admits.
  record Scheduled(Recurrence recurrence) implements EventPattern {}

  /// An operator or a person in the CRM started the contract for this contact by hand.
  record StartedByHand() implements EventPattern {}

  /// Another program started the contract for this contact.
  record StartedByApi() implements EventPattern {}

  /// Another contract's exit routed the contact here.
  record Routed() implements EventPattern {}

  /// Somebody other than the contact and Interlock acted on the contact under contract.
  record ForeignHand(Set<Hand> hands, Set<HandAct> acts) implements EventPattern {
    public ForeignHand {
      hands = Sets.sorted(hands);
      acts = Sets.sorted(acts);
    }
  }

  /// A change of the contact's record.
  enum ContactChange {
    CREATED,
    CHANGED,
    DELETED,
    MERGED
  }

  /// A change of a tag.
  enum TagChange {
    ADDED,
    REMOVED
  }

  /// What became of a message.
  enum Delivery {
    SENT,
    DELIVERED,
    FAILED,
    BOUNCED,
    OPENED,
    CLICKED
  }

  /// A change of consent.
  enum ConsentChange {
    OPTED_OUT,
    OPTED_IN
  }

  /// A change of an appointment.
  enum AppointmentChange {
    BOOKED,
    CONFIRMED,
    RESCHEDULED,
    CANCELLED,
    NO_SHOW,
    SHOWED
  }

  /// A change of an opportunity other than its stage.
  enum DealChange {
    CREATED,
    WON,
    LOST,
    ABANDONED
  }

  /// A change of a task.
  enum TaskChange {
    CREATED,
    COMPLETED
  }

  /// A movement of money.
  enum MoneyChange {
    PAYMENT_RECEIVED,
    INVOICE_SENT,
    INVOICE_PAID,
    INVOICE_OVERDUE
  }

  /// Whose hand it was.
  enum Hand {
    STAFF,
    AUTOMATION,
    OTHER_APP
  }

  /// What the hand did.
  enum HandAct {
    MESSAGED,
    CALLED,
    MOVED_STAGE,
    CHANGED_TAG,
    BOOKED
  }
}
