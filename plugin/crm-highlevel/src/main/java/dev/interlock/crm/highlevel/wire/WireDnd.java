package dev.interlock.crm.highlevel.wire;

import java.util.Locale;
import java.util.Optional;

/// Do-not-disturb as a contact or an event carries it, in `dnd` and `dndSettings`.
///
/// The two may contradict each other; a channel is blocked if either says so.
public record WireDnd(Json json) {

  /// What is said about one channel.
  public enum Status {
    /// The CRM said nothing.
    UNKNOWN,
    /// Messages may be sent.
    INACTIVE,
    /// Blocked.
    ACTIVE,
    /// Blocked for good, by STOP or a complaint.
    PERMANENT
  }

  /// Whether all channels are blocked at once, if the CRM said.
  public Optional<Boolean> everywhere() {
    return json.flag("dnd");
  }

  /// One channel's own setting.
  ///
  /// @param channel `SMS`, `Email`, `Call`, `WhatsApp`, `GMB`, `FB`, without regard to case
  public Status channel(String channel) {
    return json.at("dndSettings").members().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(channel))
        .flatMap(entry -> entry.getValue().text("status").stream())
        .map(WireDnd::status)
        .findFirst()
        .orElse(Status.UNKNOWN);
  }

  /// Whether nothing may be sent on a channel; empty when the CRM said neither way.
  public Optional<Boolean> blocks(String channel) {
    if (everywhere().orElse(false)) {
      return Optional.of(true);
    }
    return switch (channel(channel)) {
      case ACTIVE, PERMANENT -> Optional.of(true);
      case INACTIVE -> Optional.of(false);
      case UNKNOWN -> everywhere();
    };
  }

  private static Status status(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "inactive" -> Status.INACTIVE;
      case "active" -> Status.ACTIVE;
      case "permanent" -> Status.PERMANENT;
      default -> Status.UNKNOWN;
    };
  }
}
