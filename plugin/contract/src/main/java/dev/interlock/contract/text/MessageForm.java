package dev.interlock.contract.text;

import dev.interlock.contract.model.Message;

/// Messages as text.
final class MessageForm {
  private MessageForm() {}

  static Node.Group write(Message message) {
    return switch (message) {
      case Message.Sms(var body) -> Writing.group("sms").text(body).done();
      case Message.Email(var subject, var body) ->
          Writing.group("email").text(subject).text(body).done();
    };
  }

  static Message read(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "sms" -> new Message.Sms(parts.text());
              case "email" -> new Message.Email(parts.text(), parts.text());
              default -> throw parts.unknown("a message");
            });
  }
}
