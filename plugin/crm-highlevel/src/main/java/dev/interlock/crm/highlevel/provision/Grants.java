package dev.interlock.crm.highlevel.provision;

import dev.interlock.crm.highlevel.wire.ContactSearch;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.MessageExport;
import dev.interlock.crm.highlevel.wire.Operation;
import dev.interlock.crm.inventory.Grant;
import dev.interlock.crm.inventory.Right;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.crm.inventory.Told;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Tells which scopes a token has, by what it may read: nothing else lists them. Whether it may
/// change something would only show by a change.
record Grants(HighLevelApi api, Round round, InstantSource clock) {
  private static final Told<Void> ONLY_BY_A_CHANGE = new Told.Never<>("only a change would tell");

  Map<Right, Grant> of(
      Told<?> location,
      Told<?> pipelines,
      Told<?> tags,
      Told<?> fields,
      Told<?> values,
      Told<?> users,
      Told<List<Thing.Calendar>> calendars,
      Told<?> automations) {
    var grants = new EnumMap<Right, Grant>(Right.class);
    put(grants, Right.READ_ACCOUNT, Operation.GET_LOCATION, location);
    put(grants, Right.READ_PIPELINES, Operation.LIST_PIPELINES, pipelines);
    put(grants, Right.READ_TAGS, Operation.LIST_TAGS, tags);
    put(grants, Right.READ_FIELDS, Operation.LIST_CUSTOM_FIELDS, fields);
    put(grants, Right.READ_VALUES, Operation.LIST_CUSTOM_VALUES, values);
    put(grants, Right.READ_USERS, Operation.SEARCH_USERS, users);
    put(grants, Right.READ_CALENDARS, Operation.LIST_CALENDARS, calendars);
    put(grants, Right.READ_AUTOMATIONS, Operation.LIST_WORKFLOWS, automations);
    put(grants, Right.READ_CONTACTS, Operation.SEARCH_CONTACTS, contacts());
    put(grants, Right.READ_MESSAGES, Operation.EXPORT_MESSAGES, messages());
    put(grants, Right.READ_APPOINTMENTS, Operation.LIST_CALENDAR_EVENTS, appointments(calendars));
    put(grants, Right.READ_FORMS, Operation.LIST_FORM_SUBMISSIONS, forms());
    put(grants, Right.CHANGE_CONTACTS, Operation.UPDATE_CONTACT, ONLY_BY_A_CHANGE);
    put(grants, Right.CHANGE_DEALS, Operation.UPDATE_OPPORTUNITY, ONLY_BY_A_CHANGE);
    put(grants, Right.SEND_MESSAGES, Operation.SEND_MESSAGE, ONLY_BY_A_CHANGE);
    return grants;
  }

  private static void put(
      Map<Right, Grant> grants, Right right, Operation operation, Told<?> told) {
    grants.put(right, Grant.of(operation.scope(), told));
  }

  private Told<?> contacts() {
    return round.ask(() -> api.contacts().search(ContactSearch.where().pagesOf(1)));
  }

  private Told<?> messages() {
    return round.ask(() -> api.messages().export(MessageExport.of("SMS").pagesOf(10)));
  }

  private Told<?> forms() {
    return round.ask(() -> api.location().forms(0, 1));
  }

  /// Appointments are only listed by calendar.
  private Told<?> appointments(Told<List<Thing.Calendar>> calendars) {
    var now = clock.instant();
    return Told.orNone(calendars).stream()
        .findFirst()
        .<Told<?>>map(calendar ->
            round.ask(
                () -> api.calendars().events(calendar.id(), now, now.plus(Duration.ofHours(1)))))
        .orElse(new Told.Never<>("there is no calendar to look into"));
  }
}
