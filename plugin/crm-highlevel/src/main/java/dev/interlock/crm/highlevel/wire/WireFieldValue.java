package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Optional;

/// The value of one custom field, under whichever of four names it came.
public record WireFieldValue(Json json) {
  public Optional<String> id() {
    return json.text("id");
  }

  /// The field's key, as in `contact.plan`; rarely told.
  public Optional<String> key() {
    return json.firstText("key", "fieldKey");
  }

  public Optional<FieldValue> value() {
    for (String name : NAMES) {
      Optional<FieldValue> value = FieldValue.of(json.at(name));
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private static final List<String> NAMES =
      List.of(
          "value",
          "fieldValue",
          "field_value",
          "fieldValueString",
          "fieldValueNumber",
          "fieldValueDate",
          "fieldValueArray");

  /// Those that say which field they belong to.
  static List<WireFieldValue> listOf(List<Json> values) {
    return values.stream()
        .map(WireFieldValue::new)
        .filter(value -> value.id().isPresent() || value.key().isPresent())
        .toList();
  }
}
