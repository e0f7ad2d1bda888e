package dev.interlock.sandbox.deviation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A way in which the real API is known, or was reported, to differ from its description. Each can
/// be asked of the sandbox; callers have to live with all of them.
public enum Deviation {
  FLAT_MESSAGES(
      "messages lie as deep as described, and not one level deeper", "issues 54 and 214, undone"),
  SUCCEEDED("the success flag is 'succeeded' instead of 'succeded'", "what v3 changes"),
  SUCCESS("the success flag is 'success' instead of 'succeded'", "what v3 changes"),
  DND_KEYS("the channels of do-not-disturb are written 'sms', 'email', 'call'", "what v3 changes"),
  FIELD_VALUE("a custom field's value is called 'fieldValue'", "what v3 changes"),
  FIELD_VALUE_SNAKE("a custom field's value is called 'field_value'", "tolerant reader"),
  FIELD_VALUE_STRING("a custom field's value is called 'fieldValueString'", "tolerant reader"),
  NOT_FOUND_400("an id that is not there is answered 400 instead of 404", "errors, 404"),
  WRONG_ID_500("a wrong id in a conversation is answered 500 instead of 404", "issue 6"),
  CREATED_422("a contact is created, and answered 422 all the same", "issue 64"),
  V3_ERRORS("errors come as {error: {code, message}}", "what v3 changes, oauth errors"),
  MESSAGE_LIST("an error's message is a list of texts", "errors, 400"),
  MESSAGE_TEXT("an error's message is one text, also where there are several", "errors, 400"),
  NO_LIMITS("answers say nothing about rate limits", "not found anywhere"),
  NO_TIMEZONE("the account's time zone is empty", "locations"),
  ODD_401("now and then a request is answered 401 in words that nobody knows", "errors, 401"),
  FAILED_READS("now and then a GET is answered 502", "errors, 5xx"),
  APPOINTMENT_TYPES("every webhook about an appointment says AppointmentCreate", "errata of 6.5"),
  MESSAGE_TYPES("missed calls are told as OutboundMessage with direction inbound", "errata of 6.5"),
  MESSAGE_DIRECTIONS("what was sent is told with direction inbound", "errata of 6.5"),
  LEAN_TASKS("a new task is told without its contact and its text", "issue 332"),
  NOT_ACTIVE(
      "now and then a location's token is refused: 'Location is not active'",
      "issue 249",
      Place.MARKETPLACE),
  OAUTH_CAMEL(
      "tokens are answered as accessToken, refreshToken, expiresIn",
      "what v3 changes, oauth names",
      Place.MARKETPLACE),
  OAUTH_ITEMS(
      "where the app is installed is answered as {items, pagination}",
      "what v3 changes, oauth names",
      Place.MARKETPLACE),
  OAUTH_BARE(
      "an answer with a token says no more than the token, its refresh token and whose it is",
      "the vendor's description, which requires none of it",
      Place.MARKETPLACE),
  OAUTH_NO_REFRESH(
      "a token that an agency makes for a location comes without a refresh token",
      "the vendor's description of get-location-access-token",
      Place.MARKETPLACE),
  OAUTH_EXPIRES_TEXT("the life of a token is a text", "tolerant reader", Place.MARKETPLACE);

  private final String sentence;
  private final String fact;

  private final Place place;

  Deviation(String sentence, String fact) {
    this(sentence, fact, Place.ACCOUNT);
  }

  Deviation(String sentence, String fact, Place place) {
    this.sentence = sentence;
    this.fact = fact;
    this.place = place;
  }

  private enum Place {
    ACCOUNT,
    MARKETPLACE
  }

  /// Whether only an app of the marketplace, which gets its tokens by OAuth, can run into it.
  public boolean isOfTheMarketplace() {
    return place == Place.MARKETPLACE;
  }

  /// What it is called on a command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is different then.
  public String sentence() {
    return sentence;
  }

  /// Where it is known from: issues are those of the vendor's repository of descriptions.
  public String fact() {
    return fact;
  }

  /// The one of that name, in any case.
  public static Optional<Deviation> named(String word) {
    return Arrays.stream(values())
        .filter(it -> it.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
