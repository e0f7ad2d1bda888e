package dev.interlock.crm.highlevel.event;

import dev.interlock.crm.Sighting;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.WireAppointment;
import dev.interlock.crm.highlevel.wire.WireMessage;
import dev.interlock.crm.highlevel.wire.WireOpportunity;
import dev.interlock.crm.highlevel.wire.WireSubmission;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A reading, and what it makes of the things it comes across: texts that [Translator] understands
/// as it does webhooks. Things that are no contact's are left out.
///
/// @param readAt when it reads
/// @param watched since when the location is watched: what was made before is not new
public record Readout(Instant readAt, Instant watched) {
  private static final String WHAT = "interlockRead";
  private static final String READ_AT = "interlockReadAt";
  private static final String WATCHED = "interlockWatched";

  private static final String CONTACT = "contact";
  private static final String MESSAGE = "message";
  private static final String APPOINTMENT = "appointment";
  private static final String OPPORTUNITY = "opportunity";
  private static final String SUBMISSION = "submission";
  private static final String CAME_IN = "in";

  /// The reading that a delivery comes from; empty for a webhook.
  static Optional<Readout> of(Json json) {
    return json.text(WHAT)
        .flatMap(_ -> json.instant(READ_AT))
        .flatMap(at -> json.instant(WATCHED).map(since -> new Readout(at, since)));
  }

  /// The kind of webhook that would have told what was read; empty for a webhook itself.
  static Optional<EventKind> kind(Json json) {
    return json.text(WHAT)
        .map(what ->
            switch (what) {
              case CONTACT -> EventKind.CONTACT_UPDATE;
              case MESSAGE ->
                  isInbound(json) ? EventKind.INBOUND_MESSAGE : EventKind.OUTBOUND_MESSAGE;
              case SUBMISSION -> EventKind.INBOUND_MESSAGE;
              case APPOINTMENT -> EventKind.APPOINTMENT_UPDATE;
              case OPPORTUNITY -> EventKind.OPPORTUNITY_UPDATE;
              default -> EventKind.UNKNOWN;
            });
  }

  private static boolean isInbound(Json json) {
    return json.text("direction").filter("inbound"::equalsIgnoreCase).isPresent();
  }

  /// Whether a thing that was made then is new to whoever watches.
  boolean isNew(Optional<Instant> made) {
    return made.filter(moment -> !moment.isBefore(watched)).isPresent();
  }

  /// Up to when a webhook tells only what this reading knew, of a thing that had changed last then:
  /// it is sent within moments of the change, and one that is sent after the reading may be about
  /// something else.
  Instant knew(Instant changed, Duration sameChange) {
    Instant soon = changed.plus(sameChange);
    return soon.isBefore(readAt) ? soon : readAt;
  }

  /// A contact.
  public Optional<Sighting> contact(Json json) {
    return changed(json, "dateUpdated", "dateAdded")
        .map(at ->
            new Sighting(
                Kind.CONTACTS,
                json.id(),
                version(json, "dateUpdated", "dateAdded"),
                json.id(),
                at,
                text(CONTACT, json)));
  }

  /// An opportunity.
  public Optional<Sighting> deal(Json json) {
    return new WireOpportunity(json)
        .contactId()
        .flatMap(contact ->
            changed(json, "updatedAt", "createdAt")
                .map(at ->
                    new Sighting(
                        Kind.DEALS,
                        json.id(),
                        version(json, "updatedAt", "createdAt"),
                        contact,
                        at,
                        text(OPPORTUNITY, json.with("contactId", contact)))));
  }

  /// An appointment.
  public Optional<Sighting> appointment(Json json) {
    return new WireAppointment(json)
        .contactId()
        .flatMap(contact ->
            changed(json, "dateUpdated", "dateAdded")
                .map(at ->
                    new Sighting(
                        Kind.APPOINTMENTS,
                        json.id(),
                        version(json, "dateUpdated", "dateAdded"),
                        contact,
                        at,
                        text(APPOINTMENT, Json.parse("{}").with(APPOINTMENT, json)))));
  }

  /// A message or call; empty for a line in a conversation that nobody wrote to anybody, and for
  /// what was said before anybody watched: that something became of it since makes it no news.
  public Optional<Sighting> message(Json json) {
    var message = new WireMessage(json);
    Json told =
        json.with("messageId", message.id())
            .withText("messageTypeId", json.text("type"))
            .withText("callStatus", message.callStatus());
    return message(told, message.id());
  }

  /// An e-mail, of which the message in the list tells no text.
  ///
  /// @param id the e-mail's own
  public Optional<Sighting> mail(Json message, String id, Json mail) {
    Json told =
        mail.with("messageId", message.id())
            .with("emailMessageId", id)
            .with("messageTypeString", "TYPE_EMAIL")
            .withText("contactId", message.text("contactId"))
            .withText("source", mail.text("source").or(() -> message.text("source")))
            .withText("userId", mail.text("userId").or(() -> message.text("userId")))
            .withText("direction", mail.text("direction").or(() -> message.text("direction")))
            .withText("dateAdded", mail.text("dateAdded").or(() -> message.text("dateAdded")))
            .withText("status", mail.text("status").or(() -> message.text("status")));
    return message(told, id);
  }

  private Optional<Sighting> message(Json told, String thing) {
    boolean isFromBefore = told.instant("dateAdded").filter(watched::isAfter).isPresent();
    if (isFromBefore || MessageKind.of(told) instanceof MessageKind.NoMessage) {
      return Optional.empty();
    }
    String status = told.text("status").orElse("") + told.text("callStatus").orElse("");
    boolean isCall = told.text("callStatus").isPresent();
    String state = isInbound(told) && !isCall ? CAME_IN : status.toLowerCase(Locale.ROOT).strip();
    return told.text("contactId")
        .flatMap(contact ->
            changed(told, "dateUpdated", "dateAdded")
                .map(at ->
                    new Sighting(Kind.MESSAGES, thing, state, contact, at, text(MESSAGE, told))));
  }

  /// A form that was filled in; empty for one that was before anybody watched, and for one that is
  /// nobody's. What was written into it is left out: no contract asks for that.
  public Optional<Sighting> submission(WireSubmission submission) {
    return submission
        .contactId()
        .flatMap(contact ->
            submission
                .createdAt()
                .filter(at -> !at.isBefore(watched))
                .map(at ->
                    new Sighting(
                        Kind.FORMS, submission.id(), "", contact, at, text(submission, contact))));
  }

  private String text(WireSubmission submission, String contact) {
    Json told =
        Json.parse("{}")
            .with("messageTypeString", "TYPE_FORM_SUBMISSION")
            .with("messageId", submission.id())
            .with("contactId", contact)
            .withText("formId", submission.formId())
            .withText("dateAdded", submission.json().text("createdAt"));
    return text(SUBMISSION, told);
  }

  private static Optional<Instant> changed(Json json, String changed, String made) {
    return json.instant(changed).or(() -> json.instant(made));
  }

  private static String version(Json json, String changed, String made) {
    return json.firstText(changed, made).orElse("");
  }

  private String text(String what, Json json) {
    return json.with(WHAT, what)
        .with(READ_AT, readAt.toString())
        .with(WATCHED, watched.toString())
        .document();
  }
}
