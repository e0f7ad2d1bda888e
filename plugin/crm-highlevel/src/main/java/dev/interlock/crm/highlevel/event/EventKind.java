package dev.interlock.crm.highlevel.event;

import static dev.interlock.crm.highlevel.event.EventKind.Family.APPOINTMENT;
import static dev.interlock.crm.highlevel.event.EventKind.Family.CONTACT;
import static dev.interlock.crm.highlevel.event.EventKind.Family.DEAL;
import static dev.interlock.crm.highlevel.event.EventKind.Family.INVOICE;
import static dev.interlock.crm.highlevel.event.EventKind.Family.MAIL;
import static dev.interlock.crm.highlevel.event.EventKind.Family.MESSAGE;
import static dev.interlock.crm.highlevel.event.EventKind.Family.NOTE;
import static dev.interlock.crm.highlevel.event.EventKind.Family.ORDER;
import static dev.interlock.crm.highlevel.event.EventKind.Family.TASK;
import static dev.interlock.crm.highlevel.event.EventKind.Family.UNHEARD;

import dev.interlock.crm.highlevel.wire.Json;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Every kind of webhook that HighLevel sends, and what becomes of it.
///
/// Most say in `type` what they are. Some say nothing, and some say something else there: those are
/// known by their shape.
public enum EventKind {
  CONTACT_CREATE("ContactCreate", CONTACT),
  CONTACT_UPDATE("ContactUpdate", CONTACT),
  CONTACT_DELETE("ContactDelete", CONTACT),
  CONTACT_TAG_UPDATE("ContactTagUpdate", CONTACT),
  CONTACT_DND_UPDATE("ContactDndUpdate", CONTACT),

  INBOUND_MESSAGE("InboundMessage", MESSAGE),
  OUTBOUND_MESSAGE("OutboundMessage", MESSAGE),

  OPPORTUNITY_CREATE("OpportunityCreate", DEAL),
  OPPORTUNITY_UPDATE("OpportunityUpdate", DEAL),
  OPPORTUNITY_STAGE_UPDATE("OpportunityStageUpdate", DEAL),
  OPPORTUNITY_STATUS_UPDATE("OpportunityStatusUpdate", DEAL),
  OPPORTUNITY_ASSIGNED_TO_UPDATE("OpportunityAssignedToUpdate", DEAL),
  OPPORTUNITY_MONETARY_VALUE_UPDATE("OpportunityMonetaryValueUpdate", DEAL),
  OPPORTUNITY_DELETE("OpportunityDelete", DEAL),

  APPOINTMENT_CREATE("AppointmentCreate", APPOINTMENT),
  APPOINTMENT_UPDATE("AppointmentUpdate", APPOINTMENT),
  APPOINTMENT_DELETE("AppointmentDelete", APPOINTMENT),

  TASK_CREATE("TaskCreate", TASK),
  TASK_COMPLETE("TaskComplete", TASK),
  TASK_DELETE("TaskDelete", "no contract listens to a task that is deleted"),

  NOTE_CREATE("NoteCreate", NOTE),
  NOTE_UPDATE("NoteUpdate", "no contract listens to a note that is changed"),
  NOTE_DELETE("NoteDelete", "no contract listens to a note that is deleted"),

  /// All seven invoice events look the same and say no type: what happened stands in the status.
  INVOICE_CHANGE("", INVOICE),
  INVOICE_DELETE("InvoiceDelete", "no contract listens to an invoice that is deleted"),
  ORDER_CREATE("OrderCreate", ORDER),
  ORDER_STATUS_UPDATE("OrderStatusUpdate", ORDER),

  /// It names neither the contact nor the message: whose e-mail it is has to be found out.
  EMAIL_STATS("LCEmailStats", MAIL),

  CONVERSATION_UNREAD("ConversationUnreadUpdate", "who has read what in the CRM concerns nobody"),
  CONVERSATION_UNREAD_WEBHOOK(
      "ConversationUnreadWebhook", "who has read what in the CRM concerns nobody"),
  CONVERSATION_UPDATE("ConversationUpdate", "a conversation is no more than its messages"),
  PROVIDER_OUTBOUND_MESSAGE(
      "ProviderOutboundMessage", "it is for apps that carry messages themselves"),
  CAMPAIGN_STATUS_UPDATE(
      "CampaignStatusUpdate", "campaigns are HighLevel's past; their messages are heard anyway"),

  APP_INSTALL("INSTALL", "it does not say in which account"),
  APP_UNINSTALL("UNINSTALL", "it does not say in which account"),
  APP_UPDATE("UPDATE", "it does not say in which account"),
  PLAN_CHANGE("PLAN_CHANGE", "what an account pays for the app changes nothing in its contracts"),
  APP_PAYMENT_STATUS(
      "AppPaymentStatus", "what an account pays for the app changes nothing in its contracts"),
  EXTERNAL_AUTH_CONNECTED("ExternalAuthConnected", "we have no sign-in of our own there"),

  LOCATION_CREATE("LocationCreate", "a new account has no contracts yet"),
  LOCATION_UPDATE("LocationUpdate", "the account's names are read again by themselves"),
  USER_CREATE("UserCreate", "the account's names are read again by themselves"),
  USER_UPDATE("UserUpdate", "the account's names are read again by themselves"),
  USER_DELETE("UserDelete", "the account's names are read again by themselves"),

  PRODUCT("ProductCreate", "it is about the goods, not about a contact"),
  PRICE("PriceCreate", "it is about the goods, not about a contact"),
  ASSOCIATION("AssociationCreate", "it is about the account's own kinds of record"),
  RELATION("RelationCreate", "it is about the account's own kinds of record"),
  RECORD("RecordCreate", "it is about the account's own kinds of record"),
  OBJECT_SCHEMA("ObjectSchemaCreate", "it is about the account's own kinds of record"),

  VOICE_AI_CALL_END("VoiceAiCallEnd", "the call itself is heard as a message"),
  SAAS_PLAN_CREATE("SaaSPlanCreate", "it is the agency's business"),

  UNKNOWN("", "this version knows no such event");

  /// What is told about the same kind of thing.
  enum Family {
    CONTACT,
    MESSAGE,
    MAIL,
    DEAL,
    APPOINTMENT,
    TASK,
    NOTE,
    INVOICE,
    ORDER,
    UNHEARD
  }

  private static final Set<String> INVOICES =
      Set.of(
          "InvoiceCreate",
          "InvoiceUpdate",
          "InvoiceSent",
          "InvoicePaid",
          "InvoicePartiallyPaid",
          "InvoiceVoid");

  private static final Set<EventKind> OF_THE_APP =
      EnumSet.of(APP_INSTALL, APP_UNINSTALL, APP_UPDATE, PLAN_CHANGE);

  private final String type;
  private final Family family;
  private final String reason;

  EventKind(String type, Family family) {
    this(type, family, "");
  }

  EventKind(String type, String reason) {
    this(type, UNHEARD, reason);
  }

  EventKind(String type, Family family, String reason) {
    this.type = type;
    this.family = family;
    this.reason = reason;
  }

  /// What HighLevel calls it; empty where it says nothing.
  String type() {
    return type;
  }

  Family family() {
    return family;
  }

  /// Why no contract hears of it; empty for what is heard.
  public Optional<String> whyUnheard() {
    return Optional.of(reason).filter(words -> !words.isEmpty());
  }

  /// Whether an address may be for an event of this name. What is told about the app itself comes
  /// to the address for everything only.
  public static boolean isNamed(String event) {
    return named(event).isPresent();
  }

  /// What a delivery is.
  ///
  /// The address is believed before the delivery's own `type`, which the vendor's samples have
  /// wrong; but not where the two are about different things: then everything is sent to an address
  /// that is for one event, and the type is all there is.
  ///
  /// @param event what its address says; empty at the address for everything
  static EventKind of(Json json, String event) {
    EventKind said =
        Shapes.recognised(json).or(() -> typed(json.text("type").orElse(""))).orElse(UNKNOWN);
    return named(event).filter(kind -> said == UNKNOWN || kind.isAboutTheSameAs(said)).orElse(said);
  }

  private static Optional<EventKind> typed(String name) {
    return Arrays.stream(values())
        .filter(kind -> !kind.type.isEmpty() && kind.type.equals(name))
        .findFirst();
  }

  private static Optional<EventKind> named(String event) {
    return INVOICES.contains(event)
        ? Optional.of(INVOICE_CHANGE)
        : typed(event).filter(kind -> !OF_THE_APP.contains(kind));
  }

  private boolean isAboutTheSameAs(EventKind other) {
    return thing().equals(other.thing()) || (family != UNHEARD && family == other.family);
  }

  private String thing() {
    return name().substring(0, name().indexOf('_') + 1);
  }
}
