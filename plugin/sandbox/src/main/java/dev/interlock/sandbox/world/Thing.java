package dev.interlock.sandbox.world;

/// Something in the CRM that belongs to one contact, and that can come, change and go.
public sealed interface Thing
    permits Contact, Message, Opportunity, Appointment, Task, Note, Submission {
  /// Identifier within its kind.
  String id();

  /// The contact that it belongs to.
  String contactId();
}
