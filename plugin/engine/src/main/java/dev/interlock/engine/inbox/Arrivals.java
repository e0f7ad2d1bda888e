package dev.interlock.engine.inbox;

/// Who waits for an installation's deliveries.
public interface Arrivals {
  /// Makes room for one more, if there is any: what is being stored counts as much as what waits.
  ///
  /// @return whether there is; then one of the following two has to be told
  boolean makesRoom();

  /// A delivery was stored in the room that was made.
  void arrived();

  /// Nothing was stored in it.
  void stayedAway();

  /// A delivery that was set aside stands in line again, whether there is room or not.
  void standsAgain();
}
