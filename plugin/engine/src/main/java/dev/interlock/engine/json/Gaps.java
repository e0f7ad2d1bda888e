package dev.interlock.engine.json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes what is written apart, and puts it together again. A gap is a `null`, which nothing that
/// is written has otherwise.
final class Gaps {
  private Gaps() {}

  /// Leaves gaps for the values that stand under these keys, at whatever depth.
  static Written left(JsonNode whole, Set<String> keys) {
    List<JsonNode> own = new ArrayList<>();
    JsonNode form = left(whole, false, keys, own);
    return new Written(
        whole.toString(), form.toString(), own.stream().map(JsonNode::toString).toList());
  }

  private static JsonNode left(JsonNode node, boolean isOwn, Set<String> keys, List<JsonNode> own) {
    if (node.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(each ->
              object.set(
                  each.getKey(), left(each.getValue(), keys.contains(each.getKey()), keys, own)));
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> array.add(left(each, isOwn, keys, own)));
      return array;
    }
    if (isOwn) {
      own.add(node);
      return JsonNodeFactory.instance.nullNode();
    }
    return node;
  }

  /// Fills the gaps again.
  ///
  /// @param parts a list of two: the form, and a list of its number as a phrase and what was in the
  ///   gaps
  static JsonNode filled(JsonNode parts) {
    JsonNode own = parts.get(1);
    if (parts.size() != 2 || own == null || own.isEmpty()) {
      throw new UnreadableException("a stored value lacks its form");
    }
    Iterator<JsonNode> values = own.iterator();
    values.next();
    JsonNode whole = filled(parts.get(0), values);
    if (values.hasNext()) {
      throw new UnreadableException("a stored value has more than its form has room for");
    }
    return whole;
  }

  private static JsonNode filled(JsonNode form, Iterator<JsonNode> values) {
    if (form.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      form.properties().forEach(each -> object.set(each.getKey(), filled(each.getValue(), values)));
      return object;
    }
    if (form.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      form.forEach(each -> array.add(filled(each, values)));
      return array;
    }
    if (!form.isNull()) {
      return form;
    }
    if (!values.hasNext()) {
      throw new UnreadableException("a stored value has less than its form asks for");
    }
    return values.next();
  }
}
