package dev.interlock.crm;

import dev.interlock.contract.contact.MessageId;
import java.time.Duration;
import java.util.Optional;

/// What the CRM made of a deed. Whether to try again is decided here, by the adapter that knows,
/// and nowhere else.
public sealed interface Sent {

  /// It was done.
  ///
  /// @param message the message's number, for a message
  /// @param reference what else the CRM numbered, such as a task or an opportunity
  record Done(Optional<MessageId> message, Optional<String> reference) implements Sent {}

  /// It was so already; nothing was written.
  record AlreadySo() implements Sent {}

  /// It certainly had no effect and may be tried again.
  ///
  /// @param counts whether this was an attempt; being told to slow down is none
  record TryLater(Duration pause, String reason, boolean counts) implements Sent {}

  /// It certainly had no effect and never will.
  record Refused(String code, String reason) implements Sent {}

  /// The message may not be sent to this contact: opted out, no usable address.
  record Blocked(String reason) implements Sent {}

  /// It may or may not have taken effect: look before trying again.
  record InDoubt(String reason) implements Sent {}

  /// The contact is no longer there.
  record ContactGone(String reason) implements Sent {}
}
