package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.model.Channel;
import dev.interlock.crm.highlevel.wire.Json;
import java.util.Locale;

/// What a message is, by the words and numbers that HighLevel has for that.
sealed interface MessageKind {

  /// Words, a call or a voicemail between the business and the contact.
  record Of(Channel channel) implements MessageKind {}

  /// A form that the contact sent off.
  record Form() implements MessageKind {}

  /// A line in the conversation that nobody wrote to anybody: a note, a review, an activity.
  record NoMessage() implements MessageKind {}

  /// The textual type is the one to trust; the number is the last resort.
  static MessageKind of(Json json) {
    String word =
        json.firstText("messageTypeString", "messageType")
            .or(() -> json.text("messageTypeId").map(MessageKinds.BY_NUMBER::get))
            .orElse("")
            .toUpperCase(Locale.ROOT)
            .replace('-', '_')
            .replace(' ', '_');
    String name = word.startsWith("TYPE_") ? word.substring("TYPE_".length()) : word;
    if (name.equals("FORM_SUBMISSION")) {
      return new Form();
    }
    return MessageKinds.channel(name).<MessageKind>map(Of::new).orElseGet(NoMessage::new);
  }
}
