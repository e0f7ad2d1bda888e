package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.crm.MailClue;
import dev.interlock.crm.highlevel.event.MailStatistic.Meaning;
import dev.interlock.crm.highlevel.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/// What became of an e-mail of ours, as its mail service tells it, once it is known whose it is.
///
/// It is told under the identity that the status of a message has, so that a status and a statistic
/// of one fact count once.
final class MailEvents {
  /// HighLevel blocks the channel of its own accord soon after a complaint, and tells that too.
  private static final Duration SAME_OPT_OUT = Duration.ofHours(1);

  private static final String ASKED_FOR_NO_MORE = "mail-no-more/";

  private MailEvents() {}

  static void translate(Draft draft) {
    var statistic = draft.notice().mailStatistic();
    if (statistic.meaning() instanceof Meaning.Told(var about)) {
      switch (about) {
        case MailClue.Became(var delivery) -> became(draft, statistic, delivery);
        case MailClue.NoMore() -> noMore(draft, statistic.at());
      }
    }
  }

  private static void became(Draft draft, MailStatistic statistic, Delivery delivery) {
    Json whose = draft.notice().addressee();
    String message = whose.required("messageId");
    String key = whose.text("emailMessageId").orElse(message);
    String reason = delivery == Delivery.FAILED ? statistic.failure() : "";
    draft.tell(
        "message-" + delivery.name().toLowerCase(Locale.ROOT) + "/" + key,
        statistic.at(),
        Provenance.UNKNOWN,
        new Happening.MessageOutcome(delivery, Channel.EMAIL, new MessageId(message), reason));
  }

  /// What the contact's record says of the channel stays HighLevel's own matter: an unsubscription
  /// does not show there, and a record that allows e-mails must not seem to take it back.
  private static void noMore(Draft draft, Instant at) {
    if (draft.last().consent().get(Channel.EMAIL) == Consent.OPTED_OUT || isTold(draft, at)) {
      draft.silent("it is known that the contact wants no more e-mails");
      return;
    }
    draft.tell(
        "consent-opted-out/" + draft.contact() + "/mail-" + at.getEpochSecond(),
        at,
        Provenance.OUTSIDE,
        new Happening.ConsentHappened(ConsentChange.OPTED_OUT, Set.of(Channel.EMAIL)));
    draft.knownAt(ASKED_FOR_NO_MORE + draft.contact(), at);
  }

  /// Whether a statistic told around that moment that the contact wants no more e-mails.
  static boolean isTold(Draft draft, Instant at) {
    return draft
        .knownAsOf(ASKED_FOR_NO_MORE + draft.contact())
        .filter(told -> Duration.between(told, at).abs().compareTo(SAME_OPT_OUT) <= 0)
        .isPresent();
  }
}
