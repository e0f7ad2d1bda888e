package dev.interlock.sandbox.http;

import dev.interlock.sandbox.deviation.Deviation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Bends the API's answers in the ways that were asked for. What is not about an answer stands in
/// the webhooks' misbehaviours.
final class Deviations {
  private static final int NOW_AND_THEN = 3;

  private final Set<Deviation> asked;
  private final Map<String, Integer> counters = new HashMap<>();

  Deviations(Set<Deviation> asked) {
    this.asked = Set.copyOf(asked);
  }

  /// Fails a request before anything is made of it. What a server asks when it starts, names and
  /// the account itself, is not failed: an account that answers nothing then is not started with.
  void interrupt(String method, String path) {
    if (!path.startsWith("/contacts/") && !path.startsWith("/conversations/")) {
      return;
    }
    if (has(Deviation.ODD_401) && isNowAndThen("401", method, path)) {
      throw Refused.because(401, "Session could not be established, kindly retry");
    }
    if (has(Deviation.FAILED_READS) && method.equals("GET") && isNowAndThen("502", method, path)) {
      throw Refused.because(502, "Bad Gateway");
    }
  }

  boolean saysLimits() {
    return !has(Deviation.NO_LIMITS);
  }

  private boolean has(Deviation deviation) {
    return asked.contains(deviation);
  }

  /// The first time that something is asked for, and every third one after it.
  private synchronized boolean isNowAndThen(String what, String method, String path) {
    return counters.merge(what + method + path, 1, Integer::sum) % NOW_AND_THEN == 1;
  }

  /// What is answered instead.
  Answer bent(String method, String path, Answer answer) {
    if (asked.isEmpty()) {
      return answer;
    }
    var body = answer.body().deepCopy();
    return answer.status() < 400 ? done(method, path, answer.status(), body) : failed(path, answer);
  }

  private Answer done(String method, String path, int status, ObjectNode body) {
    if (has(Deviation.CREATED_422) && method.equals("POST") && path.equals("/contacts/")) {
      return Refused.invalid("Unable to create the contact").answer();
    }
    if (has(Deviation.FLAT_MESSAGES) && path.startsWith("/conversations/")) {
      flatten(body, path.endsWith("/messages") ? "messages" : "message");
    }
    if (has(Deviation.NO_TIMEZONE) && body.path("location") instanceof ObjectNode location) {
      location.put("timezone", "");
      location.remove("business");
    }
    spelt(body);
    return new Answer(status, body);
  }

  private static void flatten(ObjectNode body, String member) {
    if (body.path(member) instanceof ObjectNode inner) {
      body.remove(member);
      body.setAll(inner);
    }
  }

  private void spelt(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (has(Deviation.SUCCEEDED)) {
        renamed(object, "succeded", "succeeded");
      }
      if (has(Deviation.SUCCESS)) {
        renamed(object, "succeded", "success");
      }
      if (has(Deviation.DND_KEYS) && object.path("dndSettings") instanceof ObjectNode settings) {
        List.copyOf(settings.propertyNames()).forEach(key -> renamed(settings, key, v3(key)));
      }
      object.path("customFields").forEach(this::fieldSpelt);
    }
    node.forEach(this::spelt);
  }

  private void fieldSpelt(JsonNode field) {
    if (field instanceof ObjectNode object) {
      if (has(Deviation.FIELD_VALUE)) {
        renamed(object, "value", "fieldValue");
      }
      if (has(Deviation.FIELD_VALUE_SNAKE)) {
        renamed(object, "value", "field_value");
      }
      if (has(Deviation.FIELD_VALUE_STRING) && object.path("value").isString()) {
        renamed(object, "value", "fieldValueString");
      }
    }
  }

  private static String v3(String key) {
    return key.equals("WhatsApp") ? "whatsApp" : key.toLowerCase(Locale.ROOT);
  }

  private static void renamed(ObjectNode object, String from, String to) {
    if (object.has(from)) {
      object.set(to, object.remove(from));
    }
  }

  private Answer failed(String path, Answer answer) {
    int status = answer.status();
    var body = answer.body().deepCopy();
    if (has(Deviation.NOT_FOUND_400) && status == 404) {
      status = 400;
    }
    if (has(Deviation.WRONG_ID_500) && status == 404 && path.startsWith("/conversations")) {
      status = 500;
    }
    if (body.has("statusCode")) {
      body.put("statusCode", status);
    }
    var message = body.path("message");
    if (has(Deviation.MESSAGE_LIST) && message.isString()) {
      body.putArray("message").add(message.asString());
    }
    if (has(Deviation.MESSAGE_TEXT) && message.isArray()) {
      var texts = message.valueStream().map(it -> it.asString("")).toList();
      body.put("message", String.join(", ", texts));
    }
    return new Answer(status, has(Deviation.V3_ERRORS) ? third(body) : body);
  }

  private static ObjectNode third(ObjectNode body) {
    var error = Answer.Json.object();
    error.put("code", body.path("code").asString(body.path("error").asString("ERROR")));
    error.set("message", body.path("message"));
    var third = Answer.Json.wrapped("error", error);
    if (body.has("meta")) {
      third.set("meta", body.path("meta"));
    }
    return third;
  }
}
