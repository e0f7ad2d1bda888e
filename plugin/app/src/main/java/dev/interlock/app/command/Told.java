package dev.interlock.app.command;

import dev.interlock.app.console.Console;
import dev.interlock.app.order.OrderAnswer;

/// What became of an order about one thing.
record Told(Outcome outcome, String words) {

  enum Outcome {
    WOULD_BE_DONE("would-be-done", "would follow the order"),
    DONE("done", "followed the order"),
    FAILED("failed", "could not"),
    LEFT_ALONE("left-alone", "left alone");

    private final String word;
    private final String words;

    Outcome(String word, String words) {
      this.word = word;
      this.words = words;
    }

    String word() {
      return word;
    }

    /// As in "3 runs: 2 left alone".
    String words() {
      return words;
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

  /// In a preview nothing is done, and it must not read as if it was.
  String styled(Console console) {
    return switch (outcome) {
      case DONE -> console.good("done: " + words);
      case FAILED -> console.bad(words);
      case LEFT_ALONE -> console.odd(words);
      case WOULD_BE_DONE -> words;
    };
  }
}
