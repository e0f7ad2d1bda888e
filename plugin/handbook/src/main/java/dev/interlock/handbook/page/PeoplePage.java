package dev.interlock.handbook.page;

import java.util.List;

/// The page of all contacts.
public record PeoplePage(Frame frame, When now, List<PersonRow> people) {
  public PeoplePage {
    people = List.copyOf(people);
  }

  /// One contact.
  public record PersonRow(Link contact, String where, When lastSeen) {}
}
