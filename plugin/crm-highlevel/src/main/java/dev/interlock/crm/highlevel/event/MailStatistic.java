package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.crm.MailClue;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.highlevel.wire.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What HighLevel's mail service tells of one e-mail, in the way of Mailgun.
///
/// The vendor shows a sample of a delivery, and of nothing else: what the others are called is
/// taken from HighLevel's own words for e-mail events and from Mailgun's, and either is understood.
/// So is a `Message-ID` with brackets or without, and a moment in seconds or in milliseconds.
public record MailStatistic(Json json) {
  static final String ADDRESSEE = "interlockMail";

  private static final String ACCOUNT_TAG = "loc_";
  private static final BigDecimal NO_SECONDS = new BigDecimal(100_000_000_000L);

  /// What it comes to.
  sealed interface Meaning {
    /// Something that contracts may hear of.
    record Told(MailClue.About about) implements Meaning {}

    /// Nothing that anybody hears of.
    record Nothing(String reason) implements Meaning {}
  }

  /// The same delivery, now saying whose e-mail it is about.
  public static byte[] addressed(byte[] body, OwnMail mail) {
    Json whose =
        Json.parse("{}")
            .with("contactId", mail.contact().text())
            .with("messageId", mail.message().text())
            .withText("emailMessageId", mail.reference());
    return Json.parse(body).with(ADDRESSEE, whose).document().getBytes(StandardCharsets.UTF_8);
  }

  /// A `Message-ID` without its brackets.
  public static String bare(String messageId) {
    String text = messageId.strip();
    return text.startsWith("<") && text.endsWith(">") && text.length() > 2
        ? text.substring(1, text.length() - 1).strip()
        : text;
  }

  /// Why no contract hears of it; empty for what is heard.
  Optional<String> whyUnheard() {
    return meaning() instanceof Meaning.Nothing(var reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  Meaning meaning() {
    if (isOfAnotherAccount()) {
      return new Meaning.Nothing("it is about the e-mail of another account");
    }
    if (recipient().isEmpty()) {
      return new Meaning.Nothing("it does not say to whom the e-mail went");
    }
    return switch (payload().text("event").orElse("").toLowerCase(Locale.ROOT).replace('-', '_')) {
      case "delivered" -> became(Delivery.DELIVERED);
      case "opened" -> became(Delivery.OPENED);
      case "clicked" -> became(Delivery.CLICKED);
      case "failed" -> isTemporary() ? triedAgain() : became(Delivery.FAILED);
      case "permanent_fail", "rejected", "bounced", "dropped" -> became(Delivery.FAILED);
      case "temporary_fail", "deferred" -> triedAgain();
      case "complained", "unsubscribed" -> new Meaning.Told(new MailClue.NoMore());
      case "accepted", "stored" ->
          new Meaning.Nothing("the mail service has taken the e-mail in, and no more");
      default -> new Meaning.Nothing("this version knows no such e-mail statistic");
    };
  }

  private static Meaning became(Delivery delivery) {
    return new Meaning.Told(new MailClue.Became(delivery));
  }

  private static Meaning triedAgain() {
    return new Meaning.Nothing("the mail service tries again by itself");
  }

  private boolean isTemporary() {
    return payload().text("severity").filter("temporary"::equalsIgnoreCase).isPresent();
  }

  /// What it says of an e-mail without saying whose that is.
  Optional<MailClue> clue() {
    return meaning() instanceof Meaning.Told(var about)
        ? Optional.of(new MailClue(at(), recipient(), names(), about))
        : Optional.empty();
  }

  /// Statistics of one e-mail are worked on in turn.
  Optional<String> orderKey() {
    return header().map(name -> "mail/" + name);
  }

  /// Why the e-mail failed, without anybody's address: mail servers tell that too.
  String failure() {
    return payload()
        .at("delivery-status")
        .number("code")
        .map(code -> "the mail server answered " + code.toPlainString())
        .orElse("the mail service gave it up");
  }

  /// When it happened.
  Instant at() {
    return payload()
        .number("timestamp")
        .map(MailStatistic::moment)
        .or(() -> json.instant("timestamp"))
        .orElse(Instant.EPOCH);
  }

  private static Instant moment(BigDecimal told) {
    BigDecimal millis = told.compareTo(NO_SECONDS) < 0 ? told.movePointRight(3) : told;
    return Instant.ofEpochMilli(millis.longValue());
  }

  private Json payload() {
    return json.at("webhookPayload").isObject() ? json.at("webhookPayload") : json;
  }

  private Json headers() {
    return payload().at("message").at("headers");
  }

  private Optional<String> header() {
    return headers()
        .firstText("message-id", "Message-Id", "Message-ID")
        .map(MailStatistic::bare)
        .filter(name -> !name.isEmpty());
  }

  /// The part before the `@` names an e-mail as well, since services make it up at random.
  private Set<String> names() {
    var names = new LinkedHashSet<String>();
    header()
        .ifPresent(name -> {
          names.add(name);
          int end = name.indexOf('@');
          if (end > 0) {
            names.add(name.substring(0, end));
          }
        });
    return names;
  }

  private String recipient() {
    String told = payload().text("recipient").or(() -> headers().text("to")).orElse("");
    int open = told.lastIndexOf('<');
    return bare(open < 0 ? told : told.substring(open)).toLowerCase(Locale.ROOT);
  }

  /// Where it says of which account it is, it must be the one that the delivery is for.
  private boolean isOfAnotherAccount() {
    List<String> accounts =
        payload().texts("tags").stream().filter(tag -> tag.startsWith(ACCOUNT_TAG)).toList();
    return !accounts.isEmpty()
        && json.text("locationId").filter(id -> !accounts.contains(ACCOUNT_TAG + id)).isPresent();
  }
}
