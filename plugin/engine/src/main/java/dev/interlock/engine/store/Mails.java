package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.core.run.CommandId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// E-mails of ours, by whatever mail services call them. Each is a message of the [Ledger]; what is
/// struck there is gone here.
public interface Mails {
  /// The e-mail that is under way goes to this address.
  ///
  /// @param recipient a fingerprint; the same address always has the same
  void goesTo(InstallationId installation, CommandId command, String recipient);

  /// The CRM numbers the e-mail so, beside the message.
  void numbered(InstallationId installation, CommandId command, String reference);

  /// The CRM was asked what the e-mail is called.
  ///
  /// @param header its `Message-ID`; empty when it did not say
  void asked(InstallationId installation, CommandId command, Optional<String> header);

  /// E-mails whose header or number is one of these.
  List<Mail> named(InstallationId installation, Collection<String> names);

  /// E-mails that went to a recipient since a moment, the latest first.
  List<Mail> to(InstallationId installation, String recipient, Instant since, int limit);

  /// An e-mail of ours.
  ///
  /// @param message empty while the CRM has not numbered it
  /// @param reference what the CRM numbers it beside that
  /// @param asked how often the CRM was asked for its header
  record Mail(
      CommandId command,
      ContactId contact,
      Optional<MessageId> message,
      Optional<String> reference,
      Optional<String> header,
      int asked,
      Instant at) {}
}
