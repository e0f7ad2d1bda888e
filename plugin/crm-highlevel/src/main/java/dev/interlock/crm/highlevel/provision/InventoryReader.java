package dev.interlock.crm.highlevel.provision;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Channel;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.names.StandardField;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.LocationCalls;
import dev.interlock.crm.highlevel.wire.WireLocation;
import dev.interlock.crm.highlevel.wire.WireUser;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Sending;
import dev.interlock.crm.inventory.Told;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads all that a location has, a dozen calls in a row.
record InventoryReader(InstallationId installation, HighLevelApi api, InstantSource clock) {

  Read<Inventory> read(Set<Channel> sending) {
    var answer = api.location().location();
    return lacksTheScope(answer)
        // the other scopes are worth telling too
        ? read(new Told.NoScope<>(answer.operation().scope()), sending)
        : Reads.of(answer).then(location -> read(new Told.Known<>(location), sending));
  }

  private static boolean lacksTheScope(Answer<WireLocation> answer) {
    return answer instanceof Answer.Failed<WireLocation>(_, Failure.Unauthorized refusal, _, _)
        && refusal.kind() == Failure.Unauthorized.Kind.SCOPE;
  }

  private Read<Inventory> read(Told<WireLocation> location, Set<Channel> sending) {
    var round = new Round();
    var calls = api.location();
    var pipelines = round.ask(() -> api.opportunities().pipelines().map(Things::pipelines));
    var tags = round.ask(() -> calls.tags().map(Things::tags));
    var fields = round.ask(() -> calls.customFields().map(Things::fields));
    var users = round.ask(() -> users(location, calls).map(Things::users));
    var calendars = round.ask(() -> api.calendars().calendars().map(Things::calendars));
    var automations = round.ask(() -> calls.workflows().map(Things::automations));
    var values = round.ask(() -> calls.customValues().map(Things::values));
    var channels = sending(new Channels(calls, round), sending);
    var grants =
        new Grants(api, round, clock)
            .of(location, pipelines, tags, fields, values, users, calendars, automations);
    return round.end(() ->
        new Inventory(
            installation,
            about(location).flatMap(WireLocation::name).orElse(""),
            about(location).flatMap(InventoryReader::zone),
            pipelines,
            tags,
            Arrays.stream(StandardField.values()).map(field -> field.called().text()).toList(),
            fields,
            users,
            calendars,
            automations,
            values,
            channels,
            grants));
  }

  private static Optional<ZoneId> zone(WireLocation location) {
    return location.timezone();
  }

  private static Map<Channel, Told<Sending>> sending(Channels channels, Set<Channel> wanted) {
    var told = new EnumMap<Channel, Told<Sending>>(Channel.class);
    wanted.forEach(channel -> told.put(channel, channels.of(channel)));
    return told;
  }

  private static Answer<List<WireUser>> users(Told<WireLocation> location, LocationCalls calls) {
    return about(location)
        .flatMap(WireLocation::companyId)
        .map(calls::searchUsers)
        .orElseGet(calls::users);
  }

  private static Optional<WireLocation> about(Told<WireLocation> location) {
    return location instanceof Told.Known<WireLocation>(var known)
        ? Optional.of(known)
        : Optional.empty();
  }
}
