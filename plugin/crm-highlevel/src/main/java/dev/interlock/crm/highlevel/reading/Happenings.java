package dev.interlock.crm.highlevel.reading;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.highlevel.event.Readout;
import dev.interlock.crm.highlevel.names.AccountNames;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/// What happened in a location since a moment, page by page.
///
/// HighLevel lets messages, contacts and opportunities be read by when they changed, and
/// appointments only by when they take place, calendar by calendar; forms that were filled in, by
/// the day. What was deleted is nowhere to be read.
public final class Happenings {
  private final HighLevelApi api;
  private final AccountNames names;
  private final InstantSource clock;
  private final AtomicInteger rounds = new AtomicInteger();

  public Happenings(HighLevelApi api, AccountNames names, InstantSource clock) {
    this.api = api;
    this.names = names;
    this.clock = clock;
  }

  /// Reads a page.
  public Read<SightingPage> read(Kind kind, Span span, Cursor from) {
    var readout = new Readout(clock.instant(), span.watched());
    try {
      return switch (kind) {
        case MESSAGES -> new MessagePages(api.messages(), readout).read(span, from);
        case APPOINTMENTS -> appointments(readout).read(from);
        case CONTACTS -> new ContactPages(api.contacts(), readout).read(span, from);
        case DEALS -> new DealPages(api.opportunities(), readout).read(span, from);
        case FORMS -> new SubmissionPages(api.location(), readout).read(span, from);
      };
    } catch (WrongShapeException foreign) {
      return new Read.Refused<>("cursor", "this reading cannot go on: " + foreign.flaw());
    }
  }

  private AppointmentPages appointments(Readout readout) {
    return new AppointmentPages(api.calendars(), names, readout, rounds::getAndIncrement);
  }
}
