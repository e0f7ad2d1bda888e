package dev.interlock.crm;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.TagName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What was last known of a contact, so that deliveries without old values can be told apart.
///
/// @param asOf by the id of the contact, appointment or opportunity: the moment that the knowledge
///   is of, by the CRM's clock. Deliveries come in any order, and an older one must not undo a
///   newer
public record Remembered(
    Known<Set<TagName>> tags,
    Map<Channel, Consent> consent,
    Map<AppointmentId, Appointment> appointments,
    Map<DealId, Deal> deals,
    Map<String, Instant> asOf) {
  private static final Remembered NOTHING =
      new Remembered(Known.unsaid(), Map.of(), Map.of(), Map.of(), Map.of());

  public Remembered {
    tags = tags.map(Set::copyOf);
    consent = Map.copyOf(consent);
    appointments = Map.copyOf(appointments);
    deals = Map.copyOf(deals);
    asOf = Map.copyOf(asOf);
  }

  /// A contact of whom nothing is known yet.
  public static Remembered nothing() {
    return NOTHING;
  }

  /// What a reading of the contact tells. Without such a beginning, the first change of a tag of a
  /// contact older than the installation cannot be told from the tags it had before.
  public static Remembered of(ContactSnapshot contact) {
    if (!contact.exists()) {
      return NOTHING;
    }
    List<Appointment> appointments = contact.appointments().orElse(List.of());
    List<Deal> deals = contact.deals().orElse(List.of());
    var asOf = new HashMap<String, Instant>();
    asOf.put(contact.id().text(), contact.readAt());
    appointments.forEach(each -> asOf.put(each.id().text(), contact.readAt()));
    deals.forEach(each -> asOf.put(each.id().text(), contact.readAt()));
    return new Remembered(
        Known.said(contact.tags()),
        contact.consent(),
        appointments.stream().collect(Collectors.toMap(Appointment::id, Function.identity())),
        deals.stream().collect(Collectors.toMap(Deal::id, Function.identity())),
        asOf);
  }
}
