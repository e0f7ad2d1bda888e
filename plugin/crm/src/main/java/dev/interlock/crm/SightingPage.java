package dev.interlock.crm;

import java.util.List;
import java.util.Optional;

/// A page of what a reading came across; without `next` it is the last.
///
/// @param calls how many calls it took, for whoever keeps count of them
public record SightingPage(List<Sighting> sightings, Optional<Cursor> next, int calls) {
  public SightingPage {
    sightings = List.copyOf(sightings);
  }
}
