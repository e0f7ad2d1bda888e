package dev.interlock.crm.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes no calls to a CRM that fails, but for one from time to time that tries it. One that fails
/// over and over about one thing alone may only stumble over that: it takes a second thing to tell.
final class Circuit {
  /// So many calls in a row fail before it opens, about two things at least.
  static final int FAILURES = 5;

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /// How long others wait while one call tries: a CRM that hangs takes half a minute.
  private static final Duration WHILE_TRYING = Duration.ofSeconds(5);

  private static final double JITTER = 0.2;
  private static final long NOBODY = 0;

  private final RandomGenerator random;
  private int failures;

  /// What the failures in a row were about.
  private Optional<String> only = Optional.empty();

  private boolean isAboutMore;
  private long settled;
  private Optional<Open> open = Optional.empty();

  Circuit(RandomGenerator random) {
    this.random = random;
  }

  /// @param tried how often it was tried since
  /// @param trying the call that tries it now
  record Open(Instant since, String reason, int tried, Instant next, long trying) {}

  Optional<Instant> heldUntil(Instant now) {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Open state = open.get();
    if (state.trying() != NOBODY) {
      return Optional.of(now.plus(WHILE_TRYING));
    }
    // a clock that was set back would keep it open for as long
    Instant longest = now.plus(LONGEST.multipliedBy(2));
    Instant next = state.next().isAfter(longest) ? now : state.next();
    return now.isBefore(next) ? Optional.of(next) : Optional.empty();
  }

  void called(long call) {
    open =
        open.map(
            state -> new Open(state.since(), state.reason(), state.tried(), state.next(), call));
  }

  /// The CRM answered.
  ///
  /// @param latest the call that was made last: how those before it end says nothing new
  /// @return whether it closed
  boolean answered(long latest) {
    boolean wasOpen = open.isPresent();
    if (wasOpen) {
      settled = latest;
    }
    failures = 0;
    only = Optional.empty();
    isAboutMore = false;
    open = Optional.empty();
    return wasOpen;
  }

  /// A call failed.
  ///
  /// @return whether it opened
  boolean failed(long call, Heard.Failing failing, Instant now) {
    if (open.isPresent()) {
      Open state = open.get();
      // what was called before it opened says nothing new
      if (state.trying() == call) {
        int tried = state.tried() + 1;
        open =
            Optional.of(
                new Open(state.since(), failing.reason(), tried, now.plus(pause(tried)), NOBODY));
      }
      return false;
    }
    if (call <= settled) {
      return false;
    }
    failures++;
    isAboutMore |= failing.about().isEmpty() || (only.isPresent() && !only.equals(failing.about()));
    only = failing.about();
    if (failures < FAILURES || !isAboutMore) {
      return false;
    }
    open = Optional.of(new Open(now, failing.reason(), 0, now.plus(pause(0)), NOBODY));
    return true;
  }

  /// Whether it would have opened if not all the failures were about one thing.
  boolean needsWitness() {
    return failures >= FAILURES && open.isEmpty();
  }

  void tryNow(Instant now) {
    open = open.map(state -> new Open(state.since(), state.reason(), state.tried(), now, NOBODY));
  }

  private Duration pause(int tried) {
    Duration plain = FIRST.multipliedBy(1L << Math.min(tried, 10));
    Duration bounded = plain.compareTo(LONGEST) > 0 ? LONGEST : plain;
    double part = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(bounded.toMillis() * part));
  }

  Optional<Open> open() {
    return open;
  }
}
