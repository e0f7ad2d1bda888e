package dev.interlock.crm;

import dev.interlock.contract.contact.MessageId;
import java.util.Optional;

/// What a look for a deed in doubt found.
public sealed interface Found {

  /// It took effect.
  record Happened(Optional<MessageId> message, Optional<String> reference) implements Found {}

  /// It did not, and the CRM has had time enough to show it.
  record DidNot() implements Found {}

  /// It is too early to tell, or the CRM did not answer: look again later.
  record NotYet(String reason) implements Found {}

  /// This can never be told by looking.
  record CannotTell(String reason) implements Found {}
}
