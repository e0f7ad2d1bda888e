package dev.interlock.contract.model;

/// What is written to a contact: Handlebars templates over `contact`, `setting`, `appointment`,
/// `deal` and `location`.
public sealed interface Message {
  /// The channel it goes by.
  Channel channel();

  /// The template of its text.
  String body();

  /// A text message.
  record Sms(String body) implements Message {
    public Sms {
      body = Texts.required("a text message", body);
    }

    @Override
    public Channel channel() {
      return Channel.SMS;
    }
  }

  /// An e-mail; the body is HTML.
  record Email(String subject, String body) implements Message {
    public Email {
      subject = Texts.required("an e-mail's subject", subject);
      body = Texts.required("an e-mail's body", body);
    }

    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }
  }
}
