package dev.interlock.crm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A page of what a reading came across; without `next` it is the last.
///
/// @param since from when on the page looks where that is further back than it was asked for: what
///   it shows is not on a page of every reading
public record SightingPage(
    List<Sighting> sightings, Optional<Cursor> next, Optional<Instant> since) {
  public SightingPage {
    sightings = List.copyOf(sightings);
  }

  /// A page that looks as far back as it was asked for.
  public SightingPage(List<Sighting> sightings, Optional<Cursor> next) {
    this(sightings, next, Optional.empty());
  }
}
