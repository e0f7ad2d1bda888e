package dev.interlock.crm.highlevel.names;

/// What came of looking a name up.
public sealed interface Lookup<T> {

  /// The one thing of that name.
  record One<T>(T thing) implements Lookup<T> {}

  /// Nothing has that name.
  record None<T>() implements Lookup<T> {}

  /// Several things have that name, so it says nothing.
  record Several<T>() implements Lookup<T> {}
}
