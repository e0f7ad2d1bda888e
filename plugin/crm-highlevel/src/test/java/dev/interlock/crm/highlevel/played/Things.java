package dev.interlock.crm.highlevel.played;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Things of one kind, by their ids, as the API writes them.
final class Things {
  private final String kind;
  private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
  private int made;

  Things(String kind) {
    this.kind = kind;
  }

  ObjectNode make() {
    made++;
    String id = kind + made;
    ObjectNode thing = JsonNodeFactory.instance.objectNode().put("id", id);
    byId.put(id, thing);
    return thing;
  }

  Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  void delete(String id) {
    byId.remove(id);
  }

  List<ObjectNode> all() {
    return new ArrayList<>(byId.values());
  }

  List<ObjectNode> of(String contact) {
    return all().stream().filter(thing -> text(thing, "contactId").equals(contact)).toList();
  }

  static ArrayNode array(List<? extends JsonNode> things) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    things.forEach(array::add);
    return array;
  }

  ArrayNode array(Predicate<ObjectNode> which) {
    return array(all().stream().filter(which).toList());
  }

  static String text(JsonNode thing, String key) {
    return thing.path(key).asString("");
  }
}
