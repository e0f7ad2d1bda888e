package dev.interlock.crm.compatibility;

import static dev.interlock.crm.compatibility.KitAccount.BEGIN;
import static dev.interlock.crm.compatibility.KitAccount.NEW_LEAD;
import static dev.interlock.crm.compatibility.Scenarios.got;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What happened since a moment is read.
interface HappeningScenarios extends Scenarios {
  /// Searches may lag so far behind.
  Duration LAG = Duration.ofMinutes(1);

  /// More pages than the little that is in an account can fill.
  int TOO_MANY_PAGES = 50;

  @Test
  default void readsWhatContactsWrote() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.writes(ann, "Yes please");
    account.pass(LAG);

    assertThat(happened(account, Kind.MESSAGES, BEGIN))
        .singleElement()
        .satisfies(sighting -> {
          assertThat(sighting.orderKey()).isEqualTo(ann.text());
          assertThat(sighting.at()).isEqualTo(BEGIN);
          assertThat(Sighting.kindOf(sighting.id())).contains(Kind.MESSAGES);
        });
  }

  @Test
  default void readsWhatTheBusinessSent() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.crm().carryOut(ann, new Deed.SendSms("Shall we call?"));
    account.crm().carryOut(ann, new Deed.SendEmail("Hello", "<p>Shall we call?</p>"));
    account.pass(LAG);

    assertThat(happened(account, Kind.MESSAGES, BEGIN))
        .extracting(Sighting::orderKey)
        .containsExactly(ann.text(), ann.text());
  }

  @Test
  default void readsAppointments() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newAppointment(ann, BEGIN.plus(Duration.ofDays(40)), Appointment.Status.CONFIRMED);
    account.pass(LAG);

    assertThat(happened(account, Kind.APPOINTMENTS, BEGIN))
        .extracting(Sighting::orderKey)
        .containsExactly(ann.text());
  }

  @Test
  default void readsContactsThatAreNewOrChanged() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.pass(Duration.ofHours(1));
    Instant later = account.now();
    ContactId caller = account.newContact(Newcomer.caller("+15550100002"));
    account.pass(LAG);

    assertThat(contacts(happened(account, Kind.CONTACTS, later))).containsExactly(caller.text());
    assertThat(contacts(happened(account, Kind.CONTACTS, BEGIN)))
        .containsExactlyInAnyOrder(ann.text(), caller.text());
  }

  @Test
  default void readsDeals() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, BigDecimal.TEN);
    account.pass(LAG);

    assertThat(contacts(happened(account, Kind.DEALS, BEGIN))).containsExactly(ann.text());
    assertThat(happened(account, Kind.DEALS, account.now())).isEmpty();
  }

  @Test
  default void tellsTheSameOfTheSameHoweverOftenItIsRead() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.writes(ann, "Yes please");
    account.pass(LAG);
    List<Sighting> first = happened(account, Kind.MESSAGES, BEGIN);
    account.pass(Duration.ofMinutes(5));

    assertThat(happened(account, Kind.MESSAGES, BEGIN))
        .extracting(Sighting::id)
        .isEqualTo(first.stream().map(Sighting::id).toList());
  }

  @Test
  default void aChangeIsAnotherStateOfTheSameThing() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.pass(LAG);
    List<Sighting> before = happened(account, Kind.CONTACTS, BEGIN);
    account.crm().carryOut(ann, new Deed.Assign(KitAccount.BEN));
    account.pass(LAG);

    assertThat(happened(account, Kind.CONTACTS, BEGIN))
        .singleElement()
        .satisfies(after -> {
          assertThat(after.thing()).isEqualTo(before.getFirst().thing());
          assertThat(after.id()).isNotEqualTo(before.getFirst().id());
          assertThat(after.at()).isAfter(before.getFirst().at());
        });
  }

  @Test
  default void goesThroughMoreThanAPageWithoutLeavingAnybodyOut() {
    var account = account();
    for (int i = 0; i < 130; i++) {
      account.newContact(Newcomer.writer("writer" + i + "@example.com"));
    }
    account.pass(LAG);

    assertThat(contacts(happened(account, Kind.CONTACTS, BEGIN)))
        .hasSize(130)
        .doesNotHaveDuplicates();
  }

  @Test
  default void aPlaceThatIsNoneIsAnAnswerToo() {
    var account = account();
    var span = new Span(BEGIN, BEGIN);
    for (Kind kind : List.of(Kind.APPOINTMENTS, Kind.CONTACTS, Kind.DEALS)) {
      assertThat(account.crm().happened(kind, span, new Cursor("nowhere")))
          .isNotInstanceOf(Read.Got.class);
    }
  }

  private static List<String> contacts(List<Sighting> sightings) {
    return sightings.stream().map(Sighting::orderKey).toList();
  }

  /// All pages, without what was before.
  private static List<Sighting> happened(CrmBackdoor account, Kind kind, Instant since) {
    var span = new Span(BEGIN, since);
    var all = new ArrayList<Sighting>();
    Optional<Cursor> next = Optional.of(Cursor.start());
    for (int pages = 0; next.isPresent(); pages++) {
      assertThat(pages).isLessThan(TOO_MANY_PAGES);
      SightingPage page = got(account.crm().happened(kind, span, next.get()));
      all.addAll(page.sightings());
      next = page.next();
    }
    return all.stream().filter(each -> !each.at().isBefore(since)).toList();
  }
}
