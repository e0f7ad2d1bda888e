package dev.interlock.crm.highlevel.reading;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.highlevel.event.Readout;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.ChangedOpportunities;
import dev.interlock.crm.highlevel.wire.OpportunityCalls;
import dev.interlock.crm.highlevel.wire.WireOpportunity;
import java.util.List;
import java.util.Optional;

/// Opportunities by when they changed, the oldest change first. A page begins at the moment at
/// which the one before ended: numbered pages shift when an opportunity changes meanwhile, and one
/// would be left out.
record DealPages(OpportunityCalls calls, Readout readout) {
  private static final int PAGE = 100;

  Read<SightingPage> read(Span span, Cursor from) {
    ChangedOpportunities asked =
        from.equals(Cursor.start())
            ? ChangedOpportunities.since(span.since(), PAGE)
            : ChangedOpportunities.from(from.text(), PAGE);
    return Reads.of(calls.changed(asked)).map(found -> page(asked, found));
  }

  private SightingPage page(ChangedOpportunities asked, List<WireOpportunity> found) {
    Optional<Cursor> next =
        found.size() < PAGE
            ? Optional.empty()
            : Optional.of(new Cursor(asked.after(found.getLast()).place()));
    return new SightingPage(
        found.stream().flatMap(each -> readout.deal(each.json()).stream()).toList(), next);
  }
}
