package dev.interlock.crm.highlevel.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// An operation as the vendor describes it.
///
/// @param document the IRI of the file that holds it, with which its references are resolved
/// @param pointer where it stands in that file
record DescribedOperation(
    String method, List<String> path, String document, String pointer, JsonNode node) {

  static DescribedOperation of(String document, String path, String method, JsonNode node) {
    String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
    return new DescribedOperation(
        method.toUpperCase(Locale.ROOT), List.of(path.split("/", -1)), document, pointer, node);
  }

  String id() {
    return node.path("operationId").asString("");
  }

  boolean matches(String requestMethod, List<String> requestPath) {
    return method.equals(requestMethod) && matches(requestPath);
  }

  private boolean matches(List<String> requestPath) {
    if (requestPath.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      String given = requestPath.get(i);
      boolean fits = isPlaceholder(path.get(i)) ? !given.isEmpty() : given.equals(path.get(i));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /// The more a path spells out, the rather it is meant: `/contacts/search` is nobody's id.
  long spelledOut() {
    return path.stream().filter(segment -> !isPlaceholder(segment)).count();
  }

  List<JsonNode> parameters(String where) {
    return StreamSupport.stream(node.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asString("").equals(where))
        .toList();
  }

  /// The pointer to the schema of the request's body, if one is described.
  Optional<String> requestSchema() {
    return schema("/requestBody/content/application~1json/schema")
        .or(() -> schema("/requestBody/content/application~1x-www-form-urlencoded/schema"));
  }

  /// Whether the body has to be a web form instead of JSON.
  boolean takesForm() {
    return node.at("/requestBody/content").has("application/x-www-form-urlencoded");
  }

  /// The one operation that gives tokens needs none.
  boolean needsToken() {
    return !id().equals("get-access-token");
  }

  boolean requiresBody() {
    return node.path("requestBody").path("required").asBoolean(false);
  }

  boolean describes(int status) {
    return node.path("responses").has(Integer.toString(status));
  }

  /// The pointer to the schema of an answer's body, if one is described.
  Optional<String> answerSchema(int status) {
    return schema("/responses/" + status + "/content/application~1json/schema");
  }

  private Optional<String> schema(String below) {
    return node.at(below).isMissingNode() ? Optional.empty() : Optional.of(pointer + below);
  }

  private static boolean isPlaceholder(String segment) {
    return segment.startsWith("{");
  }
}
