package dev.interlock.crm.highlevel;

import static dev.interlock.crm.highlevel.AccountOnStubs.BEGIN;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.highlevel.conformance.SeenRequest;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How what happened is asked for, and what is made of the answers.
class HappeningsTest {
  private static final Span SPAN = new Span(BEGIN.minusSeconds(3600), BEGIN.minusSeconds(600));

  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private AccountOnStubs account;

  @BeforeEach
  void open() {
    account = AccountOnStubs.open(CRM);
  }

  @AfterEach
  void close() {
    account.close();
  }

  private Read<SightingPage> read(Kind kind, Cursor from) {
    return account.crm().happened(kind, SPAN, from);
  }

  private SightingPage page(Kind kind, Cursor from) {
    return switch (read(kind, from)) {
      case Read.Got<SightingPage>(var page) -> page;
      case Read<SightingPage> other -> throw new AssertionError(other);
    };
  }

  private static SeenRequest lastRequest(String path) {
    return CRM.requests().stream()
        .filter(each -> each.path().equals(path))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  @Test
  void messagesAreAskedForByTheirLastChangeAndEmailsByThemselvesAfterwards() {
    account.answering(
        "GET",
        "/conversations/messages/export",
        """
        {"messages": [
           {"id": "m1", "type": 2, "messageType": "TYPE_SMS", "direction": "inbound",
            "contactId": "contact1", "body": "Yes", "dateAdded": "2026-11-02T11:55:00.000Z"},
           {"id": "x1", "type": 28, "messageType": "TYPE_ACTIVITY_OPPORTUNITY",
            "contactId": "contact1", "dateAdded": "2026-11-02T11:55:00.000Z"}],
         "total": 2}
        """);

    SightingPage first = page(Kind.MESSAGES, Cursor.start());

    assertThat(first.sightings()).extracting(Sighting::thing).containsExactly("m1");
    assertThat(first.calls()).isEqualTo(1);
    assertThat(lastRequest("/conversations/messages/export").query())
        .containsEntry("startDate", List.of("2026-11-02T11:50:00Z"))
        .containsEntry("sortBy", List.of("updatedAt"))
        .containsEntry("sortOrder", List.of("asc"))
        .doesNotContainKey("channel");

    account.answering("GET", "/conversations/messages/export", "{\"messages\": [], \"total\": 0}");
    SightingPage mails = page(Kind.MESSAGES, first.next().orElseThrow());
    assertThat(mails.next()).isEmpty();
    assertThat(lastRequest("/conversations/messages/export").query())
        .containsEntry("channel", List.of("Email"));
  }

  @Test
  void eachEmailOfAnExchangeIsReadByItselfAndCounted() {
    account
        .answering(
            "GET",
            "/conversations/messages/export",
            """
            {"messages": [{"id": "m1", "type": 3, "messageType": "TYPE_EMAIL",
               "direction": "outbound", "contactId": "contact1",
               "dateAdded": "2026-11-02T11:55:00.000Z",
               "meta": {"email": {"messageIds": ["mail1", "mail2", "gone"]}}}],
             "total": 1, "nextCursor": "more"}
            """)
        .answering(
            "GET",
            "/conversations/messages/email/mail1",
            """
            {"id": "mail1", "direction": "outbound", "status": "delivered", "source": "api",
             "dateAdded": "2026-11-02T11:55:00.000Z", "body": "Shall we call?"}
            """)
        .answering(
            "GET",
            "/conversations/messages/email/mail2",
            """
            {"id": "mail2", "direction": "inbound", "dateAdded": "2026-11-02T11:58:00.000Z",
             "body": "Yes"}
            """)
        .answering(
            "GET", "/conversations/messages/email/gone", 404, "{\"message\": \"Not found\"}");

    SightingPage page = page(Kind.MESSAGES, new Cursor("mails "));

    assertThat(page.sightings()).extracting(Sighting::thing).containsExactly("mail1", "mail2");
    assertThat(page.calls()).isEqualTo(4);
    assertThat(page.next()).contains(new Cursor("mails more"));
  }

  @Test
  void aPageOfOpportunitiesBeginsWhereTheOneBeforeEnded() {
    String deals =
        IntStream.range(0, 100)
            .mapToObj(i ->
                """
                {"id": "d%d", "contactId": "c%d", "updatedAt": "2026-11-02T11:%02d:00.000Z"}
                """
                    .formatted(i, i, 50 + i / 20))
            .collect(joining(","));
    account.answering(
        "POST", "/opportunities/search", "{\"opportunities\": [" + deals + "], \"total\": 120}");

    SightingPage page = page(Kind.DEALS, Cursor.start());
    assertThat(page.sightings()).hasSize(100);

    page(Kind.DEALS, page.next().orElseThrow());
    assertThat(lastRequest("/opportunities/search").body()).contains("2026-11-02T11:54:00Z");
  }

  @Test
  void everyCalendarIsReadMonthByMonth() {
    account
        .answering(
            "GET",
            "/calendars/",
            """
            {"calendars": [{"id": "cal1", "name": "Visits"}, {"id": "cal2", "name": "Talks"}]}
            """)
        .answering("GET", "/calendars/events", "{\"events\": []}");

    Optional<Cursor> next = Optional.of(Cursor.start());
    while (next.isPresent()) {
      next = page(Kind.APPOINTMENTS, next.get()).next();
    }

    assertThat(account.asked()).filteredOn("GET /calendars/events"::equals).hasSize(6);
  }

  @Test
  void anAccountWithoutCalendarsHasNoAppointments() {
    assertThat(page(Kind.APPOINTMENTS, Cursor.start()))
        .isEqualTo(new SightingPage(List.of(), Optional.empty(), 0));
  }

  @Test
  void aLimitIsToBeWaitedFor() {
    account.answering("POST", "/contacts/search", 429, "{\"message\": \"Too many requests\"}");

    assertThat(read(Kind.CONTACTS, Cursor.start())).isInstanceOf(Read.TryLater.class);
  }

  @Test
  void aPageThatCannotBeReadIsAskedForAgain() {
    account.answering("POST", "/contacts/search", WireMock.ok("{\"contacts\": [{\"id\""));
    assertThat(read(Kind.CONTACTS, Cursor.start())).isInstanceOf(Read.TryLater.class);

    account.answering("GET", "/conversations/messages/export", "{\"oops\": true}");
    assertThat(read(Kind.MESSAGES, Cursor.start())).isInstanceOf(Read.TryLater.class);
  }

  @Test
  void aMissingScopeIsSaid() {
    account.answering(
        "POST",
        "/opportunities/search",
        401,
        "{\"message\": \"The token is not authorized for this scope.\"}");

    assertThat(read(Kind.DEALS, Cursor.start())).isInstanceOf(Read.Refused.class);
  }
}
