package dev.interlock.crm.highlevel.wire;

import static dev.interlock.crm.highlevel.wire.Operation.Method.DELETE;
import static dev.interlock.crm.highlevel.wire.Operation.Method.GET;
import static dev.interlock.crm.highlevel.wire.Operation.Method.POST;
import static dev.interlock.crm.highlevel.wire.Operation.Method.PUT;
import static dev.interlock.crm.highlevel.wire.Operation.Repeat.HARMLESS;
import static dev.interlock.crm.highlevel.wire.Operation.Repeat.READ;
import static dev.interlock.crm.highlevel.wire.Operation.Repeat.UNSAFE;

/// Every call that we make to HighLevel, one constant each: the table that tests walk through.
///
/// Paths are written exactly as the vendor does, since a trailing slash matters. The version stands
/// beside each operation because HighLevel versions single operations, not its API as a whole.
public enum Operation {
  GET_CONTACT(
      "get-contact", GET, "/contacts/{contactId}", Operation.JULY, "contacts.readonly", READ),
  CREATE_CONTACT("create-contact", POST, "/contacts/", Operation.JULY, "contacts.write", UNSAFE),
  UPSERT_CONTACT(
      "upsert-contact", POST, "/contacts/upsert", Operation.JULY, "contacts.write", HARMLESS),
  UPDATE_CONTACT(
      "update-contact", PUT, "/contacts/{contactId}", Operation.JULY, "contacts.write", HARMLESS),
  SEARCH_CONTACTS(
      "search-contacts-advanced",
      POST,
      "/contacts/search",
      Operation.JULY,
      "contacts.readonly",
      READ),
  FIND_DUPLICATE_CONTACT(
      "get-duplicate-contact",
      GET,
      "/contacts/search/duplicate",
      Operation.JULY,
      "contacts.readonly",
      READ),
  ADD_TAGS(
      "add-tags", POST, "/contacts/{contactId}/tags", Operation.JULY, "contacts.write", HARMLESS),
  REMOVE_TAGS(
      "remove-tags",
      DELETE,
      "/contacts/{contactId}/tags",
      Operation.JULY,
      "contacts.write",
      HARMLESS),
  LIST_TASKS(
      "get-all-tasks",
      GET,
      "/contacts/{contactId}/tasks",
      Operation.JULY,
      "contacts.readonly",
      READ),
  CREATE_TASK(
      "create-task", POST, "/contacts/{contactId}/tasks", Operation.JULY, "contacts.write", UNSAFE),
  SET_TASK_COMPLETED(
      "update-task-completed",
      PUT,
      "/contacts/{contactId}/tasks/{taskId}/completed",
      Operation.JULY,
      "contacts.write",
      HARMLESS),
  LIST_NOTES(
      "get-all-notes",
      GET,
      "/contacts/{contactId}/notes",
      Operation.JULY,
      "contacts.readonly",
      READ),
  CREATE_NOTE(
      "create-note", POST, "/contacts/{contactId}/notes", Operation.JULY, "contacts.write", UNSAFE),
  ADD_TO_WORKFLOW(
      "add-contact-to-workflow",
      POST,
      "/contacts/{contactId}/workflow/{workflowId}",
      Operation.JULY,
      "contacts.write",
      UNSAFE),
  REMOVE_FROM_WORKFLOW(
      "delete-contact-from-workflow",
      DELETE,
      "/contacts/{contactId}/workflow/{workflowId}",
      Operation.JULY,
      "contacts.write",
      HARMLESS),
  LIST_CONTACT_APPOINTMENTS(
      "get-appointments-for-contact",
      GET,
      "/contacts/{contactId}/appointments",
      Operation.JULY,
      "contacts.readonly",
      READ),

  SEND_MESSAGE(
      "send-a-new-message",
      POST,
      "/conversations/messages",
      Operation.APRIL,
      "conversations/message.write",
      UNSAFE),
  GET_MESSAGE(
      "get-message",
      GET,
      "/conversations/messages/{id}",
      Operation.APRIL,
      "conversations/message.readonly",
      READ),
  GET_EMAIL(
      "get-email-by-id",
      GET,
      "/conversations/messages/email/{id}",
      Operation.APRIL,
      "conversations/message.readonly",
      READ),
  LIST_MESSAGES(
      "get-messages",
      GET,
      "/conversations/{conversationId}/messages",
      Operation.APRIL,
      "conversations/message.readonly",
      READ),
  EXPORT_MESSAGES(
      "export-messages-by-location",
      GET,
      "/conversations/messages/export",
      Operation.APRIL,
      "conversations/message.readonly",
      READ),
  SEARCH_CONVERSATIONS(
      "search-conversation",
      GET,
      "/conversations/search",
      Operation.APRIL,
      "conversations.readonly",
      READ),

  SEARCH_OPPORTUNITIES(
      "search-opportunity",
      GET,
      "/opportunities/search",
      Operation.JULY,
      "opportunities.readonly",
      READ),
  SEARCH_CHANGED_OPPORTUNITIES(
      "search-opportunities-advanced",
      POST,
      "/opportunities/search",
      Operation.JULY,
      "opportunities.readonly",
      READ),
  GET_OPPORTUNITY(
      "get-opportunity",
      GET,
      "/opportunities/{id}",
      Operation.JULY,
      "opportunities.readonly",
      READ),
  CREATE_OPPORTUNITY(
      "create-opportunity", POST, "/opportunities/", Operation.JULY, "opportunities.write", UNSAFE),
  UPDATE_OPPORTUNITY(
      "update-opportunity",
      PUT,
      "/opportunities/{id}",
      Operation.JULY,
      "opportunities.write",
      HARMLESS),
  SET_OPPORTUNITY_STATUS(
      "update-opportunity-status",
      PUT,
      "/opportunities/{id}/status",
      Operation.JULY,
      "opportunities.write",
      HARMLESS),
  LIST_PIPELINES(
      "get-pipelines",
      GET,
      "/opportunities/pipelines",
      Operation.JULY,
      "opportunities.readonly",
      READ),

  LIST_CALENDARS("get-calendars", GET, "/calendars/", Operation.APRIL, "calendars.readonly", READ),
  LIST_CALENDAR_EVENTS(
      "get-calendar-events",
      GET,
      "/calendars/events",
      Operation.APRIL,
      "calendars/events.readonly",
      READ),
  LIST_FREE_SLOTS(
      "get-slots",
      GET,
      "/calendars/{calendarId}/free-slots",
      Operation.APRIL,
      "calendars.readonly",
      READ),
  CREATE_APPOINTMENT(
      "create-appointment",
      POST,
      "/calendars/events/appointments",
      Operation.APRIL,
      "calendars/events.write",
      UNSAFE),
  UPDATE_APPOINTMENT(
      "edit-appointment",
      PUT,
      "/calendars/events/appointments/{eventId}",
      Operation.APRIL,
      "calendars/events.write",
      HARMLESS),
  GET_APPOINTMENT(
      "get-appointment",
      GET,
      "/calendars/events/appointments/{eventId}",
      Operation.APRIL,
      "calendars/events.readonly",
      READ),

  GET_LOCATION(
      "get-location", GET, "/locations/{locationId}", Operation.JULY, "locations.readonly", READ),
  LIST_TAGS(
      "get-location-tags",
      GET,
      "/locations/{locationId}/tags",
      Operation.JULY,
      "locations/tags.readonly",
      READ),
  CREATE_TAG(
      "create-tag",
      POST,
      "/locations/{locationId}/tags",
      Operation.JULY,
      "locations/tags.write",
      HARMLESS),
  LIST_CUSTOM_FIELDS(
      "get-custom-fields",
      GET,
      "/locations/{locationId}/customFields",
      Operation.JULY,
      "locations/customFields.readonly",
      READ),
  CREATE_CUSTOM_FIELD(
      "create-custom-field",
      POST,
      "/locations/{locationId}/customFields",
      Operation.JULY,
      "locations/customFields.write",
      UNSAFE),
  LIST_CUSTOM_VALUES(
      "get-custom-values",
      GET,
      "/locations/{locationId}/customValues",
      Operation.JULY,
      "locations/customValues.readonly",
      READ),
  CREATE_CUSTOM_VALUE(
      "create-custom-value",
      POST,
      "/locations/{locationId}/customValues",
      Operation.JULY,
      "locations/customValues.write",
      UNSAFE),
  LIST_CHANNEL_PROVIDERS(
      "get-conversation-channel",
      GET,
      "/locations/{locationId}/conversationChannels/{type}",
      Operation.THIRD,
      "locations.readonly",
      READ),
  LIST_NUMBERS(
      "active-numbers",
      GET,
      "/phone-system/numbers/location/{locationId}",
      Operation.JULY,
      "phonenumbers.read",
      READ),
  SEARCH_USERS("search-users", GET, "/users/search", Operation.JULY, "users.readonly", READ),
  LIST_USERS("get-user-by-location", GET, "/users/", Operation.JULY, "users.readonly", READ),
  LIST_WORKFLOWS("get-workflow", GET, "/workflows/", Operation.JULY, "workflows.readonly", READ),
  LIST_FORMS("get-forms", GET, "/forms/", Operation.JULY, "forms.readonly", READ),
  LIST_FORM_SUBMISSIONS(
      "get-forms-submissions", GET, "/forms/submissions", Operation.JULY, "forms.readonly", READ),

  /// Goes to the address that HighLevel told with the trigger; its description does not have it.
  EXECUTE_TRIGGER(
      "execute-trigger",
      POST,
      TriggerAddresses.PATH + "{trigger}",
      Operation.JULY,
      "workflows.readonly",
      UNSAFE),

  /// Needs neither token nor version: what goes along are the app's own id and secret.
  TAKE_TOKENS("get-access-token", POST, "/oauth/token", "", "", UNSAFE),
  MINT_LOCATION_TOKEN(
      "get-location-access-token",
      POST,
      "/oauth/locationToken",
      Operation.JULY,
      "oauth.write",
      HARMLESS),
  LIST_INSTALLED_LOCATIONS(
      "get-installed-location",
      GET,
      "/oauth/installedLocations",
      Operation.JULY,
      "oauth.readonly",
      READ);

  /// Version of nearly everything.
  private static final String JULY = "2021-07-28";

  /// Version of calendars and conversations.
  private static final String APRIL = "2021-04-15";

  /// Version of what is in no other.
  private static final String THIRD = "v3";

  /// The HTTP methods in use.
  public enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  /// What it means to make the same call again.
  public enum Repeat {
    /// Changes nothing, so its effect is never in doubt; some reads are POSTs.
    READ,
    /// A change that, made twice, leaves what it leaves when made once.
    HARMLESS,
    /// A change that would happen twice: look whether it happened before trying again.
    UNSAFE
  }

  private final String operationId;
  private final Method method;
  private final String path;
  private final String version;
  private final String scope;
  private final Repeat repeat;

  Operation(
      String operationId, Method method, String path, String version, String scope, Repeat repeat) {
    this.operationId = operationId;
    this.method = method;
    this.path = path;
    this.version = version;
    this.scope = scope;
    this.repeat = repeat;
  }

  /// The name of this operation in the vendor's API description.
  public String operationId() {
    return operationId;
  }

  public Method method() {
    return method;
  }

  /// The path with its placeholders, as in `/contacts/{contactId}/tags`.
  public String path() {
    return path;
  }

  /// The value of the `Version` header; empty for the one call that needs neither it nor a token.
  public String version() {
    return version;
  }

  /// The OAuth scope without which the CRM answers 401.
  public String scope() {
    return scope;
  }

  /// Whether anybody may call it, without a token.
  boolean isOpen() {
    return version.isEmpty();
  }

  public Repeat repeat() {
    return repeat;
  }

  /// Whether this only looks.
  public boolean isRead() {
    return repeat == READ;
  }
}
