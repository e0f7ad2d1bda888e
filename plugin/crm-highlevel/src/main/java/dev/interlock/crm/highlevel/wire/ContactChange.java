package dev.interlock.crm.highlevel.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What to write into a contact. What is not said stays as it is.
///
/// Tags cannot be said here: HighLevel replaces the whole set, other people's included. They have
/// calls of their own.
///
/// @param customFields values by field id
/// @param dndSettings status by channel
public record ContactChange(
    Map<Field, String> fields,
    Map<String, FieldValue> customFields,
    Map<String, WireDnd.Status> dndSettings,
    Optional<Boolean> dnd) {

  /// The standard fields that may be written.
  public enum Field {
    FIRST_NAME("firstName", Cleared.BY_NULL),
    LAST_NAME("lastName", Cleared.BY_NULL),
    NAME("name", Cleared.BY_NULL),
    EMAIL("email", Cleared.BY_NULL),
    PHONE("phone", Cleared.BY_NULL),
    COMPANY_NAME("companyName", Cleared.BY_NULL),
    ADDRESS("address1", Cleared.BY_NULL),
    CITY("city", Cleared.BY_NULL),
    STATE("state", Cleared.BY_NULL),
    COUNTRY("country", Cleared.BY_EMPTY_TEXT),
    POSTAL_CODE("postalCode", Cleared.BY_EMPTY_TEXT),
    WEBSITE("website", Cleared.BY_NULL),
    TIMEZONE("timezone", Cleared.BY_EMPTY_TEXT),
    DATE_OF_BIRTH("dateOfBirth", Cleared.BY_EMPTY_TEXT),
    SOURCE("source", Cleared.BY_NULL),
    ASSIGNED_TO("assignedTo", Cleared.BY_NULL);

    private final String key;
    private final Cleared cleared;

    Field(String key, Cleared cleared) {
      this.key = key;
      this.cleared = cleared;
    }

    /// The field's name in the CRM's JSON.
    public String key() {
      return key;
    }

    /// The field with this name in the CRM's JSON.
    public static Optional<Field> named(String key) {
      return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
  }

  /// How a field is emptied: the CRM takes null only where its description says so, and would check
  /// an empty text there, as in an e-mail address.
  private enum Cleared {
    BY_NULL,
    BY_EMPTY_TEXT
  }

  public ContactChange {
    fields = Map.copyOf(fields);
    customFields = Map.copyOf(customFields);
    dndSettings = Map.copyOf(dndSettings);
  }

  /// A change that changes nothing yet.
  public static ContactChange none() {
    return new ContactChange(Map.of(), Map.of(), Map.of(), Optional.empty());
  }

  /// Writes a standard field; an empty text clears it.
  public ContactChange with(Field field, String value) {
    return new ContactChange(plus(fields, field, value), customFields, dndSettings, dnd);
  }

  /// Writes a custom field; an empty text clears it.
  public ContactChange with(String fieldId, FieldValue value) {
    return new ContactChange(fields, plus(customFields, fieldId, value), dndSettings, dnd);
  }

  /// Sets do-not-disturb of one channel: `SMS`, `Email`, `Call`, `WhatsApp`, `GMB` or `FB`.
  public ContactChange withDnd(String channel, boolean blocked) {
    var status = blocked ? WireDnd.Status.ACTIVE : WireDnd.Status.INACTIVE;
    return new ContactChange(fields, customFields, plus(dndSettings, channel, status), dnd);
  }

  /// Sets do-not-disturb of all channels.
  public ContactChange withDndEverywhere(boolean blocked) {
    return new ContactChange(fields, customFields, dndSettings, Optional.of(blocked));
  }

  /// Whether the CRM can tell by this whom it means.
  boolean namesAnAddress() {
    return !fields.getOrDefault(Field.EMAIL, "").isBlank()
        || !fields.getOrDefault(Field.PHONE, "").isBlank();
  }

  Body body() {
    var body = new Body();
    new TreeMap<>(fields).forEach((field, value) -> put(body, field, value));
    body.ifPresent("dnd", dnd);
    if (!dndSettings.isEmpty()) {
      body.with("dndSettings", dndBody());
    }
    return body.unlessEmpty(
        "customFields",
        new TreeMap<>(customFields)
            .entrySet().stream()
                .map(
                    field -> Map.of("id", field.getKey(), "field_value", Body.of(field.getValue())))
                .toList());
  }

  private static void put(Body body, Field field, String value) {
    if (value.isEmpty() && field.cleared == Cleared.BY_NULL) {
      body.withNull(field.key());
      return;
    }
    body.with(field.key(), value);
  }

  private Map<String, Object> dndBody() {
    var channels = new TreeMap<String, Object>();
    dndSettings.forEach((channel, status) ->
        channels.put(channel, Map.of("status", status.name().toLowerCase(Locale.ROOT))));
    return channels;
  }

  private static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
    var copy = new HashMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
