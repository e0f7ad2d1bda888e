package dev.interlock.crm;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.crm.calls.Calls;
import java.time.Instant;
import java.util.Set;

/// One connected CRM account, in domain terms: the port that every adapter implements and every
/// adapter's compatibility kit checks. Calls block; they are safe from any number of threads.
public interface Crm {
  /// Which account this is.
  InstallationId installation();

  /// The calls that this takes: whoever implements it asks there before each single one.
  Calls calls();

  /// Reads a contact. Opportunities and appointments are read only when asked for.
  Read<ContactSnapshot> contact(ContactId contact, Set<Detail> details);

  /// Reads contacts page by page, newest change first, without opportunities and appointments.
  Read<ContactPage> contacts(Cursor from);

  /// Reads what happened since a moment, one kind at a time and page by page, so that what webhooks
  /// never told is found. A page may tell of more than that, and of the same things again; what is
  /// too young to be found yet is on a later reading. What the CRM does not let one read is left
  /// out and documented with the adapter.
  ///
  /// @param from [Cursor#start()], or where a page of the same reading said to go on
  Read<SightingPage> happened(Sighting.Kind kind, Span span, Cursor from);

  /// Does something once. It is not repeated in here: whoever calls decides on [Sent.TryLater].
  Sent carryOut(ContactId contact, Deed deed);

  /// Looks whether a deed that was tried at that moment took effect after all.
  ///
  /// @param triedAt by the CRM's clock, as far as its answers had told it then; it may be off by
  ///   hours where they had not
  /// @param others messages to the contact that are known to be of other deeds
  Found look(ContactId contact, Deed deed, Instant triedAt, Set<MessageId> others);

  /// Reads what is known of an e-mail that was sent, for deliveries that name it as mail services
  /// do. One that is no longer there is [Mailed#nothing()].
  Read<Mailed> mailed(OwnMail mail);

  /// Reads the names people see in the account, and their ids, for binding and preflight.
  Read<Directory> directory();

  /// Tells a workflow of the CRM that a run has ended. It may come to hear it twice: whoever calls
  /// repeats it when nobody knows whether it was heard.
  ///
  /// @param target the address that the workflow's trigger listens at
  default Sent announce(String target, Ending ending) {
    return new Sent.Refused("no-triggers", "this CRM has no workflows that could be told");
  }

  /// What a reading of a contact takes in.
  enum Detail {
    DEALS,
    APPOINTMENTS
  }
}
