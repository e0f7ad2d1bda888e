package dev.interlock.crm;

import dev.interlock.contract.contact.InstallationId;
import java.time.Instant;
import java.util.Optional;

/// What is made of a webhook at the door.
public sealed interface Reception {

  /// Genuine and ours: store it, then answer 200.
  ///
  /// @param deliveryId the CRM's id of the delivery, or a hash of its bytes where it has none
  /// @param orderKey deliveries with the same key are processed in turn; usually the contact's id
  /// @param kind what the CRM calls the event, for logs and metrics
  /// @param sentAt when the CRM says it was sent
  record Accepted(
      InstallationId installation,
      String deliveryId,
      String orderKey,
      String kind,
      Optional<Instant> sentAt)
      implements Reception {}

  /// Genuine, and about our app itself: take note of it durably, then answer 200.
  ///
  /// @param kind what the CRM calls the event
  record AboutTheApp(String kind, AppNotice notice) implements Reception {}

  /// Genuine, but nothing that concerns us: answer 200 and count it.
  record Ignored(String kind, String reason) implements Reception {}

  /// Not to be trusted or not to be read: answer this status and count it.
  record Rejected(int status, String reason) implements Reception {}
}
