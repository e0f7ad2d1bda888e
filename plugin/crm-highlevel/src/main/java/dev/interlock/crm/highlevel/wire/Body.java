package dev.interlock.crm.highlevel.wire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request body in the making. What is absent is left out, since the CRM would take an empty text
/// as an order to clear the field.
final class Body {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  static Body of(String key, Object value) {
    return new Body().with(key, value);
  }

  Body with(String key, Object value) {
    members.put(key, value);
    return this;
  }

  Body withNull(String key) {
    members.put(key, null);
    return this;
  }

  /// Adds a text unless it is empty.
  Body unlessEmpty(String key, String value) {
    return value.isEmpty() ? this : with(key, value);
  }

  /// Adds a list unless it is empty.
  Body unlessEmpty(String key, Collection<?> values) {
    return values.isEmpty() ? this : with(key, List.copyOf(values));
  }

  Body ifPresent(String key, Optional<?> value) {
    return value.isPresent() ? with(key, value.get()) : this;
  }

  byte[] bytes() {
    return Json.MAPPER.writeValueAsBytes(members);
  }

  Map<String, @Nullable Object> members() {
    return members;
  }

  /// A custom field's value as the CRM wants it written.
  static Object of(FieldValue value) {
    return switch (value) {
      case FieldValue.Text(var text) -> text;
      case FieldValue.Numeric(var number) -> number;
      case FieldValue.Several(var values) -> values;
      case FieldValue.Structure(var json) -> json.node();
    };
  }
}
