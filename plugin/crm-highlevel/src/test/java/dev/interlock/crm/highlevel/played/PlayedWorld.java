package dev.interlock.crm.highlevel.played;

import static dev.interlock.crm.highlevel.played.Things.array;
import static dev.interlock.crm.highlevel.played.Things.text;

import dev.interlock.crm.compatibility.KitAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The played CRM: what it has, and what each call does to it. Its searches lag, as the real one's.
final class PlayedWorld {
  private static final Duration LAG = Duration.ofSeconds(10);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final InstantSource clock;
  private final JsonNode furniture;
  final Things contacts = new Things("contact");
  final Things opportunities = new Things("deal");
  final Things appointments = new Things("appointment");
  final Things tasks = new Things("task");
  final Things notes = new Things("note");
  final Things messages = new Things("message");
  final Set<String> enrolled = new HashSet<>();

  PlayedWorld(InstantSource clock, String furniture) {
    this.clock = clock;
    this.furniture = MAPPER.readTree(furniture);
  }

  /// What the account has from the beginning: `pipelines`, `users` and the like.
  JsonNode furniture(String key) {
    return furniture.path(key);
  }

  PlayedReply reply(PlayedRequest request) {
    return switch (request.path().getFirst()) {
      case "contacts" -> request.is("POST /contacts/search") ? search(request) : contact(request);
      case "conversations" -> conversation(request);
      case "opportunities" -> opportunity(request);
      default -> account(request);
    };
  }

  private PlayedReply account(PlayedRequest request) {
    List<String> path = request.path();
    return switch (path.getLast()) {
      case "customFields", "tags", "customValues", "workflows", "calendars" ->
          PlayedReply.ok(path.getLast(), furniture(path.getLast()));
      case "events" -> PlayedReply.ok("events", appointments.array(it -> isAsked(it, request)));
      case "users", "search" -> PlayedReply.ok("users", furniture("users"));
      default ->
          request.is("GET /locations/*")
              ? PlayedReply.ok("location", furniture("location"))
              : PlayedReply.refused(404, "no such route");
    };
  }

  private static boolean isAsked(ObjectNode appointment, PlayedRequest request) {
    long start =
        LocalDateTime.parse(text(appointment, "startTime").replace(' ', 'T'))
            .atZone(KitAccount.ZONE)
            .toInstant()
            .toEpochMilli();
    return text(appointment, "calendarId").equals(request.query("calendarId"))
        && start >= Long.parseLong(request.query("startTime"))
        && start < Long.parseLong(request.query("endTime"));
  }

  private PlayedReply search(PlayedRequest request) {
    Comparator<ObjectNode> oldestFirst =
        Comparator.comparing((ObjectNode it) -> text(it, "dateUpdated"))
            .thenComparing(it -> text(it, "id"));
    JsonNode body = request.body();
    boolean ascends = text(body.path("sort").path(0), "direction").equals("asc");
    List<ObjectNode> newest =
        contacts.all().stream()
            .filter(it -> text(it, "dateUpdated").compareTo(since(body)) >= 0)
            .sorted(ascends ? oldestFirst : oldestFirst.reversed())
            .toList();
    String after = request.body().path("searchAfter").path(1).asString("");
    int start = 0;
    for (int i = 0; i < newest.size(); i++) {
      if (text(newest.get(i), "id").equals(after)) {
        start = i + 1;
      }
    }
    int limit = request.body().path("pageLimit").asInt();
    List<ObjectNode> page = newest.stream().skip(start).limit(limit).map(this::placed).toList();
    return PlayedReply.ok("contacts", array(page));
  }

  private static String since(JsonNode search) {
    return text(search.path("filters").path(0).path("value"), "gte");
  }

  private ObjectNode placed(ObjectNode contact) {
    ObjectNode copy = contact.deepCopy();
    copy.putArray("searchAfter")
        .add(Instant.parse(text(contact, "dateUpdated")).toEpochMilli())
        .add(text(contact, "id"));
    return copy;
  }

  private PlayedReply contact(PlayedRequest request) {
    String id = request.path().get(1);
    Optional<ObjectNode> contact = contacts.find(id);
    if (contact.isEmpty()) {
      return PlayedReply.refused(400, "Contact not found for id");
    }
    if (request.is("GET /contacts/*")) {
      return PlayedReply.ok("contact", contact.get());
    }
    if (request.is("PUT /contacts/*")) {
      return changed(contact.get(), request.body());
    }
    return switch (request.path().get(2)) {
      case "tags" -> tags(contact.get(), request);
      case "tasks" -> task(id, request);
      case "notes" -> note(id, request);
      case "appointments" -> PlayedReply.ok("events", array(appointments.of(id)));
      case "workflow" -> workflow(id, request);
      default -> PlayedReply.refused(404, "no such route");
    };
  }

  private PlayedReply changed(ObjectNode contact, JsonNode change) {
    change.properties().stream()
        .filter(member -> !member.getKey().equals("customFields"))
        .forEach(member -> contact.set(member.getKey(), member.getValue()));
    change.path("customFields").forEach(field -> setField(contact, field));
    touch(contact);
    return PlayedReply.ok("contact", contact);
  }

  private static void setField(ObjectNode contact, JsonNode field) {
    ArrayNode fields = contact.withArray("customFields");
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (text(fields.get(i), "id").equals(text(field, "id"))) {
        fields.remove(i);
      }
    }
    fields.addObject().put("id", text(field, "id")).set("value", field.path("field_value"));
  }

  private PlayedReply tags(ObjectNode contact, PlayedRequest request) {
    ArrayNode tags = contact.withArray("tags");
    request
        .body()
        .path("tags")
        .forEach(tag -> {
          for (int i = tags.size() - 1; i >= 0; i--) {
            if (tags.get(i).asString().equals(tag.asString())) {
              tags.remove(i);
            }
          }
          if (request.method().equals("POST")) {
            tags.add(tag);
          }
        });
    touch(contact);
    return PlayedReply.ok("tags", tags);
  }

  private PlayedReply task(String contact, PlayedRequest request) {
    if (request.method().equals("GET")) {
      return PlayedReply.ok("tasks", array(tasks.of(contact)));
    }
    if (request.path().size() > 3) {
      return tasks
          .find(request.path().get(3))
          .map(task -> PlayedReply.ok("task", task.setAll((ObjectNode) request.body())))
          .orElseGet(() -> PlayedReply.refused(404, "no such task"));
    }
    ObjectNode task = tasks.make().put("contactId", contact);
    return PlayedReply.ok("task", task.setAll((ObjectNode) request.body()));
  }

  private PlayedReply note(String contact, PlayedRequest request) {
    if (request.method().equals("GET")) {
      return PlayedReply.ok("notes", array(notes.of(contact)));
    }
    ObjectNode note = notes.make().put("contactId", contact).put("body", request.text("body"));
    return PlayedReply.ok("note", note);
  }

  private PlayedReply workflow(String contact, PlayedRequest request) {
    String enrolment = contact + " " + request.path().get(3);
    if (request.method().equals("POST")) {
      enrolled.add(enrolment);
    } else {
      enrolled.remove(enrolment);
    }
    return PlayedReply.ok(MAPPER.createObjectNode().put("succeded", true));
  }

  private PlayedReply opportunity(PlayedRequest request) {
    if (request.is("GET /opportunities/pipelines")) {
      return PlayedReply.ok("pipelines", furniture("pipelines"));
    }
    if (request.is("GET /opportunities/search")) {
      String contact = request.query("contact_id");
      return PlayedReply.ok(
          "opportunities",
          opportunities.array(it -> text(it, "contactId").equals(contact) && isShown(it)));
    }
    if (request.is("POST /opportunities/search")) {
      String since = since(request.body());
      return PlayedReply.ok(
          "opportunities", opportunities.array(it -> text(it, "updatedAt").compareTo(since) >= 0));
    }
    if (request.is("POST /opportunities")) {
      return contacts.find(request.text("contactId")).isPresent()
          ? PlayedReply.ok("opportunity", opportunity((ObjectNode) request.body()))
          : PlayedReply.refused(400, "Contact not found for id");
    }
    return opportunities
        .find(request.path().get(1))
        .map(deal -> opportunity(deal, request))
        .orElseGet(() -> PlayedReply.refused(404, "no such opportunity"));
  }

  private PlayedReply opportunity(ObjectNode deal, PlayedRequest request) {
    if (request.method().equals("PUT")) {
      deal.setAll((ObjectNode) request.body());
      deal.put("updatedAt", now());
    }
    return PlayedReply.ok("opportunity", deal);
  }

  ObjectNode opportunity(ObjectNode fields) {
    ObjectNode deal = opportunities.make().put("createdAt", now()).put("updatedAt", now());
    return deal.setAll(fields);
  }

  private boolean isShown(ObjectNode thing) {
    String made = text(thing, "createdAt") + text(thing, "dateAdded");
    return !Instant.parse(made).isAfter(clock.instant().minus(LAG));
  }

  private PlayedReply conversation(PlayedRequest request) {
    if (request.is("POST /conversations/messages")) {
      return contacts
          .find(request.text("contactId"))
          .map(contact -> send(contact, request))
          .orElseGet(() -> PlayedReply.refused(400, "Contact not found for id"));
    }
    if (request.is("GET /conversations/messages/export")) {
      String channel = request.query("channel").equals("Email") ? "TYPE_EMAIL" : "TYPE_SMS";
      return PlayedReply.ok("messages", messages.array(it -> isAsked(it, channel, request)));
    }
    return messages
        .find(request.path().getLast().replace("mail-", ""))
        .map(message -> PlayedReply.ok(mail(message)))
        .orElseGet(() -> PlayedReply.refused(404, "no such e-mail"));
  }

  private boolean isAsked(ObjectNode message, String channel, PlayedRequest request) {
    return text(message, "messageType").equals(channel)
        && (request.query("contactId").isEmpty()
            || text(message, "contactId").equals(request.query("contactId")))
        && text(message, "dateAdded").compareTo(request.query("startDate")) >= 0
        && isShown(message);
  }

  private PlayedReply send(ObjectNode contact, PlayedRequest request) {
    boolean sms = request.text("type").equals("SMS");
    String channel = sms ? "SMS" : "Email";
    if (text(contact.path("dndSettings").path(channel), "status").equals("active")) {
      return PlayedReply.refused(400, "Cannot send message as DND is active for " + channel + ".");
    }
    if (text(contact, sms ? "phone" : "email").isEmpty()) {
      return PlayedReply.refused(
          400, sms ? "Missing phone number" : "Unable to send e-mail, contact's e-mail is invalid");
    }
    ObjectNode message =
        messages
            .make()
            .put("contactId", text(contact, "id"))
            .put("messageType", sms ? "TYPE_SMS" : "TYPE_EMAIL")
            .put("direction", "outbound")
            .put("source", "api")
            .put("dateAdded", now());
    if (sms) {
      message.put("body", request.text("message"));
    } else {
      message.put("hidden", request.text("subject"));
      message.putObject("meta").putObject("email").putArray("messageIds").add(mailId(message));
    }
    ObjectNode answer =
        MAPPER.createObjectNode().put("messageId", text(message, "id")).put("msg", "Queued.");
    return PlayedReply.ok(sms ? answer : answer.put("emailMessageId", mailId(message)));
  }

  private static String mailId(ObjectNode message) {
    return "mail-" + text(message, "id");
  }

  private static ObjectNode mail(ObjectNode message) {
    return MAPPER
        .createObjectNode()
        .put("id", mailId(message))
        .put("subject", text(message, "hidden"))
        .put("dateAdded", text(message, "dateAdded"));
  }

  void touch(ObjectNode contact) {
    contact.put("dateUpdated", now());
  }

  String now() {
    return clock.instant().toString();
  }
}
