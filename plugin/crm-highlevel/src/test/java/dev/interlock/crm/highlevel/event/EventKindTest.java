package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.interlock.crm.Remembered;
import dev.interlock.crm.Translation;
import dev.interlock.crm.highlevel.conformance.SharedFiles;
import dev.interlock.crm.highlevel.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Walks the table of deliveries: ours, written as they really come, and the vendor's samples.
class EventKindTest {
  /// Kinds of delivery whose every event needs something remembered to compare with.
  private static final Set<EventKind> COMPARED =
      EnumSet.of(
          EventKind.OPPORTUNITY_UPDATE,
          EventKind.OPPORTUNITY_ASSIGNED_TO_UPDATE,
          EventKind.OPPORTUNITY_MONETARY_VALUE_UPDATE,
          EventKind.OPPORTUNITY_DELETE,
          // or somebody found whose e-mail it is about
          EventKind.EMAIL_STATS);

  /// What the vendor's samples are, and what is heard of them when nothing is remembered. They lack
  /// their envelope, so that nobody can say how old the contact is whose tags they tell.
  private static final Map<String, Expected> SAMPLES = samples();

  private record Expected(EventKind kind, List<String> heard) {}

  private static Map<String, Expected> samples() {
    var samples = new TreeMap<String, Expected>();
    heard(
        samples,
        "ContactCreate",
        EventKind.CONTACT_CREATE,
        "contact-created",
        "tag-added",
        "tag-added");
    heard(samples, "ContactUpdate", EventKind.CONTACT_UPDATE, "contact-changed");
    heard(samples, "ContactDelete", EventKind.CONTACT_DELETE, "contact-deleted");
    heard(samples, "ContactTagUpdate", EventKind.CONTACT_TAG_UPDATE);
    heard(samples, "ContactDndUpdate", EventKind.CONTACT_DND_UPDATE, "consent-opted-out");
    heard(samples, "InboundMessage-1", EventKind.INBOUND_MESSAGE, "message-received");
    // its type says outbound; it is a call of the contact's that was taken
    heard(samples, "InboundMessage-2", EventKind.OUTBOUND_MESSAGE, "message-received");
    heard(samples, "InboundMessage-3", EventKind.INBOUND_MESSAGE, "call-missed");
    heard(samples, "InboundMessage-4", EventKind.INBOUND_MESSAGE, "message-received");
    // its direction says inbound; only what the business sends has a source
    heard(samples, "OutboundMessage-1", EventKind.OUTBOUND_MESSAGE, "foreign-messaged");
    heard(samples, "OutboundMessage-2", EventKind.OUTBOUND_MESSAGE, "foreign-called");
    heard(samples, "OutboundMessage-3", EventKind.OUTBOUND_MESSAGE);
    heard(samples, "OutboundMessage-4", EventKind.OUTBOUND_MESSAGE, "foreign-messaged");
    heard(
        samples,
        "OpportunityCreate",
        EventKind.OPPORTUNITY_CREATE,
        "deal-created",
        "stage-entered");
    heard(samples, "OpportunityStageUpdate", EventKind.OPPORTUNITY_STAGE_UPDATE, "stage-entered");
    // its status is open
    heard(samples, "OpportunityStatusUpdate", EventKind.OPPORTUNITY_STATUS_UPDATE);
    heard(samples, "OpportunityUpdate", EventKind.OPPORTUNITY_UPDATE);
    heard(samples, "OpportunityAssignedToUpdate", EventKind.OPPORTUNITY_ASSIGNED_TO_UPDATE);
    heard(samples, "OpportunityMonetaryValueUpdate", EventKind.OPPORTUNITY_MONETARY_VALUE_UPDATE);
    heard(samples, "OpportunityDelete", EventKind.OPPORTUNITY_DELETE);
    heard(samples, "AppointmentCreate", EventKind.APPOINTMENT_CREATE, "appointment-booked");
    // both say that they are AppointmentCreate, and nothing in them says otherwise
    heard(samples, "AppointmentUpdate", EventKind.APPOINTMENT_CREATE, "appointment-booked");
    heard(samples, "AppointmentDelete", EventKind.APPOINTMENT_CREATE, "appointment-booked");
    heard(samples, "TaskCreate", EventKind.TASK_CREATE, "task-created");
    heard(samples, "TaskComplete", EventKind.TASK_COMPLETE, "task-completed");
    heard(samples, "TaskDelete", EventKind.TASK_DELETE);
    heard(samples, "NoteCreate", EventKind.NOTE_CREATE, "note-added");
    heard(samples, "NoteUpdate", EventKind.NOTE_UPDATE);
    heard(samples, "NoteDelete", EventKind.NOTE_DELETE);
    heard(samples, "InvoiceSent", EventKind.INVOICE_CHANGE, "money-invoice-sent");
    heard(
        samples,
        "InvoicePaid",
        EventKind.INVOICE_CHANGE,
        "money-payment-received",
        "money-invoice-paid");
    heard(samples, "InvoicePartiallyPaid", EventKind.INVOICE_CHANGE, "money-payment-received");
    Stream.of("InvoiceCreate", "InvoiceUpdate", "InvoiceVoid", "InvoiceDelete")
        .forEach(name -> heard(samples, name, EventKind.INVOICE_CHANGE));
    heard(samples, "OrderCreate", EventKind.ORDER_CREATE);
    heard(samples, "OrderStatusUpdate", EventKind.ORDER_STATUS_UPDATE, "money-payment-received");
    heard(samples, "LCEmailStats", EventKind.EMAIL_STATS);
    heard(samples, "ConversationUnreadWebhook", EventKind.CONVERSATION_UNREAD);
    heard(samples, "ProviderOutboundMessage-1", EventKind.PROVIDER_OUTBOUND_MESSAGE);
    heard(samples, "ProviderOutboundMessage-2", EventKind.PROVIDER_OUTBOUND_MESSAGE);
    heard(samples, "CampaignStatusUpdate", EventKind.CAMPAIGN_STATUS_UPDATE);
    Stream.of("AppInstall-1", "AppInstall-2", "AppInstall-3")
        .forEach(name -> heard(samples, name, EventKind.APP_INSTALL));
    Stream.of("AppUninstall-1", "AppUninstall-2")
        .forEach(name -> heard(samples, name, EventKind.APP_UNINSTALL));
    heard(samples, "PlanChange", EventKind.PLAN_CHANGE);
    heard(samples, "LocationCreate", EventKind.LOCATION_CREATE);
    heard(samples, "LocationUpdate", EventKind.LOCATION_UPDATE);
    heard(samples, "UserCreate-1", EventKind.USER_CREATE);
    heard(samples, "UserCreate-2", EventKind.USER_CREATE);
    Stream.of("Create", "Update", "Delete")
        .forEach(change -> {
          heard(samples, "Product" + change, EventKind.PRODUCT);
          heard(samples, "Price" + change, EventKind.PRICE);
          heard(samples, "Association" + change, EventKind.ASSOCIATION);
          heard(samples, "Record" + change, EventKind.RECORD);
        });
    heard(samples, "RelationCreate", EventKind.RELATION);
    heard(samples, "RelationDelete", EventKind.RELATION);
    heard(samples, "ObjectSchemaCreate", EventKind.OBJECT_SCHEMA);
    heard(samples, "ObjectSchemaUpdate", EventKind.OBJECT_SCHEMA);
    return samples;
  }

  private static void heard(
      Map<String, Expected> samples, String name, EventKind kind, String... events) {
    samples.put(name + ".json", new Expected(kind, List.of(events)));
  }

  @Test
  void hasADeliveryOfOursForEveryKind() {
    assertThat(ours().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(EventKind.values()).map(EventKind::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> hearsOursOrSaysWhyNot() {
    return ours().entrySet().stream()
        .flatMap(kind ->
            kind.getValue().members().entrySet().stream()
                .map(delivery ->
                    DynamicTest.dynamicTest(
                        kind.getKey() + ": " + delivery.getKey(),
                        () ->
                            hearsOrSaysWhyNot(
                                EventKind.valueOf(kind.getKey()), delivery.getValue()))));
  }

  private static void hearsOrSaysWhyNot(EventKind kind, Json delivery) {
    var notice = new Notice(EventKind.of(delivery, ""), delivery, "delivery1");
    assertThat(notice.kind()).isEqualTo(kind);

    Translation translation = Translator.translate(notice, Remembered.nothing(), new Given());

    boolean heard = kind.whyUnheard().isEmpty() && !COMPARED.contains(kind);
    assertThat(translation.events().isEmpty()).isNotEqualTo(heard);
    assertThat(translation.ignored().isBlank()).isEqualTo(heard);
  }

  @TestFactory
  Stream<DynamicTest> hearsTheVendorsSamplesOrSaysWhyNot() throws IOException {
    Path folder =
        SharedFiles.highLevel("webhooks")
            .orElseGet(() -> abort("the vendor's samples are not on this machine"));
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(SAMPLES.keySet()).containsExactlyElementsOf(names);
    }
    return SAMPLES.entrySet().stream()
        .map(sample ->
            DynamicTest.dynamicTest(
                sample.getKey(), () -> hears(folder.resolve(sample.getKey()), sample.getValue())));
  }

  private static void hears(Path file, Expected expected) throws IOException {
    var notice = Notice.of(Files.readAllBytes(file));
    assertThat(notice.kind()).isEqualTo(expected.kind());

    Translation translation = Translator.translate(notice, Remembered.nothing(), new Given());

    assertThat(translation.events())
        .extracting(event -> event.id().substring(0, event.id().indexOf('/')))
        .containsExactlyElementsOf(expected.heard());
    assertThat(translation.ignored().isBlank()).isEqualTo(!expected.heard().isEmpty());
  }

  private static Map<String, Json> ours() {
    try (var file = EventKindTest.class.getResourceAsStream("deliveries.json")) {
      return Json.parse(Objects.requireNonNull(file).readAllBytes()).members();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
