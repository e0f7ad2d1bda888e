package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Everything durable. Safe from any number of threads.
public interface Store extends AutoCloseable {
  /// Hands in a unit of work that writes. Units that are ready at the same time are committed
  /// together; each takes effect completely or not at all, and a failing one harms no other.
  ///
  /// The unit may be run on another thread and must be quick: no call, no waiting, nothing outside
  /// of the tables. It may be run once more, when another one failed beside it, and what it did at
  /// first is undone then. Continue the future with the `Async` methods: it is completed by the
  /// writer.
  ///
  /// @return what the unit returned, once it is safe on disk; a [ConflictException] when what it
  ///   was based on has changed, a [StoreException] when it could not be stored
  <T> CompletableFuture<T> write(Work<T> work);

  /// Reads; everything the work sees is of one moment.
  <T> T read(Work<T> work);

  /// Removes everything that is stored of an installation, with what it is called by; nothing when
  /// it is not there. Takes as long as it takes, while others go on reading and writing.
  ///
  /// Whoever calls it sees to it that nothing is written for the installation any more. When this
  /// fails halfway, doing it again removes the rest.
  ///
  /// @throws StoreException when it could not be removed
  void erase(InstallationId installation);

  /// What pages and the command line ask for.
  Records records();

  /// How much was written since it was opened.
  Written written();

  /// What was written.
  ///
  /// @param units of work that took effect
  /// @param commits with which they were made safe on disk; each is waited for once
  /// @param refused units that could not be stored, because of the disk or the file
  record Written(long units, long commits, long refused) {}

  /// Why nothing can be stored at the moment; empty while it can, as far as is known.
  Optional<Setback> setback();

  /// Nothing can be stored.
  ///
  /// @param reason as the log has it
  /// @param units of work that were refused so far
  record Setback(StoreException.Kind kind, String reason, long units) {}

  /// Finishes what was handed in, and closes.
  @Override
  void close();

  /// A unit of work on the tables.
  @FunctionalInterface
  interface Work<T> {
    T in(Tables tables);
  }
}
