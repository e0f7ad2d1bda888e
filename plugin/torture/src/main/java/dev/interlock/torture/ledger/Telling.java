package dev.interlock.torture.ledger;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a webhook's body tells, read by the vendor's description of webhooks and by nothing of
/// Interlock's.
public final class Telling {
  private static final Set<String> OVER = Set.of("cancelled", "showed", "noshow");

  private Telling() {}

  /// What has to be heard; empty for kinds of webhooks that nothing depends on.
  public static Optional<Told> of(JsonNode body) {
    return switch (body.path("type").asString("")) {
      case "ContactCreate" -> {
        var contact = body.path("id").asString("");
        yield Optional.of(Told.begins("speed-to-lead", contact, contact));
      }
      case "AppointmentCreate" -> {
        var appointment = body.path("appointment");
        yield Optional.of(
            Told.begins(
                "appointment-reminders",
                appointment.path("id").asString(""),
                appointment.path("contactId").asString("")));
      }
      case "AppointmentUpdate" -> {
        var appointment = body.path("appointment");
        yield OVER.contains(appointment.path("appointmentStatus").asString(""))
            ? Optional.of(
                Told.over(
                    appointment.path("id").asString(""),
                    appointment.path("contactId").asString("")))
            : Optional.empty();
      }
      case "InboundMessage" -> {
        var message = body.path("messageId").asString("");
        var contact = body.path("contactId").asString("");
        yield Optional.of(
            isMissedCall(body)
                ? Told.begins("missed-call-text-back", message, contact)
                : Told.heard(message, contact));
      }
      default -> Optional.empty();
    };
  }

  /// Nobody in the sandbox ever takes a call.
  private static boolean isMissedCall(JsonNode body) {
    return body.path("messageType").asString("").equals("CALL");
  }
}
