package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.crm.highlevel.wire.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Messages and calls in both directions.
///
/// A call that the contact made and nobody took is a missed call, with a voicemail or without; one
/// that was taken is a message received by the channel `CALL`. Of what the business sends, messages
/// through the API may be ours: of those it is told what became of them. The others are somebody
/// else's: it is told that a foreign hand wrote or called.
final class MessageEvents {
  private static final Set<String> MISSED =
      Set.of("no-answer", "busy", "canceled", "cancelled", "failed", "voicemail", "missed");

  private final Draft draft;
  private final Json json;
  private final Instant at;
  private final String id;

  /// An e-mail is told by its own id: a webhook may have no other, and in lists one message may
  /// stand for a whole exchange of them.
  private final String key;

  private MessageEvents(Draft draft) {
    this.draft = draft;
    this.json = draft.notice().json();
    this.at = json.instant("dateAdded").orElseGet(draft.notice()::happenedAt);
    this.id = json.firstText("messageId", "emailMessageId").orElse(draft.notice().deliveryId());
    this.key = json.text("emailMessageId").orElse(id);
  }

  static void translate(Draft draft, Words words) {
    new MessageEvents(draft).translate(words);
  }

  private void translate(Words words) {
    switch (MessageKind.of(json)) {
      case MessageKind.Of(var channel) -> message(channel);
      case MessageKind.Form _ -> new FormEvents(draft, words).translate(id, at);
      case MessageKind.NoMessage _ ->
          draft.silent("a line in the conversation that nobody wrote to anybody");
    }
  }

  private void message(Channel channel) {
    switch (direction(channel)) {
      case INBOUND -> inbound(channel);
      case OUTBOUND -> outbound(channel);
      case CONTRADICTORY -> draft.silent("its type and its direction contradict each other");
    }
  }

  private enum Direction {
    INBOUND,
    OUTBOUND,
    CONTRADICTORY
  }

  /// Type and direction should agree, and in the vendor's own samples sometimes do not. The
  /// direction of a call is true then. Of other messages, one that has a source was sent by the
  /// business; for the rest it is better to hear nothing than to take our words for theirs.
  private Direction direction(Channel channel) {
    boolean saysIn = draft.notice().kind() == EventKind.INBOUND_MESSAGE;
    String direction = json.text("direction").orElse(saysIn ? "inbound" : "outbound");
    boolean isIn = direction.equalsIgnoreCase("inbound");
    if (saysIn == isIn || isCall(channel)) {
      return isIn ? Direction.INBOUND : Direction.OUTBOUND;
    }
    return !saysIn && json.text("source").isPresent()
        ? Direction.OUTBOUND
        : Direction.CONTRADICTORY;
  }

  private static boolean isCall(Channel channel) {
    return channel == Channel.CALL || channel == Channel.VOICEMAIL;
  }

  private void inbound(Channel channel) {
    if (isCall(channel)) {
      call(channel);
      return;
    }
    String body = json.text("body").orElse("").strip();
    String text = channel == Channel.EMAIL ? PlainText.of(body) : body;
    tellReceived(channel, text);
  }

  private void tellReceived(Channel channel, String text) {
    draft.tell(
        "message-received/" + key,
        at,
        Provenance.OUTSIDE,
        new Happening.MessageReceived(channel, new MessageId(id), text));
  }

  /// `callStatus` says more than `status`; a voicemail has only the latter.
  private void call(Channel channel) {
    String status = json.firstText("callStatus", "status").orElse("").toLowerCase(Locale.ROOT);
    boolean voicemail =
        channel == Channel.VOICEMAIL
            || status.equals("voicemail")
            || json.text("status").filter("voicemail"::equalsIgnoreCase).isPresent();
    if (voicemail || MISSED.contains(status)) {
      draft.tell(
          "call-missed/" + key,
          at,
          Provenance.OUTSIDE,
          new Happening.CallMissed(Optional.of(new MessageId(id)), voicemail));
    } else if (status.equals("completed") || status.equals("answered")) {
      tellReceived(Channel.CALL, "");
    } else {
      draft.silent("a call of which it is not known yet whether anybody answers");
    }
  }

  private void outbound(Channel channel) {
    String source = json.text("source").orElse("").toLowerCase(Locale.ROOT);
    boolean byUser = json.text("userId").isPresent();
    switch (source) {
      case "app" -> foreign(Hand.STAFF, channel);
      case "workflow", "campaign", "bulk_actions" -> foreign(Hand.AUTOMATION, channel);
      // what we send is sent by no user of the CRM
      case "" -> {
        if (byUser) {
          foreign(Hand.STAFF, channel);
        } else {
          outcome(channel);
        }
      }
      default -> outcome(channel);
    }
  }

  /// One message, one act, whatever becomes of it later.
  private void foreign(Hand hand, Channel channel) {
    HandAct act = isCall(channel) ? HandAct.CALLED : HandAct.MESSAGED;
    draft.tell(
        "foreign-" + act.name().toLowerCase(Locale.ROOT) + "/" + key,
        at,
        Provenance.FOREIGN,
        new Happening.ForeignHandActed(hand, act, words(channel)));
  }

  private static String words(Channel channel) {
    return switch (channel) {
      case SMS -> "sent a text message";
      case EMAIL -> "sent an e-mail";
      case CHAT -> "sent a chat message";
      case CALL -> "called";
      case VOICEMAIL -> "left a voicemail";
    };
  }

  private void outcome(Channel channel) {
    String status = json.text("status").orElse("").toLowerCase(Locale.ROOT);
    switch (status) {
      case "sent" -> tellOutcome(Delivery.SENT, channel, "");
      case "delivered", "read" -> tellOutcome(Delivery.DELIVERED, channel, "");
      case "opened" -> tellOutcome(Delivery.OPENED, channel, "");
      case "clicked" -> tellOutcome(Delivery.CLICKED, channel, "");
      case "failed", "undelivered" -> tellOutcome(Delivery.FAILED, channel, failure(status));
      case "opt_out" -> tellOutcome(Delivery.FAILED, channel, "the contact opted out");
      default -> draft.silent("nothing has become of the message yet");
    }
  }

  private String failure(String status) {
    return json.firstText("error", "errorMessage", "statusReason").orElse(status);
  }

  private void tellOutcome(Delivery delivery, Channel channel, String reason) {
    draft.tell(
        "message-" + delivery.name().toLowerCase(Locale.ROOT) + "/" + key,
        draft.notice().happenedAt(),
        Provenance.UNKNOWN,
        new Happening.MessageOutcome(delivery, channel, new MessageId(id), reason));
  }
}
