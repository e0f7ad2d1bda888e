package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Outcome;
import dev.interlock.engine.store.Ledger;
import java.time.Instant;

/// Keeps the ledger of messages: one is entered when it is under way, and struck when it was not
/// sent after all.
record Posting(InstallationId installation, Working working, Changes changes) {

  void under(Command command, ContactId contact, Instant now) {
    if (command.doing() instanceof Command.Say(var message, var purpose)) {
      var entry = new Ledger.Entry(command.id(), message.channel(), purpose, now);
      working.sent(entry);
      changes.add(tables -> tables.ledger().add(installation, contact, entry));
    }
  }

  void became(CommandId command, Outcome outcome, Instant now) {
    switch (outcome) {
      case Outcome.Done(var message, _) -> {
        if (message.isPresent()) {
          changes.add(
              tables -> tables.ledger().accepted(installation, command, message.get(), now));
        }
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
