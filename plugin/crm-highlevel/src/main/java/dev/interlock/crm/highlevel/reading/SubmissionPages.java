package dev.interlock.crm.highlevel.reading;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.highlevel.event.Readout;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.LocationCalls;
import dev.interlock.crm.highlevel.wire.WireSubmission;
import dev.interlock.crm.highlevel.wire.WireSubmissionPage;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Forms that were filled in, by the day: HighLevel takes no moment. It does not say either in
/// whose time zone a day is meant, so that a day more is asked for at both ends; what is too old or
/// too young of that is left out by whoever reads.
///
/// Pages are numbered, the newest submission first as far as has been seen: what comes in meanwhile
/// moves others onto the next page, where they are met again, and leaves none out.
record SubmissionPages(LocationCalls calls, Readout readout) {
  private static final int FIRST = 1;

  Read<SightingPage> read(Span span, Cursor from) {
    return Reads.of(
            calls.submissions(
                day(span.since()).minusDays(1), day(readout.readAt()).plusDays(1), number(from)))
        .map(page -> page(page, span));
  }

  private static int number(Cursor from) {
    if (from.equals(Cursor.start())) {
      return FIRST;
    }
    try {
      return Integer.parseInt(from.text());
    } catch (NumberFormatException foreign) {
      throw new WrongShapeException("no page of forms");
    }
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private SightingPage page(WireSubmissionPage page, Span span) {
    List<WireSubmission> found = page.submissions();
    Optional<Cursor> next =
        page.nextPage().isPresent() && !isOldFromHereOn(found, span.since())
            ? Optional.of(new Cursor(Integer.toString(page.nextPage().getAsInt())))
            : Optional.empty();
    return new SightingPage(
        found.stream().flatMap(each -> readout.submission(each).stream()).toList(), next);
  }

  /// Whether the page goes from younger to older, all the way past what is looked for. Where that
  /// cannot be seen, all pages are read.
  private static boolean isOldFromHereOn(List<WireSubmission> found, Instant since) {
    List<Instant> moments = found.stream().flatMap(each -> each.createdAt().stream()).toList();
    boolean isFalling = true;
    for (int i = 1; i < moments.size(); i++) {
      isFalling &= !moments.get(i).isAfter(moments.get(i - 1));
    }
    return isFalling
        && moments.size() > 1
        && moments.getFirst().isAfter(moments.getLast())
        && moments.getLast().isBefore(since);
  }
}
