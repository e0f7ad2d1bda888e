package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.Translation;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.util.List;
import java.util.Optional;

/// Says what a delivery means.
public final class Translator {
  private Translator() {}

  /// The events of a delivery, and what to remember.
  ///
  /// @param words the names of the account that it came from
  public static Translation translate(Notice notice, Remembered last, Words words) {
    Optional<String> unheard = notice.whyUnheard();
    if (unheard.isPresent()) {
      return nothing(last, unheard.get());
    }
    Optional<ContactId> contact = notice.contact();
    if (contact.isEmpty() && notice.kind() == EventKind.EMAIL_STATS) {
      String reason = "whose e-mail it is about has to be found out";
      return new Translation(List.of(), last, reason, notice.mailStatistic().clue());
    }
    if (contact.isEmpty()) {
      return nothing(last, "it does not say whom it is about");
    }
    var draft = new Draft(notice, contact.get(), last);
    try {
      translate(draft, words);
    } catch (WrongShapeException wrong) {
      return nothing(last, wrong.flaw());
    }
    return draft.finished();
  }

  private static Translation nothing(Remembered last, String reason) {
    return new Translation(List.of(), last, reason);
  }

  private static void translate(Draft draft, Words words) {
    switch (draft.notice().kind().family()) {
      case CONTACT -> ContactEvents.translate(draft);
      case MESSAGE -> MessageEvents.translate(draft, words);
      case MAIL -> MailEvents.translate(draft);
      case DEAL -> DealEvents.translate(draft, words);
      case APPOINTMENT -> AppointmentEvents.translate(draft, words);
      case TASK -> WorkEvents.task(draft);
      case NOTE -> WorkEvents.note(draft);
      case INVOICE -> MoneyEvents.invoice(draft);
      case ORDER -> MoneyEvents.order(draft);
      case UNHEARD -> draft.silent("nobody hears it");
    }
  }
}
