package dev.interlock.crm.highlevel.reading;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.highlevel.event.Readout;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.MessageCalls;
import dev.interlock.crm.highlevel.wire.MessageExport;
import dev.interlock.crm.highlevel.wire.WireEmail;
import dev.interlock.crm.highlevel.wire.WireMessage;
import dev.interlock.crm.highlevel.wire.WireMessageExport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Messages and calls by when something became of them, and then e-mails: HighLevel leaves them out
/// unless they are asked for. A list tells no e-mail's text, so that each is read by itself; where
/// that breaks off, the page ends with what was read, and the next begins behind it.
record MessagePages(MessageCalls calls, Readout readout) {
  private static final int PAGE = 100;

  /// An e-mail takes a call of its own.
  private static final int PAGE_OF_MAILS = 10;

  private static final String MAILS = "mails ";
  private static final String MAILS_AFTER = "mails-after ";
  private static final String OTHERS = "others ";

  Read<SightingPage> read(Span span, Cursor from) {
    String place = from.text();
    if (place.startsWith(MAILS)) {
      return mails(span, place.substring(MAILS.length()), "");
    }
    if (place.startsWith(MAILS_AFTER)) {
      String[] parts = place.substring(MAILS_AFTER.length()).split(" ", 2);
      return mails(span, parts.length == 2 ? parts[1] : "", parts[0]);
    }
    return others(span, place.startsWith(OTHERS) ? place.substring(OTHERS.length()) : "");
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
                    .or(() -> Optional.of(new Cursor(MAILS)))));
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

  /// @param done the last e-mail of the page that was read before; empty for none
  private Read<SightingPage> mails(Span span, String place, String done) {
    return export(span, "Email", PAGE_OF_MAILS, place)
        .then(page -> mails(page, letters(page.messages(), done), place));
  }

  /// An e-mail of a list, or a message without one.
  private record Letter(WireMessage message, Optional<String> mail) {
    String id() {
      return mail.orElseGet(message::id);
    }
  }

  /// One message of the list may stand for a whole exchange of mails. What changes meanwhile goes
  /// to the end of all lists, so that before the last one that was read there is nothing new; if it
  /// is gone itself, they are read again.
  private static List<Letter> letters(List<WireMessage> messages, String done) {
    List<Letter> all =
        messages.stream()
            .flatMap(message ->
                message.emailMessageIds().isEmpty()
                    ? Stream.of(new Letter(message, Optional.empty()))
                    : message.emailMessageIds().stream()
                        .map(id -> new Letter(message, Optional.of(id))))
            .toList();
    int last = all.stream().map(Letter::id).toList().indexOf(done);
    return all.subList(last + 1, all.size());
  }

  private Read<SightingPage> mails(WireMessageExport page, List<Letter> letters, String place) {
    var sightings = new ArrayList<Sighting>();
    String done = "";
    for (Letter letter : letters) {
      Read<Optional<Sighting>> read = read(letter);
      if (read instanceof Read.Got<Optional<Sighting>>(var sighting)) {
        sighting.ifPresent(sightings::add);
        done = letter.id();
      } else if (done.isEmpty()) {
        return read.map(_ -> new SightingPage(List.of(), Optional.empty()));
      } else {
        var rest = new Cursor(MAILS_AFTER + done + " " + place);
        return new Read.Got<>(new SightingPage(sightings, Optional.of(rest)));
      }
    }
    Optional<Cursor> next = page.nextCursor().map(cursor -> new Cursor(MAILS + cursor));
    return new Read.Got<>(new SightingPage(sightings, next));
  }

  private Read<Optional<Sighting>> read(Letter letter) {
    Json message = letter.message().json();
    if (letter.mail().isEmpty()) {
      return new Read.Got<>(readout.message(message));
    }
    String id = letter.mail().get();
    Read<WireEmail> mail = Reads.of(calls.email(id));
    // deleted since: the others are not kept waiting for it
    return mail instanceof Read.Refused<WireEmail>(var code, _) && code.equals("not-found")
        ? new Read.Got<>(Optional.empty())
        : mail.map(found -> readout.mail(message, id, found.json()));
  }
}
