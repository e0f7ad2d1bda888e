package dev.interlock.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which fields a request body has. Like the vendor's validation it lists all that is wrong at
/// once, and does not let unknown fields pass.
final class Shape {
  /// What a field may hold.
  enum Kind {
    TEXT("a string"),
    NUMBER("a number conforming to the specified constraints"),
    BOOLEAN("a boolean value"),
    TEXTS("an array of strings"),
    OBJECT("an object"),
    OBJECTS("an array of objects"),
    ANYTHING("anything");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    boolean holds(JsonNode value) {
      return switch (this) {
        case TEXT -> value.isString();
        case NUMBER -> value.isNumber();
        case BOOLEAN -> value.isBoolean();
        case TEXTS -> value.isArray() && value.valueStream().allMatch(JsonNode::isString);
        case OBJECT -> value.isObject();
        case OBJECTS -> value.isArray() && value.valueStream().allMatch(JsonNode::isObject);
        case ANYTHING -> true;
      };
    }
  }

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();

  Shape needs(Kind kind, String... names) {
    required.addAll(List.of(names));
    return may(kind, names);
  }

  Shape may(Kind kind, String... names) {
    for (var name : names) {
      kinds.put(name, kind);
    }
    return this;
  }

  /// The body itself, when nothing is wrong with it.
  ObjectNode check(ObjectNode body) {
    var faults = new ArrayList<String>();
    body.propertyStream().forEach(field -> check(field.getKey(), field.getValue(), faults));
    required.stream()
        .filter(name -> body.path(name).isMissingNode() || body.path(name).isNull())
        .forEach(name -> faults.add(name + " should not be empty"));
    if (!faults.isEmpty()) {
      throw Refused.invalid(faults);
    }
    return body;
  }

  private void check(String name, JsonNode value, List<String> faults) {
    var kind = kinds.get(name);
    if (kind == null) {
      faults.add("property " + name + " should not exist");
    } else if (!value.isNull() && !kind.holds(value)) {
      faults.add(name + " must be " + kind.words);
    } else if (required.contains(name) && value.isString() && value.stringValue().isBlank()) {
      faults.add(name + " should not be empty");
    }
  }
}
