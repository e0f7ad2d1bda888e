package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A translation in the making: what happened, and what is known from now on. For one thread.
final class Draft {
  private static final String READ = "read:";

  private final Notice notice;
  private final ContactId contact;
  private final Remembered last;
  private final List<DomainEvent> events = new ArrayList<>();
  private final Map<Channel, Consent> consent;
  private final Map<AppointmentId, Appointment> appointments;
  private final Map<DealId, Deal> deals;
  private final Map<String, Instant> asOf;
  private Known<Set<TagName>> tags;
  private String ignored = "";

  Draft(Notice notice, ContactId contact, Remembered last) {
    this.notice = notice;
    this.contact = contact;
    this.last = last;
    this.tags = last.tags();
    this.consent = new HashMap<>(last.consent());
    this.appointments = new HashMap<>(last.appointments());
    this.deals = new HashMap<>(last.deals());
    this.asOf = new HashMap<>(last.asOf());
  }

  Notice notice() {
    return notice;
  }

  ContactId contact() {
    return contact;
  }

  Remembered last() {
    return last;
  }

  /// Adds an event.
  ///
  /// @param id what it is and of what; the same change must always come to the same id
  void tell(String id, Instant at, Provenance provenance, Happening what) {
    events.add(new DomainEvent(id, contact, at, what, provenance));
  }

  /// Says why there is no event, in case there will be none.
  void silent(String reason) {
    ignored = reason;
  }

  /// Whether more is known already than what was so at that moment.
  boolean isLate(String id, Instant at) {
    Instant known = last.asOf().get(id);
    return known != null && at.isBefore(known);
  }

  /// The moment that the knowledge of a thing is of.
  Optional<Instant> knownAsOf(String id) {
    return Optional.ofNullable(last.asOf().get(id));
  }

  /// What a webhook tells that was sent up to a moment, of what changed in a thing, is known from a
  /// reading.
  void readUntil(String id, Instant moment) {
    asOf.put(READ + id, moment);
  }

  /// Whether a reading found already what a webhook tells that was sent at that moment.
  boolean wasRead(String id, Instant at) {
    Instant until = last.asOf().get(READ + id);
    return until != null && !at.isAfter(until);
  }

  /// The tags, with what this translation knows of them.
  Known<Set<TagName>> tags() {
    return tags;
  }

  void knownAt(String id, Instant at) {
    asOf.put(id, at);
  }

  /// The moments that are known of things whose ids begin so.
  Map<String, Instant> knownOf(String prefix) {
    return asOf.entrySet().stream()
        .filter(known -> known.getKey().startsWith(prefix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void forgetKnown(String id) {
    asOf.remove(id);
  }

  void remember(Set<TagName> all) {
    tags = Known.said(all);
  }

  void remember(Map<Channel, Consent> told) {
    consent.putAll(told);
  }

  void remember(Appointment appointment) {
    appointments.put(appointment.id(), appointment);
  }

  void remember(Deal deal) {
    deals.put(deal.id(), deal);
  }

  void forget(AppointmentId appointment) {
    appointments.remove(appointment);
  }

  void forget(DealId deal) {
    deals.remove(deal);
  }

  /// Forgets everything but when that was, so that what comes late is known to be late.
  void forgetAll() {
    tags = Known.unsaid();
    consent.clear();
    appointments.clear();
    deals.clear();
  }

  Translation finished() {
    return new Translation(
        events,
        new Remembered(tags, consent, appointments, deals, asOf),
        events.isEmpty() ? ignored : "");
  }
}
