package dev.interlock.simulation.script;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How a contact stands in the CRM before anything happens.
///
/// @param start local time in the location's zone
/// @param zone the location's; the CRM does not say the contact's own
/// @param fields besides the first name; an empty field is absent
/// @param consent per channel; a channel that is absent is one of which the CRM does not say
/// @param assignee the CRM's name of the user to whom the contact is assigned
/// @param deals at most one per pipeline
/// @param visits appointments that stand in the calendar already
/// @param saysDeals whether the CRM says anything about deals at all
/// @param saysAppointments whether the CRM says anything about appointments at all
public record Opening(
    String firstName,
    LocalDateTime start,
    ZoneId zone,
    Set<TagName> tags,
    Map<FieldName, String> fields,
    Map<Channel, String> addresses,
    Map<Channel, Consent> consent,
    Optional<String> assignee,
    List<StandingDeal> deals,
    List<Visit> visits,
    boolean saysDeals,
    boolean saysAppointments) {
  private static final LocalDateTime A_MONDAY_AT_TEN = LocalDateTime.of(2026, 3, 2, 10, 0);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  public Opening {
    tags = Collections.unmodifiableSet(new TreeSet<>(tags));
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
    consent = Collections.unmodifiableMap(new TreeMap<>(consent));
    deals = List.copyOf(deals);
    visits = List.copyOf(visits);
    if (deals.stream().map(deal -> deal.at().pipeline()).distinct().count() < deals.size()) {
      throw new IllegalArgumentException("two deals in one pipeline");
    }
  }

  /// A deal as it stands at the opening.
  public record StandingDeal(StageRef at, DealStatus status, Optional<BigDecimal> value) {}

  /// An appointment as it stands at the opening.
  ///
  /// @param ahead how long after the opening it starts; negative when it is over
  public record Visit(CalendarName calendar, Duration ahead, Appointment.Status status) {}

  /// Somebody with a number and an address who may be written to by both, of whom nothing else is
  /// known; on a Monday at ten in New York.
  public static Opening of(String firstName) {
    return new Opening(
        firstName,
        A_MONDAY_AT_TEN,
        NEW_YORK,
        Set.of(),
        Map.of(),
        Map.of(Channel.SMS, "+15550101", Channel.EMAIL, "contact@example.com"),
        Map.of(Channel.SMS, Consent.ALLOWED, Channel.EMAIL, Consent.ALLOWED),
        Optional.empty(),
        List.of(),
        List.of(),
        true,
        true);
  }
}
