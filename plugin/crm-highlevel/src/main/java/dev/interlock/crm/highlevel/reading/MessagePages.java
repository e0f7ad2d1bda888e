package dev.interlock.crm.highlevel.reading;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.highlevel.event.Readout;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.MessageCalls;
import dev.interlock.crm.highlevel.wire.MessageExport;
import dev.interlock.crm.highlevel.wire.WireEmail;
import dev.interlock.crm.highlevel.wire.WireMessage;
import dev.interlock.crm.highlevel.wire.WireMessageExport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Messages and calls by when something became of them, and then e-mails: HighLevel leaves them out
/// unless they are asked for. A list tells no e-mail's text, so that each is read by itself.
record MessagePages(MessageCalls calls, Readout readout) {
  private static final int PAGE = 100;

  /// An e-mail takes a call of its own.
  private static final int PAGE_OF_MAILS = 10;

  private static final String MAILS = "mails ";
  private static final String OTHERS = "others ";

  Read<SightingPage> read(Span span, Cursor from) {
    String place = from.text();
    return place.startsWith(MAILS)
        ? mails(span, place.substring(MAILS.length()))
        : others(span, place.startsWith(OTHERS) ? place.substring(OTHERS.length()) : "");
  }

  private Read<SightingPage> others(Span span, String place) {
    return export(span, "", PAGE, place)
        .map(page ->
            new SightingPage(
                page.messages().stream()
                    .flatMap(each -> readout.message(each.json()).stream())
                    .toList(),
                page.nextCursor()
                    .map(next -> new Cursor(OTHERS + next))
                    .or(() -> Optional.of(new Cursor(MAILS))),
                1));
  }

  private Read<WireMessageExport> export(Span span, String channel, int limit, String place) {
    return Reads.of(
        calls.export(
            MessageExport.of(channel)
                .since(span.since())
                .oldestChangeFirst()
                .pagesOf(limit)
                .at(place)));
  }

  private Read<SightingPage> mails(Span span, String place) {
    return export(span, "Email", PAGE_OF_MAILS, place).then(this::mails);
  }

  private Read<SightingPage> mails(WireMessageExport page) {
    Optional<Cursor> next = page.nextCursor().map(cursor -> new Cursor(MAILS + cursor));
    Read<SightingPage> mails = new Read.Got<>(new SightingPage(List.of(), next, 1));
    for (WireMessage message : page.messages()) {
      mails = mails.then(soFar -> with(message, soFar));
    }
    return mails;
  }

  /// One message of the list may stand for a whole exchange of mails.
  private Read<SightingPage> with(WireMessage message, SightingPage page) {
    if (message.emailMessageIds().isEmpty()) {
      return new Read.Got<>(plus(page, readout.message(message.json()), 0));
    }
    Read<SightingPage> mails = new Read.Got<>(page);
    for (String id : message.emailMessageIds()) {
      mails = mails.then(soFar -> withMail(message, id, soFar));
    }
    return mails;
  }

  private Read<SightingPage> withMail(WireMessage message, String id, SightingPage page) {
    return switch (Reads.of(calls.email(id))) {
      case Read.Got<WireEmail>(var mail) ->
          new Read.Got<>(plus(page, readout.mail(message.json(), id, mail.json()), 1));
      // deleted since: the others are not kept waiting for it
      case Read.Refused<WireEmail>(var code, _) when code.equals("not-found") ->
          new Read.Got<>(plus(page, Optional.empty(), 1));
      case Read.Refused<WireEmail>(var code, var reason) -> new Read.Refused<>(code, reason);
      case Read.Gone<WireEmail>(var reason) -> new Read.Gone<>(reason);
      case Read.TryLater<WireEmail>(var pause, var reason) -> new Read.TryLater<>(pause, reason);
    };
  }

  private static SightingPage plus(SightingPage page, Optional<Sighting> one, int calls) {
    var all = new ArrayList<>(page.sightings());
    one.ifPresent(all::add);
    return new SightingPage(all, page.next(), page.calls() + calls);
  }
}
