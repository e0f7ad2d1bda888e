package dev.interlock.engine.work;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The webhooks that wait for their answer, whosever they are, and what may be taken up meanwhile.
///
/// A CRM waits for an answer, and takes one that comes late for none; what was answered is stored,
/// and can wait. So while many wait for their answers, nothing of what is stored is taken up. When
/// that goes on, some is, so that no CRM keeps its contacts from being worked for.
///
/// Counted in real time, whatever clock the engine has. Safe for use by several threads.
public final class Answering {
  /// For so long after many waited, more are expected: those that are stored together are answered
  /// together, and who is answered sends the next one. It is longer than the JVM mostly stops to
  /// collect garbage.
  public static final Duration LULL = Duration.ofMillis(100);

  private static final int MANY = 4;

  /// For so long a burst has all for itself; and as much time has to pass in which few wait before
  /// there is another.
  private static final long BURST_NANOS = Duration.ofSeconds(2).toNanos();

  private final LongSupplier nanos;
  private int waiting;

  /// Since when many have waited, again and again; and when they did last.
  private long since;

  private long last;

  /// How much of what is stored may be taken up.
  public enum Share {
    ALL,
    SOME,
    NOTHING
  }

  public Answering() {
    this(System::nanoTime);
  }

  /// @param nanos a clock that only goes on, in nanoseconds, wherever it begins
  public Answering(LongSupplier nanos) {
    this.nanos = nanos;
    last = nanos.getAsLong() - BURST_NANOS;
    since = last;
  }

  /// One more waits.
  public synchronized void begins() {
    long now = nanos.getAsLong();
    waiting++;
    if (waiting == MANY && now - last >= BURST_NANOS) {
      since = now;
    }
    note(now);
  }

  /// One of them has its answer.
  public synchronized void ends() {
    note(nanos.getAsLong());
    waiting--;
  }

  /// What may be taken up now. Where it is not all, it may be more after a [#LULL].
  public synchronized Share share() {
    long now = nanos.getAsLong();
    note(now);
    if (now - last >= LULL.toNanos()) {
      return Share.ALL;
    }
    return now - since < BURST_NANOS ? Share.NOTHING : Share.SOME;
  }

  private void note(long now) {
    if (waiting >= MANY) {
      last = now;
    }
  }
}
