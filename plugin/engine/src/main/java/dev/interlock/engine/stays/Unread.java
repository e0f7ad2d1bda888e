package dev.interlock.engine.stays;

import dev.interlock.contract.contact.DealId;
import dev.interlock.engine.store.Stays.Stay;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Deals that the CRM could not show. For a while nothing is read then; which of them it was is
/// remembered, so that one that can never be read does not keep the others waiting for good.
///
/// Nothing of it is kept beyond the process. Thread-safe.
final class Unread {
  private static final int MOST = 1_000;

  private final Set<DealId> deals = new HashSet<>();
  private Optional<Instant> until = Optional.empty();

  synchronized void add(Stay stay, Instant again) {
    if (deals.size() >= MOST) {
      deals.clear();
    }
    deals.add(stay.deal());
    until = Optional.of(again);
  }

  synchronized void remove(Stay stay) {
    deals.remove(stay.deal());
  }

  synchronized boolean has(Stay stay) {
    return deals.contains(stay.deal());
  }

  synchronized int size() {
    return deals.size();
  }

  /// Until when nothing is read.
  synchronized Optional<Instant> heldUntil(Instant now) {
    return until.filter(now::isBefore);
  }

  /// They may be read now.
  synchronized void mayBeRead() {
    until = Optional.empty();
  }
}
