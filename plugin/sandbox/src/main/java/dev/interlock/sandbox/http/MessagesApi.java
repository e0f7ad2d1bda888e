package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.Message.Content;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Reading messages: one, a conversation's, a mail, or everything for a reconciler.
final class MessagesApi {
  private static final Needs READ =
      new Needs("conversations/message.readonly", Routes.APRIL).without422();

  private static final int SMALLEST_EXPORT = 10;

  private MessagesApi() {}

  static void addTo(Routes routes) {
    routes.get("/conversations/messages/{id}", READ, MessagesApi::read);
    routes.get("/conversations/messages/email/{id}", READ, MessagesApi::readMail);
    routes.get("/conversations/{conversationId}/messages", READ, MessagesApi::list);
    routes.get("/conversations/messages/export", READ, MessagesApi::export);
  }

  /// The real answer has one more layer than the vendor's description of it.
  private static Answer read(Call call) {
    var id = call.path("id");
    var message = call.world().conversations().find(id);
    return Answer.ok(
        Json.wrapped(
            "message",
            MessageJson.alone(
                message.orElseThrow(() -> Refused.notFound("Message", id)), locationId(call))));
  }

  private static Answer readMail(Call call) {
    var id = call.path("id");
    var message =
        call.world()
            .conversations()
            .findMail(id)
            .orElseThrow(() -> Refused.notFound("Email message", id));
    if (message.content() instanceof Content.Mail mail) {
      return Answer.ok(MessageJson.mail(message, mail, locationId(call)));
    }
    throw Refused.notFound("Email message", id);
  }

  /// Newest first, and here too one more layer than described.
  private static Answer list(Call call) {
    var conversationId = call.path("conversationId");
    var all =
        call.world().conversations().all().stream()
            .filter(message -> message.conversationId().equals(conversationId))
            .toList();
    if (all.isEmpty()) {
      throw Refused.notFound("Conversation", conversationId);
    }
    var type = call.query("type");
    var wanted =
        all.reversed().stream()
            .map(message -> MessageJson.listed(message, locationId(call)))
            .filter(json -> type.isEmpty() || json.path("messageType").asString("").equals(type))
            .toList();
    var after = call.query("lastMessageId");
    var rest =
        after.isEmpty()
            ? wanted
            : wanted.stream()
                .dropWhile(json -> !json.path("id").asString("").equals(after))
                .skip(1)
                .toList();
    return Answer.ok(Json.wrapped("messages", page(rest, call.number("limit", 20, 100))));
  }

  private static ObjectNode page(List<ObjectNode> rest, int limit) {
    var page = rest.stream().limit(limit).toList();
    var json = Json.object();
    json.put("lastMessageId", page.isEmpty() ? "" : page.getLast().path("id").asString(""));
    json.put("nextPage", rest.size() > page.size());
    json.putArray("messages").addAll(page);
    return json;
  }

  /// Without a channel there are no mails in it.
  private static Answer export(Call call) {
    call.needsLocation(call.neededQuery("locationId"));
    var found = new ArrayList<>(call.world().conversations().all());
    var channel = call.query("channel").toLowerCase(Locale.ROOT);
    found.removeIf(message ->
        channel.isEmpty()
            ? message.channel().equals("Email")
            : !message.channel().toLowerCase(Locale.ROOT).equals(channel));
    found.removeIf(message -> !matches(call.query("contactId"), message.contactId()));
    found.removeIf(message -> !matches(call.query("conversationId"), message.conversationId()));
    Function<Message, Instant> time =
        call.query("sortBy").equals("updatedAt") ? Message::updated : Message::added;
    found.removeIf(
        message -> !isBetween(time.apply(message), call.query("startDate"), call.query("endDate")));
    Comparator<Message> oldestFirst = Comparator.comparing(time);
    found.sort(call.query("sortOrder").equals("asc") ? oldestFirst : oldestFirst.reversed());
    return Answer.ok(slice(call, found));
  }

  /// The cursor is the place of the next row; to callers it is just a word.
  private static ObjectNode slice(Call call, List<Message> found) {
    int limit = call.number("limit", 100, 500);
    if (limit < SMALLEST_EXPORT) {
      throw Refused.invalid("limit must not be less than " + SMALLEST_EXPORT);
    }
    int from = call.number("cursor", 0, Integer.MAX_VALUE);
    var json = Json.object();
    var messages = json.putArray("messages");
    found.stream()
        .skip(from)
        .limit(limit)
        .map(message -> MessageJson.listed(message, locationId(call)))
        .forEach(messages::add);
    if (from + limit < found.size()) {
      json.put("nextCursor", Integer.toString(from + limit));
    }
    return json.put("total", found.size());
  }

  private static boolean matches(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  private static boolean isBetween(Instant moment, String start, String end) {
    return (start.isEmpty() || !moment.isBefore(time("startDate", start)))
        && (end.isEmpty() || !moment.isAfter(time("endDate", end)));
  }

  private static Instant time(String name, String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException notIso) {
      throw Refused.invalid(name + " must be a valid ISO 8601 date string");
    }
  }

  private static String locationId(Call call) {
    return call.world().directory().location().id();
  }
}
