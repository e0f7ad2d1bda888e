package dev.interlock.crm.highlevel.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.interlock.crm.highlevel.conformance.Violation.Part;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the schema validator and puts its errors into our words.
final class SchemaCheck {
  private static final JsonMapper MAPPER = new JsonMapper();

  private SchemaCheck() {}

  static Optional<JsonNode> parsed(String body) {
    try {
      return Optional.of(MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  static List<Violation> violations(String operationId, Part part, Schema schema, JsonNode value) {
    return schema.validate(value).stream()
        .map(error -> violation(operationId, part, error))
        .toList();
  }

  private static Violation violation(String operationId, Part part, Error error) {
    String property = error.getProperty() == null ? "" : "/" + error.getProperty();
    String place = (error.getInstanceLocation() + property).replaceAll("/\\d+(?=/|$)", "/*");
    return new Violation(operationId, part, place, error.getKeyword(), error.getMessage());
  }
}
