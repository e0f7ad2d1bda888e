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
import java.time.Duration;
import java.time.Instant;
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

  private static final String MAIL = "/conversations/messages/email/";

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

  private static String submission(String id, String at) {
    return "{\"id\": \"%s\", \"contactId\": \"contact1\", \"formId\": \"form1\", \"createdAt\": \"%s\"}"
        .formatted(id, at);
  }

  private SightingPage forms(Cursor from, String nextPage, String... submissions) {
    account.answering(
        "GET",
        "/forms/submissions",
        "{\"submissions\": [%s], \"meta\": {\"nextPage\": %s}}"
            .formatted(String.join(", ", submissions), nextPage));
    return page(Kind.FORMS, from);
  }

  @Test
  void formsAreAskedForByTheDayWithADayMoreAtBothEnds() {
    SightingPage first = forms(Cursor.start(), "2", submission("s1", "2026-11-02T11:55:00.000Z"));

    assertThat(first.sightings())
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.thing()).isEqualTo("s1");
          assertThat(seen.orderKey()).isEqualTo("contact1");
          assertThat(seen.at()).isEqualTo(Instant.parse("2026-11-02T11:55:00Z"));
        });
    assertThat(lastRequest("/forms/submissions").query())
        .containsEntry("startAt", List.of("2026-11-01"))
        .containsEntry("endAt", List.of("2026-11-03"))
        .containsEntry("limit", List.of("100"))
        .containsEntry("page", List.of("1"));

    SightingPage second =
        forms(first.next().orElseThrow(), "null", submission("s2", "2026-11-02T11:54:00.000Z"));
    assertThat(second.next()).isEmpty();
    assertThat(lastRequest("/forms/submissions").query()).containsEntry("page", List.of("2"));
  }

  @Test
  void pagesOfFormsThatAreTooOldAreNotRead() {
    String young = submission("s1", "2026-11-02T11:55:00.000Z");
    String old = submission("s2", "2026-11-02T09:00:00.000Z");

    assertThat(forms(Cursor.start(), "2", young, old).next()).isEmpty();
    assertThat(forms(Cursor.start(), "2", old, young).next())
        .as("the oldest first: the young ones may still come")
        .isPresent();
    assertThat(forms(Cursor.start(), "2", old).next()).as("nobody can tell").isPresent();
  }

  @Test
  void aFormOfNobodyOrOfBeforeIsLeftOut() {
    String nobodys = "{\"id\": \"s1\", \"formId\": \"form1\"}";
    String before = submission("s2", "2026-11-02T10:59:00.000Z");

    assertThat(forms(Cursor.start(), "null", nobodys, before).sightings()).isEmpty();
  }

  @Test
  void theScopeThatFormsNeedIsNamed() {
    account.answering(
        "GET",
        "/forms/submissions",
        401,
        "{\"statusCode\": 401, \"message\": \"The token is not authorized for this scope.\"}");

    assertThat(read(Kind.FORMS, Cursor.start()))
        .isInstanceOfSatisfying(
            Read.Refused.class, refused -> assertThat(refused.reason()).contains("forms.readonly"));
    assertThat(read(Kind.FORMS, new Cursor("nowhere"))).isInstanceOf(Read.Refused.class);
  }

  @Test
  void eachEmailOfAnExchangeIsReadByItself() {
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
    assertThat(page.next()).contains(new Cursor("mails more"));
  }

  @Test
  void aPageOfEmailsThatBreaksOffGoesOnBehindWhatWasRead() {
    account
        .answering(
            "GET",
            "/conversations/messages/export",
            """
            {"messages": [{"id": "m1", "type": 3, "messageType": "TYPE_EMAIL",
               "direction": "outbound", "contactId": "contact1",
               "dateAdded": "2026-11-02T11:55:00.000Z",
               "meta": {"email": {"messageIds": ["mail1", "mail2", "mail3"]}}}],
             "total": 1, "nextCursor": "more"}
            """)
        .answering("GET", MAIL + "mail1", mail("mail1"))
        .answering("GET", MAIL + "mail2", 503, "{}")
        .answering("GET", MAIL + "mail3", mail("mail3"));

    SightingPage first = page(Kind.MESSAGES, new Cursor("mails here"));
    assertThat(first.sightings()).extracting(Sighting::thing).containsExactly("mail1");
    Cursor rest = first.next().orElseThrow();
    assertThat(read(Kind.MESSAGES, rest)).isInstanceOf(Read.TryLater.class);

    account.answering("GET", MAIL + "mail2", mail("mail2"));
    SightingPage second = page(Kind.MESSAGES, rest);

    assertThat(second.sightings()).extracting(Sighting::thing).containsExactly("mail2", "mail3");
    assertThat(second.next()).contains(new Cursor("mails more"));
    assertThat(lastRequest("/conversations/messages/export").query())
        .containsEntry("cursor", List.of("here"));
    assertThat(account.asked()).filteredOn(("GET " + MAIL + "mail1")::equals).hasSize(1);
  }

  private static String mail(String id) {
    return """
    {"id": "%s", "direction": "inbound", "dateAdded": "2026-11-02T11:58:00.000Z", "body": "Yes"}
    """
        .formatted(id);
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

    readsARoundOfAppointments();

    assertThat(account.asked()).filteredOn("GET /calendars/events"::equals).hasSize(8);
  }

  @Test
  void roundByRoundEveryMonthOfTheYearAheadIsRead() {
    account
        .answering(
            "GET", "/calendars/", "{\"calendars\": [{\"id\": \"cal1\", \"name\": \"Visits\"}]}")
        .answering("GET", "/calendars/events", "{\"events\": []}");
    for (int round = 0; round < 9; round++) {
      readsARoundOfAppointments();
    }

    List<Instant> months = windows("startTime").stream().distinct().sorted().toList();
    assertThat(months).hasSize(12);
    assertThat(months)
        .isEqualTo(
            windows("endTime").stream()
                .distinct()
                .sorted()
                .map(end -> end.minus(Duration.ofDays(31)))
                .toList());
    assertThat(months.getFirst()).isEqualTo(BEGIN.minus(Duration.ofDays(7)));
    assertThat(months.getLast()).isEqualTo(BEGIN.plus(Duration.ofDays(365 - 31)));
  }

  @Test
  void thePagesOfARoundAreReckonedFromOneMoment() {
    account
        .answering(
            "GET", "/calendars/", "{\"calendars\": [{\"id\": \"cal1\", \"name\": \"Visits\"}]}")
        .answering("GET", "/calendars/events", "{\"events\": []}");

    SightingPage first = page(Kind.APPOINTMENTS, Cursor.start());
    account.pass(Duration.ofMinutes(7));
    page(Kind.APPOINTMENTS, first.next().orElseThrow());

    assertThat(windows("startTime").getLast()).isEqualTo(windows("endTime").getFirst());
    assertThat(first.since()).isEmpty();
  }

  @Test
  void aFarMonthIsLookedAtFurtherBackThanItWasAskedFor() {
    account
        .answering(
            "GET", "/calendars/", "{\"calendars\": [{\"id\": \"cal1\", \"name\": \"Visits\"}]}")
        .answering(
            "GET",
            "/calendars/events",
            """
            {"events": [{"id": "a1", "calendarId": "cal1", "contactId": "contact1",
               "appointmentStatus": "confirmed", "startTime": "2027-03-02T10:00:00Z",
               "dateAdded": "2026-11-02T08:00:00Z", "dateUpdated": "2026-11-02T08:00:00Z"}]}
            """);

    SightingPage last = page(Kind.APPOINTMENTS, Cursor.start());
    while (last.next().isPresent()) {
      last = page(Kind.APPOINTMENTS, last.next().orElseThrow());
    }

    assertThat(last.since()).contains(BEGIN.minus(Duration.ofDays(31)));
    assertThat(last.sightings()).extracting(Sighting::thing).containsExactly("a1");
  }

  @Test
  void aCalendarThatWasJustMadeIsReadInTheNextRound() {
    account
        .answering(
            "GET", "/calendars/", "{\"calendars\": [{\"id\": \"cal1\", \"name\": \"Visits\"}]}")
        .answering("GET", "/calendars/events", "{\"events\": []}");
    readsARoundOfAppointments();
    account.answering(
        "GET", "/calendars/", "{\"calendars\": [{\"id\": \"cal2\", \"name\": \"Talks\"}]}");
    account.pass(Duration.ofMinutes(5));
    readsARoundOfAppointments();

    assertThat(lastRequest("/calendars/events").query())
        .containsEntry("calendarId", List.of("cal2"));
  }

  @Test
  void aPlaceOfAnotherVersionBeginsTheRoundAnew() {
    assertThat(read(Kind.APPOINTMENTS, new Cursor("cal1 2"))).isInstanceOf(Read.Refused.class);
  }

  private void readsARoundOfAppointments() {
    Optional<Cursor> next = Optional.of(Cursor.start());
    while (next.isPresent()) {
      next = page(Kind.APPOINTMENTS, next.get()).next();
    }
  }

  private static List<Instant> windows(String edge) {
    return CRM.requests().stream()
        .filter(each -> each.path().equals("/calendars/events"))
        .map(each ->
            Instant.ofEpochMilli(
                Long.parseLong(each.query().getOrDefault(edge, List.of()).getFirst())))
        .toList();
  }

  @Test
  void anAccountWithoutCalendarsHasNoAppointments() {
    assertThat(page(Kind.APPOINTMENTS, Cursor.start()))
        .isEqualTo(new SightingPage(List.of(), Optional.empty()));
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
  void aFullPageOfContactsThatDoesNotSayWhereTheNextBeginsIsABrokenAnswer() {
    String contacts =
        IntStream.range(0, 100)
            .mapToObj("{\"id\": \"c%d\", \"dateUpdated\": \"2026-11-02T11:55:00.000Z\"}"::formatted)
            .collect(joining(","));
    account.answering(
        "POST", "/contacts/search", "{\"contacts\": [" + contacts + "], \"total\": 250}");

    assertThat(read(Kind.CONTACTS, Cursor.start()))
        .isInstanceOfSatisfying(
            Read.TryLater.class,
            later -> assertThat(later.reason()).contains("does not say where the next begins"));
    assertThat(account.crm().contacts(Cursor.start())).isInstanceOf(Read.TryLater.class);
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
