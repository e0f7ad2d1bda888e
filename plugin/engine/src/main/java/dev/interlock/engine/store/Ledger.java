package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Messages to contacts, sent or under way: what limits and duplicates are counted by.
public interface Ledger {
  /// Messages to the contact since a moment.
  List<Entry> since(InstallationId installation, ContactId contact, Instant moment);

  /// Which command of ours sent the message, if one did.
  Optional<CommandId> sender(InstallationId installation, ContactId contact, MessageId message);

  /// All messages to the contact that are known to be of a command of ours.
  Set<MessageId> messages(InstallationId installation, ContactId contact);

  /// Whether there is a message to the contact that was sent, or may have been, or is about to be,
  /// and whose number is not known.
  boolean hasUnnumbered(InstallationId installation, ContactId contact);

  /// A message is under way.
  void add(InstallationId installation, ContactId contact, Entry entry);

  /// The CRM accepted the message.
  void accepted(InstallationId installation, CommandId command, MessageId message, Instant at);

  /// The message was not sent.
  void strike(InstallationId installation, CommandId command);

  /// A message of ours.
  record Entry(CommandId command, Channel channel, PurposeName purpose, Instant at) {
    /// The same message, once the CRM accepted it.
    public Entry accepted(Instant when) {
      return new Entry(command, channel, purpose, when);
    }

    /// The same for a decision to look at.
    public Surroundings.SentMessage seen() {
      return new Surroundings.SentMessage(channel, purpose, command.run(), at);
    }
  }
}
