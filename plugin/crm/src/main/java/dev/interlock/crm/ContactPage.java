package dev.interlock.crm;

import dev.interlock.contract.contact.ContactSnapshot;
import java.util.List;
import java.util.Optional;

/// A page of contacts; without `next` it is the last.
public record ContactPage(List<ContactSnapshot> contacts, Optional<Cursor> next) {
  public ContactPage {
    contacts = List.copyOf(contacts);
  }
}
