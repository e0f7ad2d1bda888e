package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.AppNotice;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// A delivery that was parsed: what it is, and its envelope.
///
/// @param deliveryId the vendor's id of it, or a hash of its bytes where it has none
public record Notice(EventKind kind, Json json, String deliveryId) {

  private static final String EVENT = "interlockEvent";

  /// Reads a delivery.
  ///
  /// @throws WrongShapeException when it is no JSON object
  public static Notice of(byte[] body) {
    Json json = object(body);
    return of(json, body, json.text(EVENT).orElse(""));
  }

  /// Reads a delivery that came to the address of an event.
  ///
  /// @param event what the address says; empty at the address for everything
  /// @throws WrongShapeException when it is no JSON object
  public static Notice of(byte[] body, String event) {
    return of(object(body), body, event);
  }

  /// The same delivery, now saying for which event its address was.
  public static byte[] named(byte[] body, String event) {
    return object(body).with(EVENT, event).document().getBytes(StandardCharsets.UTF_8);
  }

  private static Json object(byte[] body) {
    Json json = Json.parse(body);
    if (!json.isObject()) {
      throw new WrongShapeException("the body is no JSON object");
    }
    return json;
  }

  private static Notice of(Json json, byte[] body, String event) {
    return new Notice(
        Readout.kind(json).orElseGet(() -> EventKind.of(json, event)),
        json,
        json.text("webhookId").orElseGet(() -> "sha256:" + hash(body)));
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  /// What HighLevel calls it; for logs and counts.
  public String kindInWords() {
    return kind == EventKind.UNKNOWN
        ? json.text("type").orElse(kind.name())
        : Optional.of(kind.type()).filter(type -> !type.isEmpty()).orElse(kind.name());
  }

  /// The reading that it comes from; empty for a webhook.
  public Optional<Readout> readout() {
    return Readout.of(json);
  }

  /// The app for which it was sent; the vendor's samples lack it.
  public Optional<String> appId() {
    return json.text("appId");
  }

  /// What it tells of our app itself, where it does.
  public Optional<AppNotice> aboutTheApp() {
    Optional<InstallationId> account = json.text("locationId").map(InstallationId::new);
    Optional<String> company = json.text("companyId");
    String version = json.text("versionId").orElse("");
    return switch (kind) {
      case APP_INSTALL ->
          account
              .<AppNotice>map(
                  id -> new AppNotice.Installed(id, company.orElse(""), version, sentAt()))
              .or(() -> company.map(id -> new AppNotice.InstalledByAgency(id, sentAt())));
      case APP_UNINSTALL ->
          account
              .<AppNotice>map(id -> new AppNotice.Uninstalled(id, sentAt()))
              .or(() -> company.map(id -> new AppNotice.UninstalledByAgency(id, sentAt())));
      case APP_UPDATE -> account.map(id -> new AppNotice.Updated(id, version, sentAt()));
      default -> Optional.empty();
    };
  }

  /// The location that it is about.
  public Optional<String> locationId() {
    return json.text("locationId").or(() -> json.text("altId"));
  }

  /// The contact that it is about.
  public Optional<ContactId> contact() {
    Optional<String> id =
        switch (kind.family()) {
          case CONTACT -> json.text("id");
          case MESSAGE, DEAL, TASK, NOTE, ORDER -> json.text("contactId");
          case MAIL -> addressee().text("contactId");
          case APPOINTMENT -> appointment().text("contactId");
          case INVOICE -> json.at("contactDetails").text("id");
          case UNHEARD -> Optional.empty();
        };
    return id.map(ContactId::new);
  }

  /// Deliveries with the same key are about the same contact, or else about the same thing.
  public String orderKey() {
    return contact()
        .map(ContactId::text)
        .or(() -> kind == EventKind.EMAIL_STATS ? mailStatistic().orderKey() : Optional.empty())
        .or(() -> appointment().firstText("id"))
        .or(() -> json.firstText("id", "_id", "messageId"))
        .orElse(deliveryId);
  }

  /// Why no contract hears of it; empty for what is heard.
  public Optional<String> whyUnheard() {
    return kind == EventKind.EMAIL_STATS ? mailStatistic().whyUnheard() : kind.whyUnheard();
  }

  MailStatistic mailStatistic() {
    return new MailStatistic(json);
  }

  /// Whose e-mail it is about, where that was found out; no delivery comes with it.
  Json addressee() {
    return json.at(MailStatistic.ADDRESSEE);
  }

  /// Whether it has in it what only we put there; no delivery comes with it.
  public boolean isOurMaking() {
    return readout().isPresent() || isAddressed() || json.at(EVENT).isPresent();
  }

  /// Whether it looks like one of which was found out whose e-mail it is about.
  public boolean isAddressed() {
    return addressee().isPresent();
  }

  Json appointment() {
    return json.at("appointment");
  }

  /// When it was sent.
  public Optional<Instant> sentAt() {
    return json.instant("timestamp");
  }

  /// When what it tells happened, as near as it says. Without its envelope, as in the vendor's
  /// samples, there is only the age of the thing itself.
  Instant happenedAt() {
    return sentAt()
        .or(() -> json.instant("dateUpdated"))
        .or(() -> json.instant("updatedAt"))
        .or(() -> json.instant("dateAdded"))
        .or(() -> json.instant("createdAt"))
        .orElse(Instant.EPOCH);
  }

  /// What tells one change of a thing from the next: its moment, or else the delivery itself.
  String version() {
    return json.firstText("dateUpdated", "updatedAt", "timestamp").orElse(deliveryId);
  }
}
