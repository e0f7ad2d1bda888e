package dev.interlock.crm;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.TagName;
import java.util.Map;
import java.util.Set;

/// What was last known of a contact, so that deliveries without old values can be told apart.
public record Remembered(
    Known<Set<TagName>> tags,
    Map<Channel, Consent> consent,
    Map<AppointmentId, Appointment> appointments,
    Map<DealId, Deal> deals) {
  private static final Remembered NOTHING =
      new Remembered(Known.unsaid(), Map.of(), Map.of(), Map.of());

  public Remembered {
    tags = tags.map(Set::copyOf);
    consent = Map.copyOf(consent);
    appointments = Map.copyOf(appointments);
    deals = Map.copyOf(deals);
  }

  /// A contact of whom nothing is known yet.
  public static Remembered nothing() {
    return NOTHING;
  }
}
