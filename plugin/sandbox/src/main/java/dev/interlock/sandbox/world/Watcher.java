package dev.interlock.sandbox.world;

/// Is told of every change, while the world is locked, in the order of the changes.
@FunctionalInterface
public interface Watcher {
  /// Takes note of a change. It may plan things for later; it must not wait for anything.
  void saw(Change change);
}
