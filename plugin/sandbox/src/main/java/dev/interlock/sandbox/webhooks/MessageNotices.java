package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Change;
import dev.interlock.sandbox.world.Location;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.Message.Content;
import dev.interlock.sandbox.world.Submission;
import dev.interlock.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is told about messages and calls, everybody's and in both directions.
final class MessageNotices {
  private MessageNotices() {}

  static List<Notice> created(Message message, int unread) {
    if (message.status().equals("scheduled")) {
      return List.of();
    }
    if (message.isOutbound()) {
      return List.of(new Notice("OutboundMessage", fields(message)));
    }
    return List.of(
        new Notice("InboundMessage", fields(message)),
        new Notice("ConversationUnreadUpdate", unread(message, unread)));
  }

  static List<Notice> changed(Change.MessageChanged change, Location location) {
    var message = change.after();
    if (message.content() instanceof Content.Mail mail && !message.status().equals("sent")) {
      return statistic(message, mail, message.status(), location, change.at());
    }
    return List.of(new Notice("OutboundMessage", fields(message)));
  }

  static List<Notice> told(Change.MailTold told, Location location) {
    return told.mail().content() instanceof Content.Mail mail
        ? statistic(told.mail(), mail, told.event(), location, told.at())
        : List.of();
  }

  /// A form that shows as a message: under a number of its own, with which the list of submissions
  /// has nothing in common.
  static Notice submitted(Submission it, World world) {
    var fields = JsonNodeFactory.instance.objectNode();
    fields.put("contactId", it.contactId());
    fields.put("conversationId", world.conversations().idFor(it.contactId()));
    fields.put("messageId", "message-of-" + it.id());
    fields.put("dateAdded", Iso.utc(it.added().plusSeconds(1)));
    fields.put("direction", "inbound");
    fields.put("messageType", "FORM_SUBMISSION");
    fields.put("formId", it.formId());
    return new Notice("InboundMessage", fields);
  }

  private static ObjectNode fields(Message message) {
    var fields = JsonNodeFactory.instance.objectNode();
    fields.put("contactId", message.contactId());
    fields.put("conversationId", message.conversationId());
    fields.put("messageId", message.id());
    fields.put("dateAdded", Iso.utc(message.added()));
    fields.put("direction", message.direction().word());
    fields.put("messageType", message.channel());
    fields.put("from", message.from());
    if (!message.source().isEmpty()) {
      fields.put("source", message.source());
    }
    if (!message.userId().isEmpty()) {
      fields.put("userId", message.userId());
    }
    return switch (message.content()) {
      case Content.Text text -> text(fields, message, text);
      case Content.Mail mail -> mail(fields, message, mail);
      case Content.Call call -> call(fields, message, call);
    };
  }

  private static ObjectNode text(ObjectNode fields, Message message, Content.Text text) {
    fields.put("body", text.body());
    fields.put("status", message.status());
    fields.putArray("attachments");
    fields.put("to", message.to());
    fields.put("contentType", "text/plain");
    fields.put("messageTypeId", 2);
    return fields.put("messageTypeString", "TYPE_SMS");
  }

  /// A mail says nothing of its status: that comes by itself, as its statistics.
  private static ObjectNode mail(ObjectNode fields, Message message, Content.Mail mail) {
    fields.put("body", mail.body());
    fields.put("subject", mail.subject());
    fields.put("emailMessageId", mail.emailMessageId());
    fields.put("threadId", mail.threadId());
    fields.putArray("to").add(message.to());
    fields.put("messageTypeId", 3);
    return fields.put("messageTypeString", "TYPE_EMAIL");
  }

  /// A voicemail comes without `callStatus`, as in the vendor's own sample.
  private static ObjectNode call(ObjectNode fields, Message message, Content.Call call) {
    fields.put("status", message.status());
    var attachments = fields.putArray("attachments");
    if (!call.recording().isEmpty()) {
      attachments.add(call.recording());
    }
    if (!call.callStatus().equals("voicemail")) {
      fields.put("callStatus", call.callStatus());
      fields.put("callDuration", call.seconds());
    }
    fields.put("to", message.to());
    fields.put("messageTypeId", 1);
    return fields.put("messageTypeString", "TYPE_CALL");
  }

  private static ObjectNode unread(Message message, int count) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", message.conversationId())
        .put("contactId", message.contactId())
        .put("deleted", false)
        .put("inbox", true)
        .put("starred", false)
        .put("unreadCount", count);
  }

  /// Names neither the contact nor the message, only the recipient and the mail's header. The `id`
  /// is the location's, as in the vendor's own sample.
  private static List<Notice> statistic(
      Message message, Content.Mail mail, String event, Location location, Instant at) {
    var fields = JsonNodeFactory.instance.objectNode();
    fields.put("companyId", location.companyId());
    var payload = fields.putObject("webhookPayload");
    payload.put("event", event);
    payload.put("id", location.id());
    payload.put("timestamp", at.getEpochSecond());
    payload.put("log-level", event.equals("failed") ? "error" : "info");
    payload.put("recipient", message.to());
    payload.put("recipient-domain", message.to().substring(message.to().indexOf('@') + 1));
    payload
        .putObject("message")
        .putObject("headers")
        .put("message-id", "<" + mail.header() + ">")
        .put("from", message.from())
        .put("to", message.to());
    payload.putArray("tags").add("loc_" + location.id()).add("com_" + location.companyId());
    switch (event) {
      case "delivered" -> status(payload, 250, "OK");
      case "failed" -> {
        payload.put("severity", "permanent").put("reason", "bounce");
        status(payload, 550, "5.1.1 <" + message.to() + "> no such mailbox");
      }
      case "temporary_fail" -> status(payload, 421, "Try again later");
      default -> {}
    }
    return List.of(new Notice("LCEmailStats", fields));
  }

  private static void status(ObjectNode payload, int code, String words) {
    payload
        .putObject("delivery-status")
        .put("attempt-no", 1)
        .put("code", code)
        .put("message", words);
  }
}
