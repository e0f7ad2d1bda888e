package dev.interlock.core.run;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.MessageId;
import java.time.Instant;
import java.util.Optional;

/// What became of a command.
public sealed interface Outcome {

  /// It was done.
  ///
  /// @param message the message as the CRM numbers it, for a message
  /// @param reference what else the CRM numbers, such as a task
  record Done(Optional<MessageId> message, Optional<String> reference) implements Outcome {}

  /// It was so already; nothing was written.
  record AlreadySo() implements Outcome {}

  /// The CRM will not do it, or all retries are used up.
  record Refused(String code, String reason) implements Outcome {}

  /// The message may not be sent: opted out, no usable address.
  record Blocked(String reason) implements Outcome {}

  /// It certainly had no effect, and may be tried again from a moment on: by then everything about
  /// it has to be asked again.
  ///
  /// @param until when; a moment that has passed for at once
  /// @param attempts how many failed so far, those before earlier postponements included
  record Postponed(Instant until, String reason, int attempts) implements Outcome {}

  /// Nobody can tell whether it took effect.
  record InDoubt(String reason) implements Outcome {}

  /// The contact as read back.
  record ReadBack(ContactSnapshot contact) implements Outcome {}

  /// The contact is no longer there.
  record ContactGone() implements Outcome {}
}
