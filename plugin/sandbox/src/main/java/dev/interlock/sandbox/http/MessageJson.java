package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.Message.Content;
import tools.jackson.databind.node.ObjectNode;

/// How the API writes a message.
final class MessageJson {
  private MessageJson() {}

  /// In a list. The text and the subject of a mail are not in it: they are read with the mail.
  static ObjectNode listed(Message message, String locationId) {
    var json =
        Json.object()
            .put("id", message.id())
            .put("locationId", locationId)
            .put("contactId", message.contactId())
            .put("conversationId", message.conversationId())
            .put("dateAdded", Iso.utc(message.added()))
            .put("direction", message.direction().word())
            .put("status", message.status());
    json.putArray("attachments");
    if (!message.source().isEmpty()) {
      json.put("source", message.source());
    }
    if (!message.userId().isEmpty()) {
      json.put("userId", message.userId());
    }
    return switch (message.content()) {
      case Content.Text text ->
          typed(json, 2, "TYPE_SMS").put("body", text.body()).put("contentType", "text/plain");
      case Content.Mail mail -> mail(typed(json, 3, "TYPE_EMAIL"), mail);
      case Content.Call call -> call(typed(json, 1, "TYPE_CALL"), call);
    };
  }

  /// By itself.
  static ObjectNode alone(Message message, String locationId) {
    return listed(message, locationId).put("body", message.body());
  }

  /// The mail behind a message.
  static ObjectNode mail(Message message, Content.Mail mail, String locationId) {
    var json =
        Json.object()
            .put("id", mail.emailMessageId())
            .put("altId", mail.header())
            .put("threadId", mail.threadId())
            .put("locationId", locationId)
            .put("contactId", message.contactId())
            .put("conversationId", message.conversationId())
            .put("dateAdded", Iso.utc(message.added()))
            .put("subject", mail.subject())
            .put("body", mail.body())
            .put("direction", message.direction().word())
            .put("status", message.status())
            .put("contentType", "text/html")
            .put("from", message.from());
    json.putArray("attachments");
    json.putArray("to").add(message.to());
    if (!message.source().isEmpty()) {
      json.put("source", message.source());
    }
    return json;
  }

  private static ObjectNode typed(ObjectNode json, int number, String name) {
    return json.put("type", number).put("messageType", name);
  }

  private static ObjectNode mail(ObjectNode json, Content.Mail mail) {
    json.put("contentType", "text/html");
    json.putObject("meta").putObject("email").putArray("messageIds").add(mail.emailMessageId());
    return json;
  }

  private static ObjectNode call(ObjectNode json, Content.Call call) {
    json.put("contentType", "text/plain");
    json.putObject("meta")
        .put("callStatus", call.callStatus())
        .put("callDuration", Integer.toString(call.seconds()));
    if (!call.recording().isEmpty()) {
      json.putArray("attachments").add(call.recording());
    }
    return json;
  }
}
