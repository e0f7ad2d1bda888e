package dev.interlock.crm.highlevel.contact;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Channel;
import dev.interlock.crm.highlevel.wire.WireDnd;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Do-not-disturb as consent per channel.
///
/// A channel is opted out when `dnd` is true or its own setting is `active` or `permanent`: the two
/// may contradict each other, and either one counts. It is allowed when its own setting is
/// `inactive`, or when it has none and `dnd` is false. Where neither says anything, it is absent.
public final class Consents {
  private static final Map<Channel, List<String>> SETTINGS =
      Map.of(
          Channel.SMS, List.of("SMS"),
          Channel.EMAIL, List.of("Email"),
          // HighLevel keeps one setting for calls, whether they end in words or on tape
          Channel.CALL, List.of("Call"),
          Channel.VOICEMAIL, List.of("Call"),
          // a chat message may go by any of these: one that is blocked is reason enough
          Channel.CHAT, List.of("WhatsApp", "FB", "GMB"));

  private Consents() {}

  public static Map<Channel, Consent> of(WireDnd dnd) {
    var consent = new EnumMap<Channel, Consent>(Channel.class);
    for (Channel channel : Channel.values()) {
      blocks(dnd, SETTINGS.getOrDefault(channel, List.of()))
          .ifPresent(
              blocked -> consent.put(channel, blocked ? Consent.OPTED_OUT : Consent.ALLOWED));
    }
    return consent;
  }

  private static Optional<Boolean> blocks(WireDnd dnd, List<String> settings) {
    List<Boolean> said = settings.stream().flatMap(each -> dnd.blocks(each).stream()).toList();
    return said.isEmpty() ? Optional.empty() : Optional.of(said.contains(true));
  }
}
