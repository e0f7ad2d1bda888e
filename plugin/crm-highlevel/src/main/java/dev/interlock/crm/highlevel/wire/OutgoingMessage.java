package dev.interlock.crm.highlevel.wire;

/// A message to be sent. Texts go out as they are: render them before.
public sealed interface OutgoingMessage {
  String contactId();

  /// A text message.
  ///
  /// @param fromNumber the number to send from, empty for the contact's last used or the default
  ///   one
  record Sms(String contactId, String text, String fromNumber) implements OutgoingMessage {
    public Sms(String contactId, String text) {
      this(contactId, text, "");
    }

    @Override
    public String toString() {
      return "Sms[to contact " + contactId + "]";
    }
  }

  /// An e-mail.
  ///
  /// @param html the content; plain text has to be escaped and wrapped by the caller
  /// @param from the sender's address, empty for the location's default one
  record Email(String contactId, String subject, String html, String from)
      implements OutgoingMessage {
    public Email(String contactId, String subject, String html) {
      this(contactId, subject, html, "");
    }

    @Override
    public String toString() {
      return "Email[to contact " + contactId + "]";
    }
  }
}
