package dev.interlock.crm.highlevel.played;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// An answer of the played CRM.
record PlayedReply(int status, String body) {
  static PlayedReply ok(JsonNode body) {
    return new PlayedReply(200, body.toString());
  }

  static PlayedReply ok(String key, JsonNode value) {
    return ok(JsonNodeFactory.instance.objectNode().set(key, value));
  }

  static PlayedReply refused(int status, String message) {
    var body = JsonNodeFactory.instance.objectNode();
    return new PlayedReply(
        status, body.put("statusCode", status).put("message", message).toString());
  }

  boolean isSuccess() {
    return status < 300;
  }
}
