package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.MessageId;
import java.util.Optional;

/// What a deed has left behind in the CRM, as far as can be seen.
sealed interface Trace {

  /// What it would leave is there.
  record Seen(Optional<MessageId> message, Optional<String> reference) implements Trace {}

  /// What it would leave is not there, or not yet.
  record Nothing() implements Trace {}

  /// What is there may be of this deed or of something else.
  record Unclear(String reason) implements Trace {}

  /// Seen or not, without a number.
  static Trace of(boolean seen) {
    return seen ? new Seen(Optional.empty(), Optional.empty()) : new Nothing();
  }

  /// Seen if there is such a thing, with its number.
  static Trace of(Optional<String> reference) {
    return reference.isPresent() ? new Seen(Optional.empty(), reference) : new Nothing();
  }
}
