package dev.interlock.crm.highlevel.conformance;

import dev.interlock.crm.highlevel.conformance.Violation.Part;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/// Checks requests against one operation.
final class RequestCheck {
  private final Descriptions descriptions;
  private final DescribedOperation operation;
  private final List<Violation> violations = new ArrayList<>();

  RequestCheck(Descriptions descriptions, DescribedOperation operation) {
    this.descriptions = descriptions;
    this.operation = operation;
  }

  List<Violation> of(SeenRequest request) {
    checkAuthorization(request);
    checkHeaders(request);
    checkQuery(request);
    checkBody(request);
    return List.copyOf(violations);
  }

  private void checkAuthorization(SeenRequest request) {
    boolean bears = request.headers().getOrDefault("authorization", "").matches("Bearer \\S+");
    if (operation.needsToken() && !bears) {
      add(Part.HEADER, "Authorization", "required", "there is no bearer token");
    }
  }

  private void checkHeaders(SeenRequest request) {
    for (JsonNode parameter : operation.parameters("header")) {
      String name = parameter.path("name").asString();
      String value = request.headers().get(name.toLowerCase(Locale.ROOT));
      checkParameter(Part.HEADER, parameter, value == null ? List.of() : List.of(value));
    }
  }

  private void checkQuery(SeenRequest request) {
    List<JsonNode> described = operation.parameters("query");
    for (JsonNode parameter : described) {
      String name = parameter.path("name").asString();
      checkParameter(Part.QUERY, parameter, request.query().getOrDefault(name, List.of()));
    }
    for (Map.Entry<String, List<String>> sent : request.query().entrySet()) {
      String name = sent.getKey();
      if (described.stream().noneMatch(each -> each.path("name").asString().equals(name))) {
        add(Part.QUERY, name, "unknown", "no such parameter is described");
      }
    }
  }

  private void checkParameter(Part part, JsonNode parameter, List<String> values) {
    String name = parameter.path("name").asString();
    if (values.isEmpty() && parameter.path("required").asBoolean(false)) {
      add(part, name, "required", "it is missing");
    }
    boolean isList = parameter.path("schema").path("type").asString("").equals("array");
    if (values.size() > 1 && !isList) {
      add(part, name, "single", "it is there " + values.size() + " times");
    }
    int index = parameters().indexOf(parameter);
    String pointer =
        operation.pointer() + "/parameters/" + index + "/schema" + (isList ? "/items" : "");
    var schema = descriptions.looseSchema(operation, pointer);
    for (String value : values) {
      SchemaCheck.violations(operation.id(), part, schema, StringNode.valueOf(value))
          .forEach(found -> add(part, name, found.rule(), found.message()));
    }
  }

  private List<JsonNode> parameters() {
    return List.copyOf(operation.node().path("parameters").values());
  }

  private void checkBody(SeenRequest request) {
    var pointer = operation.requestSchema();
    if (pointer.isEmpty() || (request.body().isEmpty() && !operation.requiresBody())) {
      if (!request.body().isEmpty()) {
        add(Part.REQUEST_BODY, "", "none", "the operation takes no JSON body");
      }
      return;
    }
    String type = request.headers().getOrDefault("content-type", "");
    if (operation.takesForm()) {
      if (!type.startsWith("application/x-www-form-urlencoded")) {
        add(Part.HEADER, "Content-Type", "form", "the body is not said to be a form");
      }
      checkBody(form(request.body()), pointer.get());
      return;
    }
    if (!type.startsWith("application/json")) {
      add(Part.HEADER, "Content-Type", "json", "the body is not said to be JSON");
    }
    SchemaCheck.parsed(request.body())
        .ifPresentOrElse(
            body -> checkBody(body, pointer.get()),
            () -> add(Part.REQUEST_BODY, "", "json", "the body is no JSON"));
  }

  private static JsonNode form(String body) {
    var members = JsonNodeFactory.instance.objectNode();
    for (String field : body.split("&", -1)) {
      String[] parts = field.split("=", 2);
      String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      members.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value);
    }
    return members;
  }

  private void checkBody(JsonNode body, String pointer) {
    var schema = descriptions.schema(operation, pointer);
    violations.addAll(SchemaCheck.violations(operation.id(), Part.REQUEST_BODY, schema, body));
    UnknownKeys.in(body, descriptions, descriptions.at(operation.document(), pointer))
        .forEach(place -> add(Part.REQUEST_BODY, place, "unknown", "no such member is described"));
  }

  private void add(Part part, String place, String rule, String message) {
    violations.add(new Violation(operation.id(), part, place, rule, message));
  }
}
