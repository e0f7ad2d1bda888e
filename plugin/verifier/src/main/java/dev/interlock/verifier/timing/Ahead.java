package dev.interlock.verifier.timing;

import java.time.Duration;

/// How much time is left, at some step, until the moment of which the contract speaks there.
public sealed interface Ahead {

  /// Nobody can tell: the moment may be near.
  record Unknown() implements Ahead {}

  /// The moment has passed.
  record Passed() implements Ahead {}

  /// At least so long.
  ///
  /// @param until the moment, in words
  record Left(Duration time, String until) implements Ahead {}

  /// The same, after some time.
  default Ahead after(Duration span) {
    return switch (this) {
      case Left(var time, var until) when time.compareTo(span) > 0 ->
          new Left(time.minus(span), until);
      case Left _ -> new Passed();
      case Unknown _, Passed _ -> this;
    };
  }
}
