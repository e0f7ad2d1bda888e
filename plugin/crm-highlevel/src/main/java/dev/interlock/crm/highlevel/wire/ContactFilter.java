package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One condition of a contact search.
///
/// @param value what the operator compares with; empty for the two that compare with nothing
public record ContactFilter(String field, String operator, Optional<Object> value) {

  /// Longest text that the CRM compares with.
  public static final int LONGEST_VALUE = 75;

  public ContactFilter {
    if (value.filter(text -> text.toString().length() > LONGEST_VALUE).isPresent()) {
      throw new IllegalArgumentException(
          "the CRM compares " + field + " with " + LONGEST_VALUE + " characters at most");
    }
  }

  public static ContactFilter equal(String field, String value) {
    return new ContactFilter(field, "eq", Optional.of(value));
  }

  public static ContactFilter contains(String field, String value) {
    return new ContactFilter(field, "contains", Optional.of(value));
  }

  public static ContactFilter exists(String field) {
    return new ContactFilter(field, "exists", Optional.empty());
  }

  /// Moments at or after this one, for `dateAdded` and `dateUpdated`.
  public static ContactFilter since(String field, Instant start) {
    return new ContactFilter(field, "range", Optional.of(Map.of("gte", Times.iso(start))));
  }

  Map<String, @Nullable Object> body() {
    return Body.of("field", field).with("operator", operator).ifPresent("value", value).members();
  }
}
