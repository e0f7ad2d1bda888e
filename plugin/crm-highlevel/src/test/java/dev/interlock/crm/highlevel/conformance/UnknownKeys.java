package dev.interlock.crm.highlevel.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Finds members of a request's body that the vendor does not describe, since a misspelt field
/// would be ignored by the CRM without a word.
final class UnknownKeys {
  private final Descriptions descriptions;
  private final List<String> places = new ArrayList<>();

  private UnknownKeys(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  static List<String> in(JsonNode body, Descriptions descriptions, Descriptions.Located schema) {
    var search = new UnknownKeys(descriptions);
    search.look(body, schema, "");
    return List.copyOf(search.places);
  }

  private void look(JsonNode value, Descriptions.Located schema, String place) {
    if (value.isArray()) {
      var items = descriptions.resolved(schema.document(), schema.node().path("items"));
      value.values().forEach(item -> look(item, items, place + "/*"));
    }
    var described = schema.node().path("properties");
    // an object described without any member, as the body of the contact search, may hold anything
    if (value.isObject() && !described.isEmpty() && !schema.node().has("additionalProperties")) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        lookAt(member, schema, place + "/" + member.getKey());
      }
    }
  }

  private void lookAt(
      Map.Entry<String, JsonNode> member, Descriptions.Located parent, String place) {
    var described = parent.node().path("properties").path(member.getKey());
    if (described.isMissingNode()) {
      places.add(place);
      return;
    }
    look(member.getValue(), descriptions.resolved(parent.document(), described), place);
  }
}
