package dev.interlock.crm.highlevel.contact;

import dev.interlock.contract.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Remembers opportunities that were just made, until HighLevel's search is sure to know them.
///
/// Without this, two steps in quick succession would each make one. It is a help, not a lock: after
/// a restart within those seconds it is empty. Thread-safe.
public final class MadeLately {
  private static final Duration SURE_TO_BE_FOUND = Duration.ofMinutes(2);
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Deque<Made> made = new ArrayDeque<>();

  private record Made(ContactId contact, String opportunity, Instant at) {}

  public MadeLately(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void add(ContactId contact, String opportunity) {
    forget();
    made.addLast(new Made(contact, opportunity, clock.instant()));
  }

  synchronized List<String> of(ContactId contact) {
    forget();
    return made.stream()
        .filter(each -> each.contact().equals(contact))
        .map(Made::opportunity)
        .toList();
  }

  private void forget() {
    Instant old = clock.instant().minus(SURE_TO_BE_FOUND);
    while (!made.isEmpty() && (made.size() >= MOST || made.getFirst().at().isBefore(old))) {
      made.removeFirst();
    }
  }
}
