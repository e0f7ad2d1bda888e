package dev.interlock.crm.highlevel.wire;

import java.util.List;

/// Calls about messages and conversations.
public final class MessageCalls {
  private final String locationId;
  private final Exchange exchange;

  MessageCalls(String locationId, Exchange exchange) {
    this.locationId = locationId;
    this.exchange = exchange;
  }

  /// Has a message queued. Never repeat this on a doubt: look into [#export] first.
  public Answer<WireSent> send(OutgoingMessage message) {
    var call = WireCall.of(Operation.SEND_MESSAGE).body(body(message));
    return exchange.ask(call, WireSent::new);
  }

  private static Body body(OutgoingMessage message) {
    return switch (message) {
      case OutgoingMessage.Sms(var contactId, var text, var from) ->
          Body.of("type", "SMS")
              .with("contactId", contactId)
              .with("message", text)
              .unlessEmpty("fromNumber", from);
      case OutgoingMessage.Email(var contactId, var subject, var html, var from) ->
          Body.of("type", "Email")
              .with("contactId", contactId)
              .with("subject", subject)
              .with("html", html)
              .unlessEmpty("emailFrom", from);
    };
  }

  /// One message, for its status.
  public Answer<WireMessage> message(String messageId) {
    var call = WireCall.of(Operation.GET_MESSAGE).id("id", messageId);
    // the real answer is one level deeper than the vendor describes it
    return exchange.ask(
        call, json -> new WireMessage(json.at("message").isObject() ? json.at("message") : json));
  }

  /// The e-mail behind a message.
  ///
  /// @param emailMessageId one of [WireMessage#emailMessageIds()], not the message's own id
  public Answer<WireEmail> email(String emailMessageId) {
    var call = WireCall.of(Operation.GET_EMAIL).id("id", emailMessageId);
    // lenient as with messages: described flat, and may be nested like them
    return exchange.ask(
        call,
        json -> new WireEmail(json.at("emailMessage").isObject() ? json.at("emailMessage") : json));
  }

  /// A conversation's newest messages.
  public Answer<WireMessagePage> messages(String conversationId) {
    return exchange.ask(conversation(conversationId), WireMessagePage::new);
  }

  /// The messages before those of a page.
  ///
  /// @param next what [WireMessagePage#next()] said
  public Answer<WireMessagePage> messages(String conversationId, String next) {
    var call = conversation(conversationId).query("lastMessageId", next);
    return exchange.ask(call, WireMessagePage::new);
  }

  private static WireCall conversation(String conversationId) {
    return WireCall.of(Operation.LIST_MESSAGES)
        .id("conversationId", conversationId)
        .query("limit", "100");
  }

  /// The location's messages by time, one page.
  public Answer<WireMessageExport> export(MessageExport export) {
    var call = WireCall.of(Operation.EXPORT_MESSAGES).query("locationId", locationId);
    return exchange.ask(export.addTo(call), WireMessageExport::new);
  }

  /// The contact's conversations; usually there is one, or none before the first message.
  public Answer<List<WireConversation>> conversations(String contactId) {
    var call =
        WireCall.of(Operation.SEARCH_CONVERSATIONS)
            .query("locationId", locationId)
            .query("contactId", contactId);
    return exchange.ask(call, json -> json.all("conversations", WireConversation::new));
  }
}
