package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Contact;
import dev.interlock.sandbox.world.Conversations.Sender;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.Message.Content;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// Sending texts and mails, now or later. A yes means queued, not delivered.
final class SendApi {
  static final Needs WRITE = new Needs("conversations/message.write", Routes.APRIL).without422();

  private static final long LAST_PLAUSIBLE_SECOND = 100_000_000_000L;
  private static final Shape SEND =
      new Shape()
          .needs(Kind.TEXT, "type", "contactId")
          .may(Kind.TEXT, "message", "html", "subject", "emailFrom", "emailTo", "fromNumber")
          .may(Kind.TEXT, "toNumber", "templateId", "threadId", "replyMessageId", "appointmentId")
          .may(Kind.TEXT, "emailReplyMode", "conversationProviderId", "status", "customSubtypeId")
          .may(Kind.TEXTS, "attachments", "emailCc", "emailBcc")
          .may(Kind.OBJECT, "subType", "forward")
          .may(Kind.NUMBER, "scheduledTimestamp");

  private SendApi() {}

  static void addTo(Routes routes) {
    routes.post("/conversations/messages", WRITE, SendApi::send);
    routes.delete("/conversations/messages/{messageId}/schedule", WRITE, SendApi::cancel);
    routes.delete("/conversations/messages/email/{mailId}/schedule", WRITE, SendApi::cancelMail);
  }

  private static Answer send(Call call) {
    var body = SEND.check(call.body());
    var contact = ContactsApi.contact(call, body.path("contactId").stringValue());
    var message =
        switch (body.path("type").stringValue()) {
          case "SMS" -> sendText(call, contact, body);
          case "Email" -> sendMail(call, contact, body);
          case String other ->
              throw Refused.unsendable("No conversation provider found for type " + other);
        };
    return Answer.ok(queued(message));
  }

  private static Message sendText(Call call, Contact contact, ObjectNode body) {
    if (contact.silence().blocks("SMS")) {
      throw Refused.unsendable("Cannot send message as DND is active for SMS.");
    }
    var to = body.path("toNumber").asString(contact.phone());
    if (to.isEmpty()) {
      throw Refused.unsendable("Missing phone number");
    }
    if (!Phone.isCallable(to)) {
      throw Refused.unsendable("Invalid country calling code");
    }
    var text = body.path("message").asString("");
    if (text.isBlank()) {
      throw Refused.unsendable(
          "There is no message or attachments for this message. Skip sending.");
    }
    var from = body.path("fromNumber").asString(call.world().directory().location().phone());
    return sendOrSchedule(call, contact, new Content.Text(text), body, from, to);
  }

  private static Message sendMail(Call call, Contact contact, ObjectNode body) {
    if (contact.silence().blocks("Email")) {
      throw Refused.unsendable("Cannot send message as DND is active for Email.");
    }
    var to = body.path("emailTo").asString(contact.email());
    if (to.isEmpty()) {
      throw Refused.unsendable("Unable to send e-mail, contact's e-mail is invalid");
    }
    var text = body.path("html").asString(body.path("message").asString(""));
    var subject = body.path("subject").asString("");
    if (text.isBlank() || subject.isBlank()) {
      throw Refused.unsendable("Email needs a subject, and html or message");
    }
    var mailId = call.world().conversations().newMailId(contact.id());
    var thread = body.path("threadId").asString(mailId);
    var from = body.path("emailFrom").asString(call.world().directory().location().email());
    var mail = new Content.Mail(subject, text, mailId, thread);
    return sendOrSchedule(call, contact, mail, body, from, to);
  }

  private static Message sendOrSchedule(
      Call call, Contact contact, Content content, ObjectNode body, String from, String to) {
    var conversations = call.world().conversations();
    if (!body.path("scheduledTimestamp").isNumber()) {
      return conversations.send(contact.id(), content, Sender.API, from, to);
    }
    long seconds = body.path("scheduledTimestamp").longValue();
    if (seconds > LAST_PLAUSIBLE_SECOND) {
      throw Refused.invalid("scheduledTimestamp must be in seconds");
    }
    var due = Instant.ofEpochSecond(seconds);
    if (due.isBefore(call.world().now())) {
      throw Refused.unsendable("scheduledTimestamp is in the past");
    }
    return conversations.sendAt(due, contact.id(), content, Sender.API, from, to);
  }

  private static ObjectNode queued(Message message) {
    var json =
        Json.object()
            .put("conversationId", message.conversationId())
            .put("messageId", message.id())
            .put("msg", "Message queued successfully.");
    if (message.content() instanceof Content.Mail mail) {
      json.put("emailMessageId", mail.emailMessageId());
    }
    return json;
  }

  private static Answer cancel(Call call) {
    return cancel(call, call.path("messageId"));
  }

  private static Answer cancelMail(Call call) {
    var id = call.path("mailId");
    var mail = call.world().conversations().findMail(id);
    return cancel(call, mail.orElseThrow(() -> Refused.notFound("Message", id)).id());
  }

  private static Answer cancel(Call call, String messageId) {
    var conversations = call.world().conversations();
    if (conversations.find(messageId).isEmpty()) {
      throw Refused.notFound("Message", messageId);
    }
    if (!conversations.cancelScheduled(messageId, By.API)) {
      throw Refused.badRequest("Message is not scheduled");
    }
    return Answer.ok(
        Json.object()
            .put("status", 200)
            .put("message", "The scheduled message was cancelled successfully"));
  }
}
