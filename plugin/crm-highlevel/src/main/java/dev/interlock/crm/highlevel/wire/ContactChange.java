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
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    NAME("name"),
    EMAIL("email"),
    PHONE("phone"),
    COMPANY_NAME("companyName"),
    ADDRESS("address1"),
    CITY("city"),
    STATE("state"),
    COUNTRY("country"),
    POSTAL_CODE("postalCode"),
    WEBSITE("website"),
    TIMEZONE("timezone"),
    DATE_OF_BIRTH("dateOfBirth"),
    SOURCE("source"),
    ASSIGNED_TO("assignedTo");

    private final String key;

    Field(String key) {
      this.key = key;
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
    new TreeMap<>(fields).forEach((field, value) -> body.with(field.key(), value));
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
