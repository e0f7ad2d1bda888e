package dev.interlock.contract.contact;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.TagName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the CRM said about one contact when it was read.
///
/// @param readAt when the reading began; facts are no younger than this
/// @param exists false when the contact was deleted or merged away; the rest is then empty
/// @param fields by the names that people see; standard fields too, under [StandardFields]' names;
///   an empty field is absent
/// @param addresses an address per channel, where there is one
/// @param consent per channel; a channel that is absent is one of which the CRM did not say
/// @param zone the contact's own time zone, where the CRM knows it
/// @param assignee the CRM's name of the user to whom the contact is assigned
public record ContactSnapshot(
    ContactId id,
    Instant readAt,
    boolean exists,
    Map<FieldName, String> fields,
    Map<Channel, String> addresses,
    Map<Channel, Consent> consent,
    Set<TagName> tags,
    Optional<ZoneId> zone,
    Optional<String> assignee,
    Known<List<Deal>> deals,
    Known<List<Appointment>> appointments) {
  public ContactSnapshot {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
    consent = Collections.unmodifiableMap(new TreeMap<>(consent));
    tags = Collections.unmodifiableSet(new TreeSet<>(tags));
    deals = deals.map(List::copyOf);
    appointments = appointments.map(List::copyOf);
  }

  /// A contact that is no longer there.
  public static ContactSnapshot gone(ContactId id, Instant readAt) {
    return new ContactSnapshot(
        id,
        readAt,
        false,
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Known.unsaid(),
        Known.unsaid());
  }

  /// The opportunity that contracts mean when they name the pipeline: the open one touched last,
  /// else the one touched last. Unsaid when opportunities were not read.
  public Known<Optional<Deal>> deal(PipelineName pipeline) {
    return deals.map(all ->
        all.stream()
            .filter(deal -> deal.stage().pipeline().equals(pipeline))
            .max(
                Comparator.comparing((Deal deal) -> deal.status() == DealStatus.OPEN)
                    .thenComparing(Deal::touchedAt)
                    .thenComparing(Deal::id)));
  }

  /// What to call the contact in a sentence.
  public String displayName() {
    String first = fields.getOrDefault(StandardFields.FIRST_NAME, "");
    String last = fields.getOrDefault(StandardFields.LAST_NAME, "");
    String both = (first + " " + last).strip();
    return both.isEmpty() ? id.text() : both;
  }
}
