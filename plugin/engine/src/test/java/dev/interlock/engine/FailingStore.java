package dev.interlock.engine;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A store that fails when it is told to.
final class FailingStore implements Store {
  private final Store store;
  private final AtomicInteger refused = new AtomicInteger();

  /// After so many uses one fails, whatever it is.
  final AtomicInteger until = new AtomicInteger(Integer.MAX_VALUE);

  /// Nothing can be stored, as on a full disk; all can be read.
  volatile boolean isFull;

  FailingStore(Store store) {
    this.store = store;
  }

  private void use() {
    if (until.getAndDecrement() == 0) {
      throw new StoreException(StoreException.Kind.OTHER, "the disk is full");
    }
  }

  @Override
  public <T> CompletableFuture<T> write(Work<T> work) {
    use();
    if (isFull) {
      refused.incrementAndGet();
      return CompletableFuture.failedFuture(
          new StoreException(StoreException.Kind.DISK_FULL, "the disk is full"));
    }
    return store.write(work);
  }

  @Override
  public <T> T read(Work<T> work) {
    use();
    return store.read(work);
  }

  @Override
  public void erase(InstallationId installation) {
    store.erase(installation);
  }

  @Override
  public Records records() {
    return store.records();
  }

  @Override
  public Written written() {
    return store.written();
  }

  @Override
  public Optional<Setback> setback() {
    return isFull
        ? Optional.of(new Setback(StoreException.Kind.DISK_FULL, "the disk is full", refused.get()))
        : store.setback();
  }

  @Override
  public void close() {
    store.close();
  }
}
