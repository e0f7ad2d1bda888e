package dev.interlock.sandbox.people;

import dev.interlock.sandbox.world.Colleague;
import java.time.Duration;
import java.util.List;

/// What each behaviour means.
final class Reactions {
  private static final Duration SECONDS = Duration.ofSeconds(40);
  private static final Duration MINUTES = Duration.ofMinutes(4);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAYS = Duration.ofDays(3);

  private final List<Colleague> desk;
  private final String pipeline;

  /// @param desk the colleagues, first one first
  /// @param pipeline where people's cards are
  Reactions(List<Colleague> desk, String pipeline) {
    this.desk = desk;
    this.pipeline = pipeline;
  }

  /// The person has just appeared.
  void appeared(Actor actor) {
    switch (actor.person().behaviour()) {
      case STAFF_MOVES_CARD -> moveCard(actor);
      case STAFF_BOOKS_BY_PHONE ->
          actor.isBookedBy(actor.between(HOUR.dividedBy(2), HOUR.multipliedBy(5)), desk.getFirst());
      case STAFF_REPLIES ->
          actor.isWrittenToBy(
              actor.between(HOUR, HOUR.multipliedBy(4)),
              desk.getFirst(),
              "Hi, this is "
                  + desk.getFirst().firstName()
                  + " from the front desk. How can I help?");
      case CALLS_AGAIN -> actor.calls(actor.between(HOUR.multipliedBy(2), HOUR.multipliedBy(6)));
      case BOOKS_THEN_CANCELS -> cancelIfBooked(actor);
      case BOOKS_THEN_NO_SHOW -> actor.missAppointments(true);
      case WRONG_NUMBER -> giveUp(actor);
      case REPLIES_YES,
          REPLIES_YES_TO_NUDGE,
          REPLIES_LATE,
          REPLIES_STOP,
          DECLINES,
          BOOKS,
          BOOKS_WHILE_TEXTED,
          SILENT,
          BOOKS_THEN_SHOWS -> {}
    }
  }

  /// A text is on its way to the person, who does not know yet.
  ///
  /// @param nth which text it is, from 1
  void isBeingTexted(Actor actor, int nth) {
    if (actor.person().behaviour() == Behaviour.BOOKS_WHILE_TEXTED && nth == 1) {
      actor.books(Duration.ZERO);
    }
  }

  /// A text has reached the person.
  ///
  /// @param nth which text it is, from 1
  void gotText(Actor actor, int nth) {
    switch (actor.person().behaviour()) {
      case REPLIES_YES -> {
        if (nth == 1) {
          actor.says(actor.between(MINUTES, HOUR), yes(actor));
        }
      }
      case REPLIES_YES_TO_NUDGE -> {
        if (nth == 2) {
          actor.says(actor.between(MINUTES, HOUR), yes(actor));
        }
      }
      case REPLIES_LATE -> {
        if (nth == 1) {
          actor.says(actor.between(HOUR.multipliedBy(26), HOUR.multipliedBy(40)), lateYes(actor));
        }
      }
      case REPLIES_STOP -> {
        if (nth == 1) {
          actor.says(actor.between(SECONDS, MINUTES), actor.oneOf("STOP", "Stop", "stop"));
        }
      }
      case DECLINES -> {
        if (nth == 1) {
          actor.says(
              actor.between(MINUTES, HOUR),
              actor.oneOf("No thanks", "No thank you, we found someone", "not interested, sorry"));
        }
      }
      case BOOKS -> {
        if (nth == 1) {
          actor.books(actor.between(MINUTES.multipliedBy(3), HOUR.multipliedBy(5)));
        }
      }
      case BOOKS_THEN_CANCELS -> {
        if (nth == 1 && actor.person().opening() != Opening.BOOKING) {
          actor.books(actor.between(MINUTES, HOUR));
          actor.cancels(actor.between(HOUR.multipliedBy(2), HOUR.multipliedBy(8)));
        }
      }
      case BOOKS_THEN_NO_SHOW, BOOKS_THEN_SHOWS -> {
        if (nth == 1 && actor.person().opening() != Opening.BOOKING) {
          actor.books(actor.between(MINUTES, HOUR));
        }
      }
      case BOOKS_WHILE_TEXTED,
          SILENT,
          WRONG_NUMBER,
          CALLS_AGAIN,
          STAFF_MOVES_CARD,
          STAFF_BOOKS_BY_PHONE,
          STAFF_REPLIES -> {}
    }
  }

  /// A text has reached the person after an appointment to which they did not come.
  void gotTextAfterNoShow(Actor actor) {
    if (actor.missesAppointments() && actor.tossesHeads()) {
      actor.books(actor.between(MINUTES, HOUR.multipliedBy(3)));
    }
    actor.missAppointments(false);
  }

  private void moveCard(Actor actor) {
    var first = actor.between(HOUR, HOUR.multipliedBy(3));
    actor.hasCardMoved(first, pipeline, "Engaged");
    if (actor.tossesHeads()) {
      actor.hasCardMoved(first.plus(HOUR.multipliedBy(4)), pipeline, "Contacted");
    }
  }

  /// The desk checks the number when it has lain there for days, and closes the card.
  private void giveUp(Actor actor) {
    if (actor.person().opening() != Opening.BOOKING) {
      actor.hasCardMoved(DAYS, pipeline, "Lost");
    }
  }

  private static void cancelIfBooked(Actor actor) {
    if (actor.person().opening() == Opening.BOOKING) {
      actor.cancels(actor.between(HOUR.multipliedBy(2), HOUR.multipliedBy(9)));
    }
  }

  private static String yes(Actor actor) {
    return actor.oneOf(
        "Yes please, call me back",
        "Yes",
        "Hi! Yes, when can you see me?",
        "yes, still interested");
  }

  private static String lateYes(Actor actor) {
    return actor.oneOf("Sorry, only just saw this. Yes please!", "Is this still possible? Yes");
  }
}
