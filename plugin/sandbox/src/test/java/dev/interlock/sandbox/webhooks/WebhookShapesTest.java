package dev.interlock.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interlock.crm.highlevel.conformance.SharedFiles;
import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Receiver;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Holds every webhook against the vendor's own sample of it.
class WebhookShapesTest {
  /// Added in real deliveries, and absent from all samples.
  private static final Set<String> ENVELOPE = Set.of("appId", "webhookId", "timestamp");

  /// Named by the vendor's tables of fields, and absent from the samples that we have.
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of(
          "messageId",
          "messageTypeId",
          "messageTypeString",
          "from",
          "to",
          "source",
          "userId",
          "callStatus",
          "callDuration");

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final Receiver receiver = new Receiver();
  private final Sandbox sandbox = Sandbox.start(DemoWorld.config(clock, 1));
  private final World world = sandbox.world();

  @AfterEach
  void close() {
    sandbox.close();
    receiver.close();
  }

  /// Lets everything happen once that there is a webhook for.
  private Map<String, JsonNode> everything() {
    sandbox.sendWebhooksTo(receiver.url());
    var crm = Crm.of(sandbox);
    var contactId = crm.contact("Ada", "+13015550100");
    var contact = "/contacts/" + contactId;
    crm.put(
        contact,
        """
        {"email": "ada@mail.example", "source": "site", "website": "https://ada.example",
         "address1": "1 River Road", "city": "Albany", "state": "NY", "postalCode": "12207"}\
        """);
    crm.post(contact + "/tags", "{\"tags\": [\"vip\"]}");
    var task =
        crm.post(
            contact + "/tasks",
            """
            {"title": "Call", "body": "Soon", "dueDate": "2026-11-02T15:00:00Z", "completed": false}\
            """);
    var taskId = task.text("/task/id");
    crm.put(contact + "/tasks/" + taskId + "/completed", "{\"completed\": true}");
    crm.delete(contact + "/tasks/" + taskId);
    var noteId = crm.post(contact + "/notes", "{\"body\": \"One\"}").text("/note/id");
    crm.put(contact + "/notes/" + noteId, "{\"body\": \"Two\"}");
    crm.delete(contact + "/notes/" + noteId);
    world.change(() -> talk(contactId));
    world.change(() -> sell(contactId));
    world.change(() -> meet(contactId));
    sandbox.advanceTo(clock.instant().plusSeconds(30));
    crm.delete(contact);
    sandbox.advanceTo(clock.instant().plusSeconds(30));
    var webhooks = new HashMap<String, JsonNode>();
    receiver.all().forEach(it -> webhooks.put(key(it.json()), it.json()));
    return webhooks;
  }

  private JsonNode happened(String webhook) {
    var webhooks = everything();
    assertThat(webhooks).containsKey(webhook);
    return webhooks.getOrDefault(webhook, MissingNode.getInstance());
  }

  private static String key(JsonNode json) {
    return json.path("type").asString("") + json.path("messageType").asString("");
  }

  private void talk(String contactId) {
    world.conversations().receiveMail(contactId, "Question", "<p>When?</p>");
    world.conversations().missCall(contactId, true);
    world.conversations().receiveText(contactId, "Hello");
  }

  private void sell(String contactId) {
    var pipeline = world.opportunities().pipelineNamed("Sales");
    var writing = Opportunity.Writing.open(pipeline.stages().getFirst(), "Ada", "workflow");
    var id = world.opportunities().create(contactId, writing, By.CRM).id();
    world.opportunities().edit(id, it -> it.in(pipeline.stageNamed("Engaged")), By.STAFF);
    world
        .opportunities()
        .edit(
            id,
            it ->
                new Opportunity.Writing(
                    it.pipelineId(),
                    it.stageId(),
                    it.name(),
                    "won",
                    700,
                    world.directory().colleagues().getFirst().id(),
                    it.source(),
                    "",
                    Map.of()),
            By.STAFF);
    world.opportunities().delete(id, By.STAFF);
  }

  private void meet(String contactId) {
    var calendar = world.calendars().all().getFirst();
    var start = world.now().plusSeconds(7200);
    var id =
        world.calendars().book(calendar, contactId, start, "booking_widget", "", By.PERSON).id();
    world.calendars().edit(id, it -> it.withStatus("cancelled"), By.PERSON);
    world.calendars().delete(id, By.STAFF);
  }

  @ParameterizedTest
  @CsvSource({
    "ContactCreate, ContactCreate",
    "ContactUpdate, ContactUpdate",
    "ContactTagUpdate, ContactTagUpdate",
    "ContactDelete, ContactDelete",
    "TaskCreate, TaskCreate",
    "TaskComplete, TaskComplete",
    "TaskDelete, TaskDelete",
    "NoteCreate, NoteCreate",
    "NoteUpdate, NoteUpdate",
    "NoteDelete, NoteDelete",
    "InboundMessageSMS, InboundMessage-1",
    "InboundMessageCALL, InboundMessage-3",
    "InboundMessageEmail, InboundMessage-4",
    "ConversationUnreadUpdate, ConversationUnreadWebhook",
    "OpportunityCreate, OpportunityCreate",
    "OpportunityUpdate, OpportunityUpdate",
    "OpportunityStageUpdate, OpportunityStageUpdate",
    "OpportunityStatusUpdate, OpportunityStatusUpdate",
    "OpportunityAssignedToUpdate, OpportunityAssignedToUpdate",
    "OpportunityMonetaryValueUpdate, OpportunityMonetaryValueUpdate",
    "OpportunityDelete, OpportunityDelete",
    "AppointmentCreate, AppointmentCreate",
    "AppointmentUpdate, AppointmentUpdate",
    "AppointmentDelete, AppointmentDelete",
  })
  void hasNoFieldsThatTheVendorsSampleLacks(String webhook, String sample) throws IOException {
    var folder = SharedFiles.highLevel("webhooks");
    assumeTrue(folder.isPresent(), "the vendor's samples are not on this machine");

    var ours = happened(webhook);
    var theirs = json(folder.get().resolve(sample + ".json"));

    assertThat(unknownNames(ours, theirs)).isEmpty();
    assertThat(unknownNames(ours.path("appointment"), theirs.path("appointment"))).isEmpty();
    assertThat(differentKinds(ours, theirs)).isEmpty();
  }

  private static Set<String> unknownNames(JsonNode ours, JsonNode theirs) {
    var names = new TreeSet<>(ours.propertyNames());
    names.removeAll(theirs.propertyNames());
    names.removeAll(ENVELOPE);
    names.removeAll(TOLD_ELSEWHERE);
    return names;
  }

  private static List<String> differentKinds(JsonNode ours, JsonNode theirs) {
    return ours.propertyNames().stream()
        .filter(theirs::has)
        .filter(name -> ours.path(name).getNodeType() != theirs.path(name).getNodeType())
        .toList();
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(file));
  }

  @Test
  void aVoicemailTellsItsStatusAndRecording() {
    var call = happened("InboundMessageCALL");

    assertThat(call.path("status").asString()).isEqualTo("voicemail");
    assertThat(call.path("messageTypeString").asString()).isEqualTo("TYPE_CALL");
    assertThat(call.path("attachments")).hasSize(1);
  }

  @Test
  void aMissedCallSaysThatNobodyAnswered() {
    sandbox.sendWebhooksTo(receiver.url());
    var contactId = Crm.of(sandbox).contact("Ada", "+13015550100");
    world.change(() -> world.conversations().missCall(contactId, false));
    sandbox.advanceTo(clock.instant().plusSeconds(2));

    var call = receiver.all().get(1).json();

    assertThat(call.path("callStatus").asString()).isEqualTo("no-answer");
    assertThat(call.path("callDuration").asInt()).isZero();
    assertThat(call.path("from").asString()).isEqualTo("+13015550100");
  }

  @Test
  void theFateOfAMailIsToldWithoutItsContact() {
    sandbox.sendWebhooksTo(receiver.url());
    var crm = Crm.of(sandbox);
    var contactId = crm.contact("Ada", "+13015550100");
    crm.put("/contacts/" + contactId, "{\"email\": \"ada@mail.example\"}");
    crm.post(
        "/conversations/messages",
        """
        {"type": "Email", "contactId": "%s", "subject": "Hi", "html": "<p>Hi</p>"}\
        """
            .formatted(contactId));
    sandbox.advanceTo(clock.instant().plusSeconds(10));

    var stats = receiver.all().getLast().json();

    assertThat(stats.path("type").asString()).isEqualTo("LCEmailStats");
    assertThat(stats.at("/webhookPayload/event").asString()).isEqualTo("delivered");
    assertThat(stats.at("/webhookPayload/recipient").asString()).isEqualTo("ada@mail.example");
    assertThat(stats.toString()).doesNotContain(contactId);
  }
}
