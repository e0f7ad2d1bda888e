package dev.interlock.sandbox.modules;

/// What somebody chose in a trigger of a workflow.
public record Filter(String field, String operator, String value) {
  /// A field that has to have a value.
  public static Filter of(String field, String value) {
    return new Filter(field, "==", value);
  }
}
