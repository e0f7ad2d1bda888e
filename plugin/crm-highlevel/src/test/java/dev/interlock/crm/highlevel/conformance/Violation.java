package dev.interlock.crm.highlevel.conformance;

/// One thing in which a request or an answer differs from the vendor's description.
///
/// @param operationId empty when the vendor describes no such operation
/// @param place where in it, as a JSON pointer with `*` for any index, or the name of a parameter
/// @param rule the keyword that is broken, as in `required`
public record Violation(String operationId, Part part, String place, String rule, String message) {

  /// The parts of an exchange.
  public enum Part {
    ROUTE,
    HEADER,
    QUERY,
    REQUEST_BODY,
    STATUS,
    ANSWER_BODY
  }

  @Override
  public String toString() {
    return operationId + " " + part + " " + place + " " + rule + ": " + message;
  }
}
