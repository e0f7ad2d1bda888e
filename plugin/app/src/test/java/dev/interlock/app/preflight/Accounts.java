package dev.interlock.app.preflight;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.crm.inventory.Grant;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Right;
import dev.interlock.crm.inventory.Sending;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.crm.inventory.Told;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An account of a small business, to be changed by tests one thing at a time.
record Accounts(
    Optional<ZoneId> zone,
    Told<List<Thing.Pipeline>> pipelines,
    Told<List<Thing.Tag>> tags,
    Told<List<Thing.Field>> fields,
    Told<List<Thing.User>> users,
    Told<List<Thing.Calendar>> calendars,
    Told<List<Thing.Automation>> automations,
    Told<List<Thing.Value>> values,
    Told<Sending> texts,
    Grant.Standing standing) {

  /// It has all that [Businesses#contracts()] demands.
  static Accounts complete() {
    return new Accounts(
        Optional.of(ZoneId.of("America/New_York")),
        known(List.of(pipeline("p1", "Sales", "New", "Engaged", "Booked"))),
        known(List.of(new Thing.Tag("t1", "vip"))),
        known(
            List.of(
                new Thing.Field(
                    "f1",
                    "Plan",
                    Optional.of(FieldKind.OPTION),
                    "RADIO",
                    List.of("gold", "silver")))),
        known(List.of(new Thing.User("u1", "Ana Ruiz"))),
        known(List.of(new Thing.Calendar("c1", "Consultation", true))),
        known(List.of(new Thing.Automation("a1", "Welcome", true))),
        known(List.of(new Thing.Value("v1", "Booking link", "https://b.example.com"))),
        new Told.Known<>(new Sending(List.of("+14155550100"))),
        Grant.Standing.GRANTED);
  }

  Accounts withZone(Optional<ZoneId> other) {
    return new Accounts(
        other, pipelines, tags, fields, users, calendars, automations, values, texts, standing);
  }

  Accounts withPipelines(Thing.Pipeline... others) {
    return new Accounts(
        zone,
        known(List.of(others)),
        tags,
        fields,
        users,
        calendars,
        automations,
        values,
        texts,
        standing);
  }

  Accounts withTags(Told<List<Thing.Tag>> others) {
    return new Accounts(
        zone, pipelines, others, fields, users, calendars, automations, values, texts, standing);
  }

  Accounts withFields(Thing.Field... others) {
    return new Accounts(
        zone,
        pipelines,
        tags,
        known(List.of(others)),
        users,
        calendars,
        automations,
        values,
        texts,
        standing);
  }

  Accounts withUsers(Thing.User... others) {
    return new Accounts(
        zone,
        pipelines,
        tags,
        fields,
        known(List.of(others)),
        calendars,
        automations,
        values,
        texts,
        standing);
  }

  Accounts withCalendars(Thing.Calendar... others) {
    return new Accounts(
        zone,
        pipelines,
        tags,
        fields,
        users,
        known(List.of(others)),
        automations,
        values,
        texts,
        standing);
  }

  Accounts withAutomations(Thing.Automation... others) {
    return new Accounts(
        zone,
        pipelines,
        tags,
        fields,
        users,
        calendars,
        known(List.of(others)),
        values,
        texts,
        standing);
  }

  Accounts withValues(Thing.Value... others) {
    return new Accounts(
        zone,
        pipelines,
        tags,
        fields,
        users,
        calendars,
        automations,
        known(List.of(others)),
        texts,
        standing);
  }

  Accounts texting(Told<Sending> other) {
    return new Accounts(
        zone, pipelines, tags, fields, users, calendars, automations, values, other, standing);
  }

  Accounts allowing(Grant.Standing other) {
    return new Accounts(
        zone, pipelines, tags, fields, users, calendars, automations, values, texts, other);
  }

  Inventory inventory() {
    var grants = new EnumMap<Right, Grant>(Right.class);
    Stream.of(Right.values())
        .forEach(right -> grants.put(right, new Grant("scope of " + right, standing)));
    return new Inventory(
        new InstallationId("loc1"),
        "Practice",
        zone,
        pipelines,
        tags,
        List.of("First name"),
        fields,
        users,
        calendars,
        automations,
        values,
        Map.of(Channel.SMS, texts),
        grants);
  }

  static Thing.Pipeline pipeline(String id, String name, String... stages) {
    return new Thing.Pipeline(
        id, name, Arrays.stream(stages).map(stage -> new Thing.Stage(id + stage, stage)).toList());
  }

  static <T> Told<List<T>> known(List<T> things) {
    return new Told.Known<>(things);
  }
}
