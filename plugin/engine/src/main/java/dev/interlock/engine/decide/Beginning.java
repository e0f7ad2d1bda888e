package dev.interlock.engine.decide;

import dev.interlock.core.run.Command;
import dev.interlock.core.run.Run;
import dev.interlock.engine.store.Tables;
import java.time.Instant;

/// A command that begins with the very decision that makes it: it is stored as begun in the same
/// unit of work, and carried out as the next thing in its contact's turn. Exactly one of
/// [#decided()], [#undone()] and [#unknown()] is called afterwards.
public interface Beginning {
  /// Stored in place of a command that waits.
  void store(Tables tables);

  /// The decision is stored.
  void decided();

  /// The decision was not stored, and nothing of it has begun.
  void undone();

  /// Nobody knows whether the decision was stored.
  void unknown();

  /// A command that was decided, and nothing is stored of it yet.
  ///
  /// @param run as it will stand
  /// @param contactName what people call the contact; empty when not known
  record Issued(Run run, Command command, String contactName, Instant decidedAt) {}
}
