package dev.interlock.crm.highlevel.contact;

import dev.interlock.contract.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The tags of contacts that were read a moment ago, with what we have changed in them since, so
/// that a tag is added or removed in one call where the contact was just read.
///
/// Somebody else may change them within that moment. HighLevel takes a tag that is there already,
/// or the removal of one that is not, as nothing to do, so all that comes of it is a call that was
/// not needed. That nothing is to do is never said by what is remembered here. Thread-safe.
public final class TagsSeen {
  private static final Duration MOMENT = Duration.ofSeconds(5);
  private static final int MOST = 1_000;

  private final InstantSource clock;
  private final LinkedHashMap<ContactId, Seen> recent = new LinkedHashMap<>();

  private record Seen(List<String> tags, Instant at) {}

  public TagsSeen(InstantSource clock) {
    this.clock = clock;
  }

  /// A contact was read.
  synchronized void read(ContactId contact, List<String> tags, Instant at) {
    recent.remove(contact);
    recent.put(contact, new Seen(List.copyOf(tags), at));
    if (recent.size() > MOST) {
      recent.pollFirstEntry();
    }
  }

  /// The contact's tags as they were a moment ago; empty when it was not read then, or the clock
  /// was set back since.
  public synchronized Optional<List<String>> of(ContactId contact) {
    Instant now = clock.instant();
    return Optional.ofNullable(recent.get(contact))
        .filter(seen -> !now.isBefore(seen.at()) && !now.isAfter(seen.at().plus(MOMENT)))
        .map(Seen::tags);
  }

  /// We added a tag.
  public synchronized void added(ContactId contact, String tag) {
    recent.computeIfPresent(
        contact,
        (_, seen) -> {
          var tags = new ArrayList<>(seen.tags());
          tags.add(tag);
          return new Seen(List.copyOf(tags), seen.at());
        });
  }

  /// We removed tags.
  public synchronized void removed(ContactId contact, List<String> tags) {
    recent.computeIfPresent(
        contact,
        (_, seen) ->
            new Seen(seen.tags().stream().filter(tag -> !tags.contains(tag)).toList(), seen.at()));
  }

  /// It is not known how they are by now.
  public synchronized void forget(ContactId contact) {
    recent.remove(contact);
  }
}
