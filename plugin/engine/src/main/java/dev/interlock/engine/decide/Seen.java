package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.crm.Crm.Detail;
import java.util.Set;

/// A contact as read for a decision, and what the reading took in.
record Seen(Known<ContactSnapshot> contact, Set<Detail> details) {
  private static final Seen NOTHING = new Seen(Known.unsaid(), Set.of());

  Seen {
    details = Set.copyOf(details);
  }

  /// The contact was not read.
  static Seen nothing() {
    return NOTHING;
  }

  static Seen of(ContactSnapshot contact, Set<Detail> details) {
    return new Seen(Known.said(contact), details);
  }

  /// The contact, if the reading took in what is needed; otherwise it has to be read again.
  Known<ContactSnapshot> with(Set<Detail> needed) {
    return details.containsAll(needed) ? contact : Known.unsaid();
  }
}
