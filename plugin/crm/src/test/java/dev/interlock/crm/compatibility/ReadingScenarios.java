package dev.interlock.crm.compatibility;

import static dev.interlock.crm.compatibility.KitAccount.BEGIN;
import static dev.interlock.crm.compatibility.KitAccount.BOOKED;
import static dev.interlock.crm.compatibility.KitAccount.CONSULTATION;
import static dev.interlock.crm.compatibility.KitAccount.DANA;
import static dev.interlock.crm.compatibility.KitAccount.NEW_LEAD;
import static dev.interlock.crm.compatibility.KitAccount.PLAN;
import static dev.interlock.crm.compatibility.KitAccount.SALES;
import static dev.interlock.crm.compatibility.Scenarios.got;
import static dev.interlock.crm.compatibility.Scenarios.read;
import static dev.interlock.crm.compatibility.Scenarios.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.ContactPage;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is read.
interface ReadingScenarios extends Scenarios {
  @Test
  default void readsWhatAContactIsAndHas() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    var contact = read(account, ann);

    assertThat(contact.exists()).isTrue();
    assertThat(contact.readAt()).isEqualTo(account.now());
    assertThat(contact.fields())
        .containsEntry(StandardFields.FIRST_NAME, "Ann")
        .containsEntry(StandardFields.LAST_NAME, "Example")
        .containsEntry(PLAN, "gold");
    assertThat(contact.addresses())
        .containsEntry(Channel.SMS, "+15550100001")
        .containsEntry(Channel.EMAIL, "ann@example.com");
    assertThat(contact.tags()).containsExactly(new TagName("lead"));
    assertThat(contact.assignee()).contains(DANA);
  }

  @Test
  default void leavesOutWhatIsEmpty() {
    var account = account();
    ContactId caller = account.newContact(Newcomer.caller("+15550100002"));

    var contact = read(account, caller);

    assertThat(contact.fields()).doesNotContainKeys(StandardFields.FIRST_NAME, PLAN);
    assertThat(contact.addresses()).doesNotContainKey(Channel.EMAIL);
    assertThat(contact.assignee()).isEmpty();
    assertThat(said(contact.deals())).isEmpty();
    assertThat(said(contact.appointments())).isEmpty();
  }

  @Test
  default void tellsWhoOptedOutOfWhat() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    account.optOut(ann, Channel.SMS);

    assertThat(read(account, ann).consent())
        .containsEntry(Channel.SMS, Consent.OPTED_OUT)
        .doesNotContainEntry(Channel.EMAIL, Consent.OPTED_OUT);
  }

  @Test
  default void readsDealsAndAppointmentsByTheNamesPeopleSee() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, new BigDecimal("250"));
    account.newAppointment(ann, BEGIN.plus(Duration.ofDays(1)), Appointment.Status.CONFIRMED);

    var contact = read(account, ann);

    assertThat(said(contact.deals()))
        .singleElement()
        .satisfies(deal -> {
          assertThat(deal.stage()).isEqualTo(KitAccount.place(NEW_LEAD));
          assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
          assertThat(deal.value())
              .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("250"));
        });
    assertThat(said(contact.appointments()))
        .singleElement()
        .satisfies(appointment -> {
          assertThat(appointment.calendar()).isEqualTo(CONSULTATION);
          assertThat(appointment.start()).isEqualTo(BEGIN.plus(Duration.ofDays(1)));
          assertThat(appointment.end()).isEqualTo(BEGIN.plus(Duration.ofDays(1)).plusSeconds(1800));
          assertThat(appointment.status()).isEqualTo(Appointment.Status.CONFIRMED);
        });
  }

  @Test
  default void meansTheOpenDealWhereAnotherWasTouchedLater() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, BOOKED, DealStatus.OPEN, BigDecimal.TEN);
    account.pass(Duration.ofHours(1));
    account.newDeal(ann, NEW_LEAD, DealStatus.LOST, BigDecimal.ONE);

    assertThat(said(read(account, ann).deal(SALES)))
        .map(Deal::stage)
        .contains(KitAccount.place(BOOKED));
  }

  @Test
  default void doesNotPretendToKnowWhatItWasNotAskedToRead() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, BigDecimal.TEN);

    var contact = got(account.crm().contact(ann, Set.of()));

    assertThat(contact.deals()).isEqualTo(Known.unsaid());
    assertThat(contact.appointments()).isEqualTo(Known.unsaid());
  }

  @Test
  default void saysWhenAContactIsNoLongerThere() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    account.delete(ann);

    assertThat(account.crm().contact(ann, Set.of())).isInstanceOf(Read.Gone.class);
  }

  @Test
  default void readsAllContactsPageByPageEachOnce() {
    var account = account();
    var expected = new ArrayList<ContactId>();
    for (int i = 0; i < 120; i++) {
      expected.add(account.newContact(Newcomer.caller("+1555020%04d".formatted(i))));
      account.pass(Duration.ofSeconds(1));
    }
    account.pass(Duration.ofMinutes(1));

    var seen = new ArrayList<ContactId>();
    Optional<Cursor> next = Optional.of(Cursor.start());
    while (next.isPresent()) {
      ContactPage page = got(account.crm().contacts(next.get()));
      page.contacts().forEach(contact -> seen.add(contact.id()));
      next = page.next();
    }

    assertThat(seen).containsExactlyElementsOf(expected.reversed());
  }

  @Test
  default void readsTheNamesOfAnAccount() {
    var account = account();

    var directory = got(account.crm().directory());

    assertThat(directory.locationName()).isEqualTo(KitAccount.LOCATION);
    assertThat(directory.zone()).contains(KitAccount.ZONE);
    assertThat(directory.pipelines()).containsEntry(SALES, KitAccount.STAGES);
    assertThat(directory.fields()).contains(PLAN, StandardFields.FIRST_NAME);
    assertThat(directory.calendars()).contains(CONSULTATION);
    assertThat(directory.users()).contains(DANA, KitAccount.BEN);
    assertThat(directory.automations()).contains(KitAccount.WELCOME);
    assertThat(directory.values())
        .containsEntry(KitAccount.BOOKING_LINK, KitAccount.BOOKING_ADDRESS);
    assertThat(directory.ambiguous()).isEmpty();
  }
}
