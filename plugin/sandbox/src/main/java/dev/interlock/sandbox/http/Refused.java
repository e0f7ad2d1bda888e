package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A request that the API does not carry out, with the answer that the vendor gives to it.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  private Refused(Answer answer) {
    super("refused with " + answer.status(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }

  /// The answer, with all faults in one text of a 400 where there is no 422.
  Answer answerWithout422() {
    if (answer.status() != 422) {
      return answer;
    }
    var faults = answer.body().path("message").valueStream().map(it -> it.asString("")).toList();
    return badRequest(String.join(", ", faults)).answer;
  }

  static Refused because(int status, String message) {
    return new Refused(
        new Answer(status, Json.object().put("statusCode", status).put("message", message)));
  }

  static Refused badRequest(String message) {
    return because(400, message);
  }

  /// A refusal that names the thing that is in the way.
  static Refused badRequest(String message, ObjectNode meta) {
    var refused = badRequest(message);
    refused.answer.body().set("meta", meta);
    return refused;
  }

  static Refused coded(String message, String code, ObjectNode meta) {
    var refused = badRequest(message, meta);
    refused.answer.body().put("code", code);
    return refused;
  }

  /// Sending a message is refused in a shape of its own.
  static Refused unsendable(String message) {
    return new Refused(new Answer(400, Json.object().put("status", 400).put("message", message)));
  }

  static Refused unauthorized(String message) {
    var refused = because(401, message);
    refused.answer.body().put("error", "Unauthorized");
    return refused;
  }

  /// A path or method that is not there is refused like a token.
  static Refused unknownRoute() {
    return unauthorized(
        "This route is not yet supported by the IAM Service. Please update the IAM config.");
  }

  /// What an authorization server says of codes and refresh tokens that are worth nothing.
  static Refused invalidGrant(String what) {
    var refused = badRequest("Invalid grant: " + what + " is invalid");
    refused.answer.body().put("error", "invalid_grant");
    refused.answer.body().put("error_description", "This " + what + " is invalid");
    return refused;
  }

  static Refused foreignLocation() {
    return because(403, "The token does not have access to this location.");
  }

  static Refused notFound(String what, String id) {
    return because(404, what + " with id " + id + " not found");
  }

  static Refused tooMany() {
    return because(429, "Too Many Requests");
  }

  static Refused invalid(List<String> messages) {
    var body = Json.object().put("statusCode", 422);
    messages.forEach(body.putArray("message")::add);
    body.put("error", "Unprocessable Entity");
    return new Refused(new Answer(422, body));
  }

  static Refused invalid(String message) {
    return invalid(List.of(message));
  }
}
