package dev.interlock.crm.highlevel.reading;

import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.crm.Mailed;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.event.MailStatistic;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.MessageCalls;
import dev.interlock.crm.highlevel.wire.WireEmail;
import dev.interlock.crm.highlevel.wire.WireMessage;
import java.util.Locale;
import java.util.Optional;

/// Reads one e-mail that was sent: what the mail service calls it, and what became of it. The
/// answer to sending tells neither.
public record MailReader(MessageCalls calls) {

  /// Reads it. Where its own number is not known, the message is asked for that first.
  public Read<Mailed> read(OwnMail mail) {
    if (mail.reference().isPresent()) {
      return mail(mail.reference().get());
    }
    return missingIsNothing(
        Reads.of(calls.message(mail.message().text()))
            .map(WireMessage::emailMessageIds)
            // one message may stand for a whole exchange, and nobody says which of them is meant
            .then(ids -> ids.size() == 1 ? mail(ids.getFirst()) : nothing()));
  }

  private Read<Mailed> mail(String id) {
    return missingIsNothing(Reads.of(calls.email(id)).map(found -> mailed(id, found)));
  }

  private static Mailed mailed(String id, WireEmail found) {
    return new Mailed(
        Optional.of(id), found.altId().map(MailStatistic::bare), fate(found.status()));
  }

  private static Optional<Delivery> fate(Optional<String> status) {
    return switch (status.orElse("").toLowerCase(Locale.ROOT)) {
      case "delivered", "read" -> Optional.of(Delivery.DELIVERED);
      case "opened" -> Optional.of(Delivery.OPENED);
      case "clicked" -> Optional.of(Delivery.CLICKED);
      case "failed", "undelivered" -> Optional.of(Delivery.FAILED);
      default -> Optional.empty();
    };
  }

  private static Read<Mailed> missingIsNothing(Read<Mailed> read) {
    return read instanceof Read.Refused<Mailed>(var code, _) && code.equals("not-found")
        ? nothing()
        : read;
  }

  private static Read<Mailed> nothing() {
    return new Read.Got<>(Mailed.nothing());
  }
}
