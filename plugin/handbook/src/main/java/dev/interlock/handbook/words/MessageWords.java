package dev.interlock.handbook.words;

import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.contract.model.SendTerms.Ask;
import java.util.ArrayList;
import java.util.List;

/// Messages and the terms on which they are sent.
public final class MessageWords {
  private MessageWords() {}

  /// As in `Send a text message`, `Send an e-mail, “Your visit”`.
  public static String order(Message message) {
    return switch (message) {
      case Message.Sms _ -> "Send a text message";
      case Message.Email(var subject, _) ->
          "Send an e-mail, " + Phrases.quoted(Template.plain(subject));
    };
  }

  /// The text without markup, its placeholders still in braces.
  public static String text(Message message) {
    return switch (message) {
      case Message.Sms(var body) -> body;
      case Message.Email(_, var body) -> HtmlText.of(body);
    };
  }

  /// The first words on one line, for a box of a diagram.
  public static String excerpt(Message message, int length) {
    String line =
        switch (message) {
          case Message.Sms(var body) -> Template.plain(body);
          case Message.Email(var subject, _) -> Template.plain(subject);
        };
    if (line.codePointCount(0, line.length()) <= length) {
      return line;
    }
    String cut = line.substring(0, line.offsetByCodePoints(0, length));
    int space = cut.lastIndexOf(' ');
    return (space > length / 2 ? cut.substring(0, space) : cut) + "…";
  }

  /// Every special term as a sentence; none when nothing is special.
  public static List<String> terms(SendTerms terms) {
    List<String> sentences = new ArrayList<>();
    terms
        .purpose()
        .ifPresent(name -> sentences.add("It is sent for the purpose " + quoted(name) + "."));
    if (!terms.asks().isEmpty()) {
      sentences.add("It asks them for " + asks(terms) + ".");
    }
    terms
        .expiresAfter()
        .ifPresent(span ->
            sentences.add(
                "If it would be held back for more than "
                    + DurationWords.span(span)
                    + ", it is not sent at all."));
    terms
        .urgent()
        .ifPresent(why ->
            sentences.add(
                "It goes out in quiet hours too, within "
                    + DurationWords.span(SendTerms.FRESH)
                    + " of what it answers: "
                    + Phrases.sentence(why)));
    terms
        .afterOptOut()
        .ifPresent(why ->
            sentences.add(
                "It may be sent although they opted out of another channel: "
                    + Phrases.sentence(why)));
    return sentences;
  }

  private static String quoted(Object name) {
    return Phrases.quoted(name);
  }

  private static String asks(SendTerms terms) {
    return Phrases.and(terms.asks().stream().map(MessageWords::ask).toList());
  }

  /// As in `a booking`.
  public static String ask(Ask ask) {
    return switch (ask) {
      case ANSWER -> "an answer";
      case BOOKING -> "a booking";
      case PAYMENT -> "a payment";
      case FORM -> "a filled-in form";
    };
  }
}
