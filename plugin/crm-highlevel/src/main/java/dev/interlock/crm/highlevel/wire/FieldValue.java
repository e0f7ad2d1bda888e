package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a custom field holds; dates are text or a number, as the CRM wrote them.
public sealed interface FieldValue {
  record Text(String value) implements FieldValue {}

  record Numeric(BigDecimal value) implements FieldValue {}

  record Several(List<String> values) implements FieldValue {
    public Several {
      values = List.copyOf(values);
    }
  }

  /// A file or another structured value, which we only pass on.
  record Structure(Json value) implements FieldValue {}

  /// Reads a value; nothing, null, an empty text or an empty list is no value.
  static Optional<FieldValue> of(Json json) {
    if (json.isObject()) {
      return Optional.of(new Structure(json));
    }
    if (json.isArray()) {
      return several(json);
    }
    return json.isNumber() ? json.number().map(Numeric::new) : json.text().map(Text::new);
  }

  private static Optional<FieldValue> several(Json json) {
    List<Json> elements = json.elements();
    if (elements.stream().anyMatch(each -> each.isObject() || each.isArray())) {
      return Optional.of(new Structure(json));
    }
    List<String> texts = elements.stream().flatMap(each -> each.text().stream()).toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(new Several(texts));
  }
}
