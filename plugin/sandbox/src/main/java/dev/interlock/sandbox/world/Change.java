package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.time.Instant;

/// Something that just changed in the CRM. It is told after the fact, with both old and new.
public sealed interface Change {
  /// The contact that it is about.
  String contactId();

  /// Who did it.
  By by();

  /// When it happened.
  Instant at();

  /// Something came into being.
  record Created(Thing it, By by, Instant at) implements Change {
    @Override
    public String contactId() {
      return it.contactId();
    }
  }

  /// Something was deleted.
  record Deleted(Thing it, By by, Instant at) implements Change {
    @Override
    public String contactId() {
      return it.contactId();
    }
  }

  /// A contact's fields, tags or do-not-disturb settings changed.
  record ContactChanged(Contact before, Contact after, By by, Instant at) implements Change {
    @Override
    public String contactId() {
      return after.contactId();
    }

    /// Whether tags came or went.
    public boolean touchesTags() {
      return !before.tags().equals(after.tags());
    }

    /// Whether what may be sent changed.
    public boolean touchesSilence() {
      return !before.silence().equals(after.silence());
    }

    /// Whether any field changed.
    public boolean touchesFields() {
      return !before.details().equals(after.details())
          || !before.customFields().equals(after.customFields());
    }
  }

  /// A message's status changed.
  record MessageChanged(Message before, Message after, By by, Instant at) implements Change {
    @Override
    public String contactId() {
      return after.contactId();
    }
  }

  /// The mail service tells something of a mail that is no status of it.
  ///
  /// @param event as the mail service calls it
  record MailTold(Message mail, String event, By by, Instant at) implements Change {
    @Override
    public String contactId() {
      return mail.contactId();
    }
  }

  /// An opportunity changed.
  record OpportunityChanged(Opportunity before, Opportunity after, By by, Instant at)
      implements Change {
    @Override
    public String contactId() {
      return after.contactId();
    }
  }

  /// An appointment changed.
  record AppointmentChanged(Appointment before, Appointment after, By by, Instant at)
      implements Change {
    @Override
    public String contactId() {
      return after.contactId();
    }
  }

  /// A task changed.
  record TaskChanged(Task before, Task after, By by, Instant at) implements Change {
    @Override
    public String contactId() {
      return after.contactId();
    }
  }

  /// A note changed.
  record NoteChanged(Note before, Note after, By by, Instant at) implements Change {
    @Override
    public String contactId() {
      return after.contactId();
    }
  }

  /// A contact was put into, or taken out of, one of the CRM's own workflows.
  record Enrolled(String contactId, String workflowId, boolean joined, By by, Instant at)
      implements Change {}
}
