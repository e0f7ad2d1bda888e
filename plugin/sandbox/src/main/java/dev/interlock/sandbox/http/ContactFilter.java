package dev.interlock.sandbox.http;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Contact;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// One filter of a contact search, as the vendor's search takes them. Groups hold more filters.
final class ContactFilter {
  private ContactFilter() {}

  /// All filters of a list have to hold.
  static Predicate<Contact> all(JsonNode filters) {
    return contact -> filters.valueStream().allMatch(filter -> of(filter).test(contact));
  }

  private static Predicate<Contact> of(JsonNode filter) {
    var group = filter.path("group").asString("");
    if (group.equals("OR")) {
      return contact ->
          filter.path("filters").valueStream().anyMatch(inner -> of(inner).test(contact));
    }
    if (group.equals("AND")) {
      return all(filter.path("filters"));
    }
    var field = filter.path("field").asString("");
    return condition(field, filter.path("operator").asString(""), filter.path("value"));
  }

  private static Predicate<Contact> condition(String field, String operator, JsonNode value) {
    var wanted = wanted(value);
    Predicate<List<String>> holds =
        switch (operator) {
          case "eq" -> values -> values.stream().anyMatch(wanted::contains);
          case "not_eq" -> values -> values.stream().noneMatch(wanted::contains);
          case "contains" -> values -> values.stream().anyMatch(it -> hasPart(it, wanted));
          case "not_contains" -> values -> values.stream().noneMatch(it -> hasPart(it, wanted));
          case "exists" -> values -> !values.isEmpty();
          case "not_exists" -> List::isEmpty;
          case "range" -> values -> values.stream().anyMatch(it -> isWithin(it, value));
          default -> throw Refused.invalid("operator " + operator + " is not supported");
        };
    return contact -> holds.test(values(contact, field));
  }

  private static List<String> wanted(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(it -> it.asString("").toLowerCase(Locale.ROOT)).toList()
        : List.of(value.asString("").toLowerCase(Locale.ROOT));
  }

  private static boolean hasPart(String value, List<String> wanted) {
    return wanted.stream().anyMatch(value::contains);
  }

  private static boolean isWithin(String value, JsonNode range) {
    return order(range.path("gte").asString(value), value) <= 0
        && order(range.path("lte").asString(value), value) >= 0
        && (!range.has("gt") || order(range.path("gt").asString(""), value) < 0)
        && (!range.has("lt") || order(range.path("lt").asString(""), value) > 0);
  }

  /// Moments may be written with fractions of a second or without.
  private static int order(String one, String other) {
    try {
      return OffsetDateTime.parse(one.toUpperCase(Locale.ROOT))
          .compareTo(OffsetDateTime.parse(other.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException noMoments) {
      return one.compareToIgnoreCase(other);
    }
  }

  private static List<String> values(Contact contact, String field) {
    if (field.startsWith("customFields.")) {
      var value = contact.customFields().get(field.substring("customFields.".length()));
      return value == null ? List.of() : given(value.asString(""));
    }
    return switch (field) {
      case "id" -> List.of(contact.id().toLowerCase(Locale.ROOT));
      case "email", "phone", "assignedTo", "source", "companyName", "city", "country" ->
          given(contact.detail(field));
      case "firstNameLowerCase" -> given(contact.detail("firstName"));
      case "lastNameLowerCase" -> given(contact.detail("lastName"));
      case "type" -> given(contact.details().getOrDefault("type", "lead"));
      case "tags" -> List.copyOf(contact.tags());
      case "dnd" -> List.of(Boolean.toString(contact.silence().everywhere()));
      case "dateAdded" -> given(Iso.utc(contact.added()));
      case "dateUpdated" -> given(Iso.utc(contact.updated()));
      default -> throw Refused.invalid("field " + field + " is not supported");
    };
  }

  private static List<String> given(String value) {
    return value.isEmpty() ? List.of() : List.of(value.toLowerCase(Locale.ROOT));
  }
}
