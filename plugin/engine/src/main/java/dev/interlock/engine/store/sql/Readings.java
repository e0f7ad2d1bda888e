package dev.interlock.engine.store.sql;

import java.util.function.Function;

/// Runs a question on a connection of its own, on data of one moment.
@FunctionalInterface
interface Readings {
  <T> T ask(Function<Scope, T> question);
}
