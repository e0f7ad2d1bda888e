package dev.interlock.engine.sweeps;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Remembered;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Once, everybody is read: without that, the first change of a contact could not be told from what
/// was so before.
final class Introduction {
  private final InstallationId installation;
  private final Store store;
  private final Pages pages;
  private final Time time;
  private volatile boolean done;

  Introduction(InstallationId installation, Store store, Pages pages, Time time) {
    this.installation = installation;
    this.store = store;
    this.pages = pages;
    this.time = time;
  }

  /// Reads everybody who was not read yet.
  ///
  /// @return empty when everybody was; otherwise when to go on
  Optional<Instant> proceed() {
    if (!done) {
      done = store.read((Tables tables) -> tables.installations().isImported(installation));
    }
    if (done) {
      return Optional.empty();
    }
    Cursor from =
        store
            .read((Tables tables) -> tables.installations().importCursor(installation))
            .map(Cursor::new)
            .orElse(Cursor.start());
    return pages.walk(from, this::introduce, this::goesOn);
  }

  private Optional<Instant> introduce(List<ContactSnapshot> contacts) {
    store
        .write(tables -> {
          for (ContactSnapshot contact : contacts) {
            tables
                .contacts()
                .introduce(
                    installation, contact.id(), Remembered.of(contact), contact.displayName());
          }
          return true;
        })
        .join();
    return Optional.empty();
  }

  private void goesOn(Optional<Cursor> next) {
    store
        .write(tables -> {
          if (next.isPresent()) {
            tables.installations().importGoesOn(installation, next.get().text());
          } else {
            tables.installations().importDone(installation, time.now());
          }
          return true;
        })
        .join();
  }
}
