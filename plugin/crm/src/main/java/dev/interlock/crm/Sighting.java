package dev.interlock.crm;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Something that a reading of the CRM came across: a thing as it is now, whether a webhook told of
/// it or not.
///
/// @param thing the CRM's id of it
/// @param state what tells this state of the thing from the one before; the same state, read twice,
///   says the same
/// @param orderKey what happens with the same key is processed in turn, as with
///   [Reception.Accepted]; the contact's id
/// @param at when it came to be so, by the CRM's clock
/// @param text what the adapter's [Inbound#translate] makes events of, as of a webhook's body
public record Sighting(
    Kind kind, String thing, String state, String orderKey, Instant at, String text) {
  private static final String READ = "read:";

  /// What is read by itself, each with a cursor of its own.
  public enum Kind {
    /// Messages and calls in both directions, and what became of them.
    MESSAGES("messages and calls"),
    /// Bookings, and what became of them.
    APPOINTMENTS("appointments"),
    /// Contacts that were made or changed, with their tags and what they opted out of.
    CONTACTS("contacts"),
    /// Opportunities that were made or changed, with their stage and status.
    DEALS("opportunities"),
    /// Forms that contacts filled in. They are read only where a contract listens for them.
    FORMS("forms that were filled in");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// What people call it.
    public String words() {
      return words;
    }

    private String prefix() {
      return READ + name().toLowerCase(Locale.ROOT) + "/";
    }
  }

  /// The id under which it is taken in: of one thing in one state there is one, however often and
  /// by whichever reading it is seen.
  public String id() {
    return kind.prefix() + thing + "/" + state;
  }

  /// What kind of reading a delivery came from, by its id; empty for a webhook.
  public static Optional<Kind> kindOf(String deliveryId) {
    for (Kind kind : Kind.values()) {
      if (deliveryId.startsWith(kind.prefix())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
