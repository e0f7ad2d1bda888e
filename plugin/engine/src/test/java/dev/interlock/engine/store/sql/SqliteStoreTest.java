package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.Samples;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreContract;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest implements StoreContract {
  @TempDir Path folder;
  private final AtomicReference<Store> opened = new AtomicReference<>();

  @BeforeEach
  void open() {
    Store store = SqliteStore.open(StoreConfig.of(folder.resolve("interlock.db")));
    opened.set(store);
    Samples.furnish(store);
  }

  @AfterEach
  void close() {
    opened.get().close();
  }

  @Override
  public Store store() {
    return opened.get();
  }
}
