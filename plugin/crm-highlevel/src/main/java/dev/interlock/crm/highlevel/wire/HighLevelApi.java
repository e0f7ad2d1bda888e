package dev.interlock.crm.highlevel.wire;

import dev.interlock.crm.calls.Calls;

/// All calls that we make for one location, by subject. Blocking: use virtual threads. Thread-safe.
public final class HighLevelApi {
  private final Calls calls;
  private final ContactCalls contacts;
  private final ContactWorkCalls contactWork;
  private final MessageCalls messages;
  private final OpportunityCalls opportunities;
  private final CalendarCalls calendars;
  private final LocationCalls location;
  private final TriggerCalls triggers;

  HighLevelApi(String locationId, Exchange exchange, TriggerAddresses addresses) {
    calls = exchange.calls();
    contacts = new ContactCalls(locationId, exchange);
    contactWork = new ContactWorkCalls(exchange);
    messages = new MessageCalls(locationId, exchange);
    opportunities = new OpportunityCalls(locationId, exchange);
    calendars = new CalendarCalls(locationId, exchange);
    location = new LocationCalls(locationId, exchange);
    triggers = new TriggerCalls(exchange, addresses);
  }

  /// How many of these calls may be made.
  public Calls calls() {
    return calls;
  }

  /// Contacts themselves: their fields, tags, and how to find them.
  public ContactCalls contacts() {
    return contacts;
  }

  /// What hangs on a contact: tasks, notes, the CRM's own automations.
  public ContactWorkCalls contactWork() {
    return contactWork;
  }

  /// Messages and conversations.
  public MessageCalls messages() {
    return messages;
  }

  /// Opportunities and pipelines.
  public OpportunityCalls opportunities() {
    return opportunities;
  }

  /// Calendars and appointments.
  public CalendarCalls calendars() {
    return calendars;
  }

  /// What belongs to the location as a whole: settings, users, tags, fields, automations, forms.
  public LocationCalls location() {
    return location;
  }

  /// Triggers of the CRM's own workflows.
  public TriggerCalls triggers() {
    return triggers;
  }
}
