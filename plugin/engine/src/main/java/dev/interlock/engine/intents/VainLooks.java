package dev.interlock.engine.intents;

import dev.interlock.core.run.CommandId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How often this process has looked for a deed in doubt without learning anything. That time has
/// passed says nothing about it: a machine that was off for hours has not looked at all.
final class VainLooks {
  /// As many as there are room for in a good part of the time that a doubt lasts.
  private static final int ENOUGH = 6;

  private final Map<CommandId, Integer> looks = new ConcurrentHashMap<>();

  /// Counts another one.
  ///
  /// @return whether there were enough to give up
  boolean another(CommandId id) {
    return looks.merge(id, 1, Integer::sum) >= ENOUGH;
  }

  /// Something is known of it.
  void forget(CommandId id) {
    looks.remove(id);
  }
}
