package dev.interlock.handbook.story;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The contacts that contracts have met, to find one's story.
public record PeopleView(ZoneId zone, Instant now, List<Person> people) {
  public PeopleView {
    people = List.copyOf(people);
  }

  /// A contact and where they are, as a sentence.
  public record Person(Contact contact, String where, Instant lastSeen) {}
}
