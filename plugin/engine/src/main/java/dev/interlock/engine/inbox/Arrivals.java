package dev.interlock.engine.inbox;

/// Who waits for an installation's deliveries.
public interface Arrivals {
  /// Whether more is waiting than should be.
  boolean isFull();

  /// A delivery was stored.
  void arrived();
}
