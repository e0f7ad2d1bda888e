package dev.interlock.crm.highlevel.reading;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.highlevel.event.Readout;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.ContactCalls;
import dev.interlock.crm.highlevel.wire.ContactFilter;
import dev.interlock.crm.highlevel.wire.ContactSearch;
import dev.interlock.crm.highlevel.wire.WireContact;
import java.util.List;
import java.util.Optional;

/// Contacts by when they changed, the oldest change first: whoever changes meanwhile comes again at
/// the end, and nobody is left out.
record ContactPages(ContactCalls calls, Readout readout) {
  private static final int PAGE = 100;

  Read<SightingPage> read(Span span, Cursor from) {
    ContactSearch first =
        ContactSearch.where(ContactFilter.since("dateUpdated", span.since()))
            .sortedBy("dateUpdated", true)
            .pagesOf(PAGE);
    ContactSearch search = from.equals(Cursor.start()) ? first : first.from(from.text());
    return Reads.of(calls.search(search)).map(page -> page(page.contacts()));
  }

  private SightingPage page(List<WireContact> found) {
    Optional<Cursor> next =
        found.size() < PAGE ? Optional.empty() : found.getLast().place().map(Cursor::new);
    return new SightingPage(
        found.stream().flatMap(each -> readout.contact(each.json()).stream()).toList(), next);
  }
}
