package dev.interlock.engine.decide;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import java.util.Optional;
import java.util.Set;

/// Sees messages of other apps: the CRM says that one went out through its API, which is our way
/// too, and not by whom.
///
/// It is another app's when its number is none of ours and every number of ours is known. A webhook
/// may come before the answer to the call that sent the message, so while one is on its way to the
/// contact, or may have reached them, nobody is suspected: better to miss one than to take our own
/// words for another's.
record OtherApps(Familiar familiar, Echo echo) {

  /// Whether it tells of a message that may be another app's, as far as numbers go.
  ///
  /// @param ours those of the messages in question that we sent
  static boolean mayBe(DomainEvent event, Set<MessageId> ours) {
    return event.provenance() == Provenance.UNKNOWN
        && event.what() instanceof Happening.MessageOutcome(var delivery, _, var message, _)
        && delivery == Delivery.SENT
        && !ours.contains(message);
  }

  /// What another app did, when the event shows it.
  ///
  /// @param event with ourselves as the doer, if we are
  Optional<DomainEvent> behind(DomainEvent event) {
    if (!mayBe(event, familiar.ours()) || familiar.unnumbered()) {
      return Optional.empty();
    }
    return event.what() instanceof Happening.MessageOutcome(_, var channel, _, _)
            && !echo.maySpeakOf(event, channel)
        ? Optional.of(sent(event, channel))
        : Optional.empty();
  }

  private static DomainEvent sent(DomainEvent event, Channel channel) {
    return new DomainEvent(
        event.id() + "/hand",
        event.contact(),
        event.occurredAt(),
        new Happening.ForeignHandActed(Hand.OTHER_APP, HandAct.MESSAGED, words(channel)),
        Provenance.FOREIGN);
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
}
