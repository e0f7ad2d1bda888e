package dev.interlock.crm.highlevel.conformance;

import dev.interlock.crm.highlevel.conformance.Violation.Part;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Checks answers against one operation.
final class AnswerCheck {
  private final Descriptions descriptions;
  private final DescribedOperation operation;

  AnswerCheck(Descriptions descriptions, DescribedOperation operation) {
    this.descriptions = descriptions;
    this.operation = operation;
  }

  List<Violation> of(SeenAnswer answer) {
    if (!operation.describes(answer.status())) {
      return isNeverDescribed(answer.status())
          ? List.of()
          : List.of(violation(Part.STATUS, "", "status", answer.status() + " is not described"));
    }
    return operation
        .answerSchema(answer.status())
        .map(pointer -> body(answer, pointer))
        .orElse(List.of());
  }

  /// The vendor describes none of these anywhere (but for a stray 404), and answers all of them.
  private static boolean isNeverDescribed(int status) {
    return switch (status) {
      case 403, 404, 409, 429 -> true;
      default -> status >= 500;
    };
  }

  private List<Violation> body(SeenAnswer answer, String pointer) {
    if (!answer.contentType().startsWith("application/json")) {
      String message = "the body is said to be '" + answer.contentType() + "'";
      return List.of(violation(Part.ANSWER_BODY, "", "json", message));
    }
    return SchemaCheck.parsed(answer.body())
        .map(this::described)
        .map(body ->
            SchemaCheck.violations(
                operation.id(), Part.ANSWER_BODY, descriptions.schema(operation, pointer), body))
        .orElseGet(() -> List.of(violation(Part.ANSWER_BODY, "", "json", "the body is no JSON")));
  }

  /// What is in a body and not in the description: an operation and a place in its answer.
  List<String> undescribed(SeenAnswer answer) {
    return operation
        .answerSchema(answer.status())
        .flatMap(pointer ->
            SchemaCheck.parsed(answer.body())
                .map(body ->
                    UnknownKeys.in(
                        described(body),
                        descriptions,
                        descriptions.at(operation.document(), pointer))))
        .orElse(List.of())
        .stream()
        .filter(place -> !KnownDeviations.isAdded(operation.id(), place))
        .map(place -> operation.id() + " " + place)
        .toList();
  }

  /// The part of a body that the description is about; nothing, if an outer level is missing.
  private JsonNode described(JsonNode body) {
    String outer = KnownDeviations.NESTED.get(operation.id());
    return outer == null ? body : body.path(outer);
  }

  private Violation violation(Part part, String place, String rule, String message) {
    return new Violation(operation.id(), part, place, rule, message);
  }
}
