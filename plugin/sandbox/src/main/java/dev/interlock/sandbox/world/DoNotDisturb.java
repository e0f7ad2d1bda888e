package dev.interlock.sandbox.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// On which channels a contact may not be written to.
///
/// @param everywhere blocks all channels, whatever the single settings say
/// @param channels settings by the API's names: `Call`, `Email`, `SMS`, `WhatsApp`, `GMB`, `FB`
public record DoNotDisturb(boolean everywhere, Map<String, Setting> channels) {
  /// The API's names of the channels.
  public static final List<String> CHANNELS =
      List.of("Call", "Email", "SMS", "WhatsApp", "GMB", "FB");

  /// Nothing is blocked.
  public static final DoNotDisturb NONE = new DoNotDisturb(false, Map.of());

  /// One channel's setting.
  ///
  /// @param status `active` blocks, `permanent` blocks for good, `inactive` lets pass
  public record Setting(String status, String message, String code) {

    boolean isBlocking() {
      return !status.equals("inactive");
    }
  }

  /// Copies what it is given and keeps its order.
  public DoNotDisturb {
    channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
  }

  /// Whether nothing may be sent on a channel.
  public boolean blocks(String channel) {
    var setting = channels.get(channel);
    return everywhere || (setting != null && setting.isBlocking());
  }

  /// The same settings with some channels set. What is blocked for good stays so: it takes the
  /// contact's own word to lift it.
  public DoNotDisturb with(Map<String, Setting> changes) {
    var merged = new LinkedHashMap<>(channels);
    changes.forEach((channel, setting) ->
        merged.merge(
            channel, setting, (old, wanted) -> old.status().equals("permanent") ? old : wanted));
    return new DoNotDisturb(everywhere, merged);
  }

  /// The same settings, with one channel set by the contact's own word.
  public DoNotDisturb byContact(String channel, Setting setting) {
    var merged = new LinkedHashMap<>(channels);
    merged.put(channel, setting);
    return new DoNotDisturb(everywhere, merged);
  }

  /// The same settings with everything blocked, or not.
  public DoNotDisturb everywhere(boolean wanted) {
    return new DoNotDisturb(wanted, channels);
  }
}
