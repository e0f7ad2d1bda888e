package dev.interlock.crm.inventory;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Channel;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an account has at one moment, each kind as far as the CRM let it be read.
///
/// @param name the business's name in the CRM; empty where it does not say
/// @param zone its time zone; empty where the account has none
/// @param standardFields fields that every contact has, which are no custom fields
/// @param sending how messages go out, by the channels that were asked about
/// @param grants what the token may do, by the rights that were asked about
public record Inventory(
    InstallationId installation,
    String name,
    Optional<ZoneId> zone,
    Told<List<Thing.Pipeline>> pipelines,
    Told<List<Thing.Tag>> tags,
    List<String> standardFields,
    Told<List<Thing.Field>> fields,
    Told<List<Thing.User>> users,
    Told<List<Thing.Calendar>> calendars,
    Told<List<Thing.Automation>> automations,
    Told<List<Thing.Value>> values,
    Map<Channel, Told<Sending>> sending,
    Map<Right, Grant> grants) {
  public Inventory {
    standardFields = List.copyOf(standardFields);
    sending = Map.copyOf(sending);
    grants = Map.copyOf(grants);
  }
}
