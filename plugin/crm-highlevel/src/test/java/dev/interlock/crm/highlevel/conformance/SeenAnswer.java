package dev.interlock.crm.highlevel.conformance;

/// An answer as a server gave it.
///
/// @param contentType empty when there was none
public record SeenAnswer(int status, String contentType, String body) {
  public static SeenAnswer json(int status, String body) {
    return new SeenAnswer(status, "application/json", body);
  }
}
