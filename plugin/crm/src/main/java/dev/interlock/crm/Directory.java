package dev.interlock.crm;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an account has, by the names people see.
///
/// @param locationName the business's name in the CRM
/// @param zone the account's time zone, where the CRM knows it
/// @param pipelines with their stages in the CRM's order
/// @param users full names
/// @param values account-wide constants, by name, from which settings can be taken
/// @param phone the business number, where the CRM knows it
/// @param ambiguous names that occur more than once, as `calendar Consultation`
public record Directory(
    String locationName,
    Optional<ZoneId> zone,
    Optional<String> phone,
    Map<PipelineName, List<StageName>> pipelines,
    Set<TagName> tags,
    Set<FieldName> fields,
    Set<CalendarName> calendars,
    Set<String> users,
    Map<String, String> values,
    Set<AutomationName> automations,
    List<String> ambiguous) {
  public Directory {
    pipelines = Map.copyOf(pipelines);
    tags = Set.copyOf(tags);
    fields = Set.copyOf(fields);
    calendars = Set.copyOf(calendars);
    users = Set.copyOf(users);
    values = Map.copyOf(values);
    automations = Set.copyOf(automations);
    ambiguous = List.copyOf(ambiguous);
  }
}
