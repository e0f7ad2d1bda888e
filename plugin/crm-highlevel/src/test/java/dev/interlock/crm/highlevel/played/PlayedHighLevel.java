package dev.interlock.crm.highlevel.played;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static dev.interlock.crm.highlevel.played.Things.text;
import static java.util.Objects.requireNonNull;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.StageName;
import dev.interlock.crm.Crm;
import dev.interlock.crm.compatibility.CrmBackdoor;
import dev.interlock.crm.compatibility.KitAccount;
import dev.interlock.crm.compatibility.Newcomer;
import dev.interlock.crm.compatibility.Weather;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An account of the played CRM, for one scenario.
public final class PlayedHighLevel implements CrmBackdoor, InstantSource {
  private static final String FURNITURE =
      """
      {"location": {"id": "loc1", "name": "Riverside Dental", "timezone": "America/New_York"},
       "pipelines": [{"id": "pipe1", "name": "Sales", "stages": [
         {"id": "stage1", "name": "New lead", "position": 0},
         {"id": "stage3", "name": "Booked", "position": 2},
         {"id": "stage2", "name": "Contacted", "position": 1}]}],
       "calendars": [{"id": "cal1", "name": "Consultation"}],
       "users": [{"id": "user1", "name": "Dana Desk"}, {"id": "user2", "name": "Ben Cole"}],
       "customFields": [
         {"id": "field1", "name": "Plan", "fieldKey": "contact.plan", "dataType": "TEXT",
          "model": "contact"},
         {"id": "field2", "name": "Plan", "fieldKey": "opportunity.plan", "dataType": "TEXT",
          "model": "opportunity"}],
       "customValues": [{"id": "value1", "name": "Booking link",
         "value": "https://book.example.com/riverside"}],
       "tags": [{"id": "tag1", "name": "lead"}],
       "workflows": [{"id": "flow1", "name": "Welcome series", "status": "published"}]}
      """;

  private final Weather weather;
  private final PlayedWorld world = new PlayedWorld(this, FURNITURE);
  private final HighLevelConnection connection;
  private final HighLevelCrm crm;
  private Instant now = KitAccount.BEGIN;

  private PlayedHighLevel(Player player, StubbedHighLevel server, Weather weather) {
    this.weather = weather;
    server.answers(any(anyUrl()).willReturn(aResponse().withTransformers(player.getName())));
    player.account = this;
    connection = HighLevelConnection.open(ApiConfig.at(server.address()), this);
    var api = connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
    crm = HighLevelCrm.of("loc1", api, this);
  }

  /// Answers in the name of the account that was opened last. Register it with the server.
  public static final class Player implements ResponseDefinitionTransformerV2 {
    private volatile @Nullable PlayedHighLevel account;

    /// Opens an account; the one before is forgotten.
    public PlayedHighLevel open(StubbedHighLevel server, Weather weather) {
      return new PlayedHighLevel(this, server, weather);
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      PlayedReply reply = requireNonNull(account).reply(PlayedRequest.of(event.getRequest()));
      return aResponse()
          .withStatus(reply.status())
          .withHeader("Content-Type", "application/json")
          .withBody(reply.body())
          .build();
    }

    @Override
    public String getName() {
      return "played";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }
  }

  private synchronized PlayedReply reply(PlayedRequest request) {
    if (!request.writes()) {
      return world.reply(request);
    }
    return switch (weather) {
      case FINE -> world.reply(request);
      case SLOW_DOWN -> PlayedReply.refused(429, "Too many requests");
      case DROPPED -> PlayedReply.refused(503, "Service unavailable");
      case NO_RIGHT -> PlayedReply.refused(401, "The token is not authorized for this scope.");
      case LOST -> {
        var done = world.reply(request);
        yield done.isSuccess() ? PlayedReply.refused(504, "Gateway timeout") : done;
      }
      case GARBLED -> {
        var done = world.reply(request);
        yield done.isSuccess()
            ? new PlayedReply(200, done.body().substring(0, done.body().length() / 2))
            : done;
      }
    };
  }

  @Override
  public Crm crm() {
    return crm;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ContactId newContact(Newcomer person) {
    ObjectNode contact = world.contacts.make();
    putUnlessEmpty(contact, "firstName", person.firstName());
    putUnlessEmpty(contact, "lastName", person.lastName());
    putUnlessEmpty(contact, "phone", person.phone());
    putUnlessEmpty(contact, "email", person.email());
    putUnlessEmpty(contact, "assignedTo", user(person.assignee()));
    person.tags().forEach(tag -> contact.withArray("tags").add(tag.text()));
    if (!person.plan().isEmpty()) {
      contact.withArray("customFields").addObject().put("id", "field1").put("value", person.plan());
    }
    contact.put("dnd", false);
    contact.put("dateAdded", now.toString());
    world.touch(contact);
    return new ContactId(text(contact, "id"));
  }

  private static void putUnlessEmpty(ObjectNode contact, String key, String value) {
    if (!value.isEmpty()) {
      contact.put(key, value);
    }
  }

  private String user(String name) {
    return named("users", name).map(user -> text(user, "id")).orElse("");
  }

  private Optional<JsonNode> named(String kind, String name) {
    return world
        .furniture(kind)
        .valueStream()
        .filter(thing -> text(thing, "name").equals(name))
        .findFirst();
  }

  @Override
  public void delete(ContactId contact) {
    world.contacts.delete(contact.text());
  }

  @Override
  public void optOut(ContactId contact, Channel channel) {
    String setting = channel == Channel.EMAIL ? "Email" : channel.name();
    world
        .contacts
        .find(contact.text())
        .ifPresent(
            found -> found.withObject("dndSettings").putObject(setting).put("status", "active"));
  }

  @Override
  public DealId newDeal(ContactId contact, StageName stage, DealStatus status, BigDecimal value) {
    String stageId =
        world
            .furniture("pipelines")
            .path(0)
            .path("stages")
            .valueStream()
            .filter(each -> text(each, "name").equals(stage.text()))
            .map(each -> text(each, "id"))
            .findFirst()
            .orElseThrow();
    ObjectNode deal =
        JsonNodeFactory.instance
            .objectNode()
            .put("contactId", contact.text())
            .put("pipelineId", "pipe1")
            .put("pipelineStageId", stageId)
            .put("status", status.name().toLowerCase(Locale.ROOT))
            .put("monetaryValue", value);
    ObjectNode made = world.opportunity(deal);
    // it has been there for long enough to be found
    made.put("createdAt", now.minusSeconds(60).toString());
    return new DealId(text(made, "id"));
  }

  /// The API tells the times of a contact's appointments without an offset.
  @Override
  public void newAppointment(ContactId contact, Instant start, Appointment.Status status) {
    world
        .appointments
        .make()
        .put("contactId", contact.text())
        .put("calendarId", "cal1")
        .put("appointmentStatus", status.name().toLowerCase(Locale.ROOT).replace("_", ""))
        .put("startTime", local(start))
        .put("endTime", local(start.plusSeconds(1800)))
        .put("dateAdded", now.toString())
        .put("dateUpdated", now.toString());
  }

  @Override
  public void writes(ContactId contact, String text) {
    world
        .messages
        .make()
        .put("contactId", contact.text())
        .put("messageType", "TYPE_SMS")
        .put("direction", "inbound")
        .put("status", "delivered")
        .put("body", text)
        .put("dateAdded", now.toString());
  }

  private static String local(Instant time) {
    return time.atZone(KitAccount.ZONE).toLocalDateTime().toString().replace('T', ' ') + ":00";
  }

  @Override
  public List<SeenMessage> messages(ContactId contact) {
    return world.messages.of(contact.text()).stream()
        .map(each ->
            text(each, "messageType").equals("TYPE_SMS")
                ? new SeenMessage(Channel.SMS, text(each, "body"))
                : new SeenMessage(Channel.EMAIL, text(each, "hidden")))
        .toList();
  }

  @Override
  public List<SeenTask> tasks(ContactId contact) {
    return world.tasks.of(contact.text()).stream()
        .map(each ->
            new SeenTask(
                text(each, "id"),
                text(each, "title"),
                text(each, "body"),
                Instant.parse(text(each, "dueDate")),
                userName(text(each, "assignedTo")),
                each.path("completed").asBoolean()))
        .toList();
  }

  private Optional<String> userName(String id) {
    return world
        .furniture("users")
        .valueStream()
        .filter(user -> text(user, "id").equals(id))
        .map(user -> text(user, "name"))
        .findFirst();
  }

  @Override
  public List<String> notes(ContactId contact) {
    return world.notes.of(contact.text()).stream().map(each -> text(each, "body")).toList();
  }

  @Override
  public boolean isInAutomation(ContactId contact, AutomationName automation) {
    return named("workflows", automation.text())
        .filter(flow -> world.enrolled.contains(contact + " " + text(flow, "id")))
        .isPresent();
  }

  @Override
  public void close() {
    connection.close();
  }
}
