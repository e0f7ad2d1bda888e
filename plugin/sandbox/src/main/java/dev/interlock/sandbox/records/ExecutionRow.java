package dev.interlock.sandbox.records;

import java.time.Instant;
import java.util.Map;

/// A trigger of the app that fired.
///
/// @param status what the app was answered
/// @param payload what it told
public record ExecutionRow(
    Instant at,
    String locationId,
    String workflowId,
    String triggerId,
    int status,
    Map<String, String> payload) {
  public ExecutionRow {
    payload = Map.copyOf(payload);
  }
}
