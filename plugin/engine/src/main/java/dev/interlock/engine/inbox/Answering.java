package dev.interlock.engine.inbox;

import java.util.concurrent.atomic.AtomicInteger;

/// The webhooks that wait for their answer at this moment, whosever they are.
///
/// A CRM waits for an answer, and takes one that comes late for none; what was answered is stored,
/// and can wait. So while many wait for their answers, little of what is stored is taken up.
public final class Answering {
  private static final int MANY = 4;

  private final AtomicInteger waiting = new AtomicInteger();

  /// One more waits.
  void begins() {
    waiting.incrementAndGet();
  }

  /// One of them has its answer.
  void ends() {
    waiting.decrementAndGet();
  }

  boolean isMuch() {
    return waiting.get() >= MANY;
  }
}
