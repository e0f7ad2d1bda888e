package dev.interlock.crm;

import dev.interlock.contract.model.EventPattern.Delivery;
import java.time.Instant;
import java.util.Set;

/// What a delivery tells of an e-mail without saying whose it is: mail services know the address
/// that it went to and its `Message-ID` header, and nothing of contacts.
///
/// @param at when it happened
/// @param recipient the address, in lower case
/// @param names the header in every form by which the CRM may know the e-mail
public record MailClue(Instant at, String recipient, Set<String> names, About about) {
  public MailClue {
    names = Set.copyOf(names);
  }

  /// What is told.
  public sealed interface About {}

  /// Something became of the e-mail.
  public record Became(Delivery delivery) implements About {}

  /// Whoever received it wants no more e-mails, whichever e-mail it was.
  public record NoMore() implements About {}
}
