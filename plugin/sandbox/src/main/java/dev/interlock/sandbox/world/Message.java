package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// A message or a call in a contact's conversation.
///
/// @param direction which way it went
/// @param source `api`, `app` or `workflow`; empty when it came in
/// @param userId the colleague who wrote it or took part in it; empty when nobody did
/// @param status as HighLevel writes it
public record Message(
    String id,
    String conversationId,
    String contactId,
    Direction direction,
    Content content,
    String source,
    String userId,
    String status,
    String from,
    String to,
    Instant added,
    Instant updated,
    By by)
    implements Thing {

  /// Which way a message went, seen from the business.
  public enum Direction {
    /// From the contact.
    INBOUND("inbound"),
    /// To the contact.
    OUTBOUND("outbound");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    /// The API's word for it.
    public String word() {
      return word;
    }
  }

  /// What was sent or said.
  public sealed interface Content {
    /// A text message.
    record Text(String body) implements Content {}

    /// A mail.
    ///
    /// @param emailMessageId the id under which the mail itself is kept
    record Mail(String subject, String body, String emailMessageId, String threadId)
        implements Content {
      /// Its `Message-ID`, which the mail service makes up, without brackets.
      public String header() {
        var bytes = emailMessageId.getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes) + "@mg.sandbox.example";
      }
    }

    /// A call.
    ///
    /// @param callStatus how it ended: `completed`, `no-answer`, `voicemail`, ...
    /// @param seconds how long it lasted
    /// @param recording where the recording is; empty when there is none
    record Call(String callStatus, int seconds, String recording) implements Content {}
  }

  /// The API's name of the channel: `SMS`, `Email` or `CALL`.
  public String channel() {
    return switch (content) {
      case Content.Text _ -> "SMS";
      case Content.Mail _ -> "Email";
      case Content.Call _ -> "CALL";
    };
  }

  /// What was written; empty for a call.
  public String body() {
    return switch (content) {
      case Content.Text text -> text.body();
      case Content.Mail mail -> mail.body();
      case Content.Call _ -> "";
    };
  }

  /// The subject of a mail; empty for others.
  public String subject() {
    return content instanceof Content.Mail mail ? mail.subject() : "";
  }

  /// Whether it went to the contact.
  public boolean isOutbound() {
    return direction == Direction.OUTBOUND;
  }

  Message withStatus(String now, Instant at) {
    return new Message(
        id,
        conversationId,
        contactId,
        direction,
        content,
        source,
        userId,
        now,
        from,
        to,
        added,
        at,
        by);
  }
}
