package dev.interlock.app.command;

import dev.interlock.app.console.Console;
import dev.interlock.app.order.OrderAnswer;

/// What became of an order about one thing.
record Told(Outcome outcome, String words) {

  enum Outcome {
    WOULD_BE_DONE("would-be-done"),
    DONE("done"),
    FAILED("failed"),
    LEFT_ALONE("left-alone");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /// What the server said to an order that was to have an effect.
  static Told of(OrderAnswer answer, String effect) {
    return answer.isDone()
        ? new Told(Outcome.DONE, effect)
        : new Told(Outcome.FAILED, "not done: " + answer.words());
  }

  boolean isFailed() {
    return outcome == Outcome.FAILED;
  }

  String styled(Console console) {
    return switch (outcome) {
      case DONE -> console.good(words);
      case FAILED -> console.bad(words);
      case LEFT_ALONE -> console.odd(words);
      case WOULD_BE_DONE -> words;
    };
  }
}
