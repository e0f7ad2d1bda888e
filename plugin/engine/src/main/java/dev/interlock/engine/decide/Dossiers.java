package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Dossiers of contacts about whom something was stored a moment ago, as they have been since: what
/// follows from one decision is mostly another one, and the database need not tell what we told it.
///
/// One that is out of date does no harm: the contact's version tells when what was decided by it is
/// to be stored, or that nothing is, and it is decided again by what the database has. A dossier is
/// taken out to be used and put back when all went well, so none outlives a failure. All
/// installations share the room, which is counted by contacts and by what their dossiers hold.
public final class Dossiers {
  private static final int MOST = 1_024;

  /// Runs, messages and whatever else it holds.
  private static final int LARGEST = 250;

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

    /// Puts a dossier in, as it is stored. A newer one that somebody else put in meanwhile stays,
    /// and one of a contact to whom very much has happened finds no room.
    void put(Dossier dossier, Duration reach) {
      if (dossier.size() > LARGEST) {
        return;
      }
      var key = new Key(this, dossier.contact());
      synchronized (recent) {
        Kept there = recent.get(key);
        if (there != null && there.dossier().version() > dossier.version()) {
          return;
        }
        recent.putLast(key, new Kept(dossier, reach));
        if (recent.size() > MOST) {
          recent.pollFirstEntry();
        }
      }
    }
  }
}
