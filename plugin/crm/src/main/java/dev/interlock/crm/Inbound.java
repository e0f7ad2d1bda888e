package dev.interlock.crm;

import dev.interlock.contract.contact.InstallationId;
import java.util.function.Function;

/// The door for a CRM's webhooks: says whether one is genuine and ours, and later what it means.
public interface Inbound {
  /// Judges a delivery by its raw bytes. Quick and without I/O: it runs before the answer.
  ///
  /// @param header looks a header up, in any case; null-free: empty text when absent
  default Reception receive(Function<String, String> header, byte[] body) {
    return receive("", header, body);
  }

  /// Judges a delivery that came to an address of its own event.
  ///
  /// @param event what the address says that it is; empty at the address for everything
  Reception receive(String event, Function<String, String> header, byte[] body);

  /// The same delivery, now saying for which event its address was.
  ///
  /// @param event as in [#receive(String, Function, byte[])], which accepted it; not empty
  byte[] named(byte[] body, String event);

  /// Says what a stored delivery means, given what was last known of its contact. The same input
  /// gives the same events with the same ids.
  ///
  /// A delivery is a webhook, or the [Sighting#text()] of something that was read. Both ways lead
  /// to the same events: what one of them told, the other does not tell again, whichever comes
  /// first.
  ///
  /// @throws NotNowException when it names things by ids whose names the CRM does not tell at the
  ///   moment: keep the delivery and translate it later
  Translation translate(InstallationId installation, byte[] body, Remembered last);

  /// The same delivery, now saying whose e-mail it is about.
  ///
  /// @param body of which [Translation#mail()] told that it does not say so itself
  byte[] addressed(byte[] body, OwnMail mail);
}
