package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Dossiers of contacts about whom something was stored a moment ago, as they have been since: what
/// follows from one decision is mostly another one, and the database need not tell what we told it.
///
/// One that is out of date does no harm: the contact's version tells when what was decided by it is
/// to be stored, and it is decided again by what the database has. A dossier is taken out to be
/// used and put back when all went well, so none outlives a failure. All installations share the
/// room.
public final class Dossiers {
  private static final int MOST = 1_024;

  private final LinkedHashMap<Key, Kept> recent = new LinkedHashMap<>();

  private record Key(Shelf shelf, ContactId contact) {}

  private record Kept(Dossier dossier, Duration reach) {}

  /// A place for one installation, as long as it is worked for: erased and installed again, it has
  /// another one.
  Shelf shelf() {
    return new Shelf();
  }

  /// The dossiers of one installation.
  final class Shelf {
    /// Takes out the contact's dossier.
    ///
    /// @param reach how far back the messages in it have to go
    Optional<Dossier> take(ContactId contact, Duration reach) {
      synchronized (recent) {
        return Optional.ofNullable(recent.remove(new Key(this, contact)))
            .filter(kept -> kept.reach().compareTo(reach) >= 0)
            .map(Kept::dossier);
      }
    }

    /// The contact's dossier, which stays where it is.
    Optional<Dossier> look(ContactId contact) {
      synchronized (recent) {
        return Optional.ofNullable(recent.get(new Key(this, contact))).map(Kept::dossier);
      }
    }

    /// Puts a dossier in, as it is stored.
    void put(Dossier dossier, Duration reach) {
      synchronized (recent) {
        recent.putLast(new Key(this, dossier.contact()), new Kept(dossier, reach));
        if (recent.size() > MOST) {
          recent.pollFirstEntry();
        }
      }
    }
  }
}
