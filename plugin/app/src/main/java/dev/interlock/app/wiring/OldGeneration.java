package dev.interlock.app.wiring;

import java.util.function.LongSupplier;

/// Keeps the memory of a server near to what it needs.
///
/// A server throws away at once most of what it makes. What outlives that is mostly of no use to
/// anybody a few seconds later; but the serial collector lets it pile up for as long as the heap
/// may grow. So it is collected whenever the heap has grown by a part of what it was after the last
/// time: the larger the heap is that is needed, the more seldom it is gone through.
///
/// For one thread.
public final class OldGeneration {
  private static final long LEAST_GROWTH = 6L << 20;
  private static final int PART = 4;

  private final LongSupplier size;
  private final Runnable collect;
  private long settled;

  /// @param size how large the heap is at the moment, in bytes
  /// @param collect collects all of it, and gives back what is free then
  OldGeneration(LongSupplier size, Runnable collect) {
    this.size = size;
    this.collect = collect;
    this.settled = size.getAsLong();
  }

  /// That of this process.
  public static OldGeneration own() {
    return new OldGeneration(Runtime.getRuntime()::totalMemory, System::gc);
  }

  /// Collects it if it is time to. To be called a few times a second.
  public void look() {
    long now = size.getAsLong();
    if (now - settled >= Math.max(LEAST_GROWTH, settled / PART)) {
      collect.run();
      settled = size.getAsLong();
    } else {
      settled = Math.min(settled, now);
    }
  }
}
