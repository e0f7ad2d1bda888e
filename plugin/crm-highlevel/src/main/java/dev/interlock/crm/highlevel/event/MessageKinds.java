package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.model.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// HighLevel's names of message types, without `TYPE_` before them.
final class MessageKinds {
  static final Map<String, String> BY_NUMBER =
      Map.of("1", "CALL", "2", "SMS", "3", "EMAIL", "34", "CUSTOM_CALL");

  private static final Map<Channel, Set<String>> NAMES =
      Map.of(
          Channel.SMS,
          Set.of(
              "SMS",
              "RCS",
              "CAMPAIGN_SMS",
              "CAMPAIGN_MANUAL_SMS",
              "CUSTOM_SMS",
              "CUSTOM_PROVIDER_SMS",
              "SMS_REVIEW_REQUEST",
              "SMS_NO_SHOW_REQUEST"),
          Channel.EMAIL,
          Set.of("EMAIL", "CAMPAIGN_EMAIL", "CUSTOM_EMAIL", "CUSTOM_PROVIDER_EMAIL"),
          Channel.CALL,
          Set.of("CALL", "IVR_CALL", "CAMPAIGN_CALL", "CAMPAIGN_MANUAL_CALL", "CUSTOM_CALL"),
          Channel.VOICEMAIL,
          Set.of("VOICEMAIL", "CAMPAIGN_VOICEMAIL"),
          Channel.CHAT,
          Set.of(
              "LIVE_CHAT",
              "WEBCHAT",
              "ALL_IN_ONE_CHAT",
              "WHATSAPP",
              "FB",
              "FACEBOOK",
              "CAMPAIGN_FACEBOOK",
              "IG",
              "INSTAGRAM",
              "GMB",
              "CAMPAIGN_GMB",
              "TIKTOK",
              "CUSTOM"));

  private MessageKinds() {}

  static Optional<Channel> channel(String name) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
