package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Channel;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Outcome;
import dev.interlock.engine.mail.Recipient;
import dev.interlock.engine.store.Ledger;
import java.time.Instant;
import java.util.Optional;

/// Keeps the ledger of messages: one is entered when it is under way, and struck when it was not
/// sent after all. Of an e-mail it keeps what its mail service will call it.
record Posting(InstallationId installation, Working working, Changes changes) {

  /// @param seen the contact, if it was read: its address is the one that an e-mail goes to
  void under(Command command, ContactId contact, Known<ContactSnapshot> seen, Instant now) {
    if (command.doing() instanceof Command.Say(var message, var purpose)) {
      var entry = new Ledger.Entry(command.id(), message.channel(), purpose, now);
      working.sent(entry);
      changes.add(tables -> tables.ledger().add(installation, contact, entry));
      if (message.channel() == Channel.EMAIL) {
        address(seen)
            .map(Recipient::fingerprint)
            .ifPresent(
                to -> changes.add(tables -> tables.mails().goesTo(installation, command.id(), to)));
      }
    }
  }

  private static Optional<String> address(Known<ContactSnapshot> seen) {
    return seen instanceof Known.Said<ContactSnapshot>(var contact)
        ? Optional.ofNullable(contact.addresses().get(Channel.EMAIL))
        : Optional.empty();
  }

  void became(CommandId command, Outcome outcome, Instant now) {
    switch (outcome) {
      case Outcome.Done(var message, var reference) -> {
        message.ifPresent(number -> {
          working.accepted(command, now);
          changes.add(tables -> tables.ledger().accepted(installation, command, number, now));
        });
        reference.ifPresent(
            mail -> changes.add(tables -> tables.mails().numbered(installation, command, mail)));
      }
      case Outcome.Refused _, Outcome.Blocked _, Outcome.Postponed _, Outcome.ContactGone _ -> {
        working.strike(command);
        changes.add(tables -> tables.ledger().strike(installation, command));
      }
      // what may have been sent counts as sent
      case Outcome.InDoubt _, Outcome.AlreadySo _, Outcome.ReadBack _ -> {}
    }
  }
}
