package dev.interlock.sandbox.people;

/// How a simulated person, or the desk dealing with them, behaves.
///
/// People react to messages that reach them. "The first text" may as well be a mail.
public enum Behaviour {
  /// Says yes to the first text within the hour.
  REPLIES_YES("says yes to the first text"),
  /// Ignores the first text and says yes to the second.
  REPLIES_YES_TO_NUDGE("says yes to the second text"),
  /// Says yes to the first text a day or more later.
  REPLIES_LATE("says yes a day or more later"),
  /// Writes STOP upon the first text, whereupon the CRM blocks texts for good.
  REPLIES_STOP("writes STOP"),
  /// Says no, politely.
  DECLINES("declines"),
  /// Books some time after the first text, and comes.
  BOOKS("books after the first text"),
  /// Books in the very instant in which a text is being sent, and comes.
  BOOKS_WHILE_TEXTED("books while being texted"),
  /// Never reacts.
  SILENT("stays silent"),
  /// Has a number that texts do not reach; days later a colleague gives up.
  WRONG_NUMBER("has a number that texts do not reach"),
  /// Books and cancels some hours later.
  BOOKS_THEN_CANCELS("books, then cancels"),
  /// Books and does not come; half of them book again when written to, and come then.
  BOOKS_THEN_NO_SHOW("books, then does not come"),
  /// Books soon, confirms a reminder, and comes.
  BOOKS_THEN_SHOWS("books, then comes"),
  /// Ignores the text and calls again in vain some hours later.
  CALLS_AGAIN("calls again, in vain"),
  /// Is silent, but a colleague moves the card by hand.
  STAFF_MOVES_CARD("is silent; a colleague moves the card"),
  /// Is silent, but a colleague reaches them by phone and books for them.
  STAFF_BOOKS_BY_PHONE("is silent; a colleague books by phone"),
  /// Is silent, but a colleague writes to them by hand.
  STAFF_REPLIES("is silent; a colleague writes by hand");

  private final String words;

  Behaviour(String words) {
    this.words = words;
  }

  /// It in words, to follow a name.
  public String words() {
    return words;
  }

  /// Whether people who have already booked may behave so.
  boolean fitsABooking() {
    return switch (this) {
      case REPLIES_YES,
          REPLIES_STOP,
          SILENT,
          WRONG_NUMBER,
          BOOKS_THEN_CANCELS,
          BOOKS_THEN_NO_SHOW,
          BOOKS_THEN_SHOWS ->
          true;
      case REPLIES_YES_TO_NUDGE,
          REPLIES_LATE,
          DECLINES,
          BOOKS,
          BOOKS_WHILE_TEXTED,
          CALLS_AGAIN,
          STAFF_MOVES_CARD,
          STAFF_BOOKS_BY_PHONE,
          STAFF_REPLIES ->
          false;
    };
  }
}
