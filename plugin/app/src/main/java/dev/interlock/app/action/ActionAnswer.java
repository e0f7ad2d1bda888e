package dev.interlock.app.action;

import tools.jackson.databind.json.JsonMapper;

/// What the step of a workflow is answered. The workflow can go on by `outcome`: `branchId` says
/// the same, for a step that was given branches of these names.
///
/// @param status of HTTP
/// @param outcome `started`, `waiting`, `refused` or `failed`
/// @param reason in words; empty when it was started
/// @param run the run that began; empty when none did
record ActionAnswer(int status, String outcome, String reason, String run) {
  private static final int FINE = 200;

  static ActionAnswer started(String run) {
    return new ActionAnswer(FINE, "started", "", run);
  }

  static ActionAnswer waiting() {
    return new ActionAnswer(
        FINE, "waiting", "another workflow has the contact; this one begins after it", "");
  }

  static ActionAnswer refused(String reason) {
    return new ActionAnswer(FINE, "refused", reason, "");
  }

  static ActionAnswer failed(int status, String reason) {
    return new ActionAnswer(status, "failed", reason, "");
  }

  /// As JSON.
  String json() {
    return JsonMapper.shared()
        .createObjectNode()
        .put("branchId", outcome)
        .put("outcome", outcome)
        .put("reason", reason)
        .put("run", run)
        .toString();
  }
}
