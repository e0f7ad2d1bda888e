package dev.interlock.crm.highlevel.contact;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.crm.ContactPage;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.names.AccountNames;
import dev.interlock.crm.highlevel.names.ContactFields;
import dev.interlock.crm.highlevel.names.Named;
import dev.interlock.crm.highlevel.names.Pipelines;
import dev.interlock.crm.highlevel.outcome.Answers;
import dev.interlock.crm.highlevel.outcome.Gone;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.ContactSearch;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.WireAppointment;
import dev.interlock.crm.highlevel.wire.WireContact;
import dev.interlock.crm.highlevel.wire.WireOpportunity;
import dev.interlock.crm.highlevel.wire.WireUser;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads contacts.
public final class ContactReader {
  private static final int PAGE = 100;

  private final HighLevelApi api;
  private final AccountNames names;
  private final DealReader deals;
  private final TagsSeen tags;
  private final InstantSource clock;

  /// @param tags is told of what is read
  public ContactReader(
      HighLevelApi api, AccountNames names, DealReader deals, TagsSeen tags, InstantSource clock) {
    this.api = api;
    this.names = names;
    this.deals = deals;
    this.tags = tags;
    this.clock = clock;
  }

  public Read<ContactSnapshot> contact(ContactId id, Set<Detail> details) {
    Instant readAt = clock.instant();
    Answer<WireContact> contact = api.contacts().contact(id.text());
    if (contact instanceof Answer.Ok<WireContact>(_, var read, _)) {
      if (!api.contacts().isHere(read)) {
        // no token of ours should ever read one; if one does, no run must
        return new Read.Gone<>("the contact is in another account");
      }
      tags.read(id, read.tags(), readAt);
    }
    Optional<String> gone = Gone.reason(contact);
    if (gone.isPresent()) {
      return new Read.Gone<>(gone.get());
    }
    return Reads.of(
        Answers.then(
            contact,
            found ->
                Answers.join(
                    () -> deals(id, details),
                    () -> appointments(id, details),
                    () -> snapshots(List.of(found)),
                    (itsDeals, itsAppointments, snapshots) ->
                        snapshots.of(found, readAt, itsDeals, itsAppointments))));
  }

  /// Newest change first.
  public Read<ContactPage> contacts(Cursor cursor) {
    Instant readAt = clock.instant();
    ContactSearch newest = ContactSearch.where().sortedBy("dateUpdated", false).pagesOf(PAGE);
    ContactSearch search;
    try {
      search = cursor.equals(Cursor.start()) ? newest : newest.from(cursor.text());
    } catch (WrongShapeException foreign) {
      return new Read.Refused<>("cursor", "this reading cannot go on: " + foreign.flaw());
    }
    return Reads.of(
        Answers.then(
            api.contacts().search(search),
            page ->
                snapshots(page.contacts())
                    .map(snapshots -> page(page.contacts(), snapshots, readAt))));
  }

  private static ContactPage page(List<WireContact> found, Snapshots snapshots, Instant readAt) {
    List<ContactSnapshot> contacts =
        found.stream()
            .map(each -> snapshots.of(each, readAt, Known.unsaid(), Known.unsaid()))
            .toList();
    Optional<Cursor> next =
        found.size() < PAGE ? Optional.empty() : found.getLast().place().map(Cursor::new);
    return new ContactPage(contacts, next);
  }

  private Answer<Snapshots> snapshots(List<WireContact> contacts) {
    return Answers.join(
        names::location,
        () -> names.fieldsWith(known -> namesAll(known, contacts)),
        () -> names.usersWith(known -> namesAssignees(known, contacts)),
        Snapshots::new);
  }

  private static boolean namesAll(ContactFields fields, List<WireContact> contacts) {
    return contacts.stream()
        .flatMap(contact -> contact.customFields().stream())
        .flatMap(value -> value.id().or(value::key).stream())
        .allMatch(id -> fields.withId(id).isPresent());
  }

  private static boolean namesAssignees(Named<WireUser> users, List<WireContact> contacts) {
    return contacts.stream()
        .flatMap(contact -> contact.assignedTo().stream())
        .allMatch(id -> users.nameOf(id).isPresent());
  }

  private Answer<Known<List<Deal>>> deals(ContactId contact, Set<Detail> details) {
    if (!details.contains(Detail.DEALS)) {
      return names.location().map(_ -> Known.unsaid());
    }
    return Answers.then(
        deals.of(contact),
        found ->
            names
                .pipelinesWith(known -> found.stream().allMatch(each -> isNamed(each, known)))
                .map(pipelines ->
                    Known.said(
                        found.stream()
                            .flatMap(each -> Deals.of(each, pipelines).stream())
                            .toList())));
  }

  private static boolean isNamed(WireOpportunity opportunity, Pipelines pipelines) {
    return pipelines.knows(
        opportunity.pipelineId().orElse(""), opportunity.pipelineStageId().orElse(""));
  }

  private Answer<Known<List<Appointment>>> appointments(ContactId contact, Set<Detail> details) {
    if (!details.contains(Detail.APPOINTMENTS)) {
      return names.location().map(_ -> Known.unsaid());
    }
    return Answers.then(
        api.contactWork().appointments(contact.text()),
        found -> Answers.then(zone(), zone -> inWords(found, zone).map(Known::said)));
  }

  private Answer<List<Appointment>> inWords(List<WireAppointment> found, ZoneId zone) {
    return names
        .calendarsWith(known ->
            found.stream()
                .flatMap(each -> each.calendarId().stream())
                .allMatch(id -> known.nameOf(id).isPresent()))
        .map(calendars ->
            found.stream()
                .flatMap(each -> Appointments.of(each, calendars, zone).stream())
                .toList());
  }

  private Answer<ZoneId> zone() {
    return names.location().map(location -> location.timezone().orElse(ZoneOffset.UTC));
  }
}
