package dev.interlock.sandbox.http;

import dev.interlock.sandbox.deviation.Deviating;
import dev.interlock.sandbox.deviation.Deviation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Bends the API's answers in the ways that were asked for. What is not about an answer stands in
/// the webhooks' misbehaviours.
final class Deviations {
  private static final int NOW_AND_THEN = 3;

  private final Deviating asked;
  private final Map<String, Integer> counters = new HashMap<>();

  Deviations(Deviating asked) {
    this.asked = asked;
  }

  /// Fails a request before anything is made of it. What a server asks when it starts, names and
  /// the account itself, is not failed: an account that answers nothing then is not started with.
  void interrupt(String method, String path) {
    if (!path.startsWith("/contacts/") && !path.startsWith("/conversations/")) {
      return;
    }
    if (has(Deviation.ODD_401) && isNowAndThen("401", method, path)) {
      asked.met(Deviation.ODD_401);
      throw Refused.because(401, "Session could not be established, kindly retry");
    }
    if (has(Deviation.FAILED_READS) && method.equals("GET") && isNowAndThen("502", method, path)) {
      asked.met(Deviation.FAILED_READS);
      throw Refused.because(502, "Bad Gateway");
    }
  }

  boolean saysLimits() {
    if (has(Deviation.NO_LIMITS)) {
      asked.met(Deviation.NO_LIMITS);
      return false;
    }
    return true;
  }

  private boolean has(Deviation deviation) {
    return asked.has(deviation);
  }

  /// The first time that something is asked for, and every third one after it.
  private synchronized boolean isNowAndThen(String what, String method, String path) {
    return counters.merge(what + method + path, 1, Integer::sum) % NOW_AND_THEN == 1;
  }

  /// What is answered instead.
  Answer bent(String method, String path, Answer answer) {
    if (asked.ways().isEmpty()) {
      return answer;
    }
    var body = answer.body().deepCopy();
    return answer.status() < 400 ? done(method, path, answer.status(), body) : failed(path, answer);
  }

  private Answer done(String method, String path, int status, ObjectNode body) {
    if (has(Deviation.CREATED_422) && method.equals("POST") && path.equals("/contacts/")) {
      asked.met(Deviation.CREATED_422);
      return Refused.invalid("Unable to create the contact").answer();
    }
    if (has(Deviation.FLAT_MESSAGES) && path.startsWith("/conversations/")) {
      flatten(body, path.endsWith("/messages") ? "messages" : "message");
    }
    if (has(Deviation.NO_TIMEZONE) && body.path("location") instanceof ObjectNode location) {
      asked.met(Deviation.NO_TIMEZONE);
      location.put("timezone", "");
      location.remove("business");
    }
    spelt(body);
    return new Answer(status, body);
  }

  private void flatten(ObjectNode body, String member) {
    if (body.path(member) instanceof ObjectNode inner) {
      asked.met(Deviation.FLAT_MESSAGES);
      body.remove(member);
      body.setAll(inner);
    }
  }

  private void spelt(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (has(Deviation.SUCCEEDED)) {
        renamed(Deviation.SUCCEEDED, object, "succeded", "succeeded");
      }
      if (has(Deviation.SUCCESS)) {
        renamed(Deviation.SUCCESS, object, "succeded", "success");
      }
      if (has(Deviation.DND_KEYS) && object.path("dndSettings") instanceof ObjectNode settings) {
        List.copyOf(settings.propertyNames())
            .forEach(key -> renamed(Deviation.DND_KEYS, settings, key, v3(key)));
      }
      object.path("customFields").forEach(this::fieldSpelt);
    }
    node.forEach(this::spelt);
  }

  private void fieldSpelt(JsonNode field) {
    if (field instanceof ObjectNode object) {
      if (has(Deviation.FIELD_VALUE)) {
        renamed(Deviation.FIELD_VALUE, object, "value", "fieldValue");
      }
      if (has(Deviation.FIELD_VALUE_SNAKE)) {
        renamed(Deviation.FIELD_VALUE_SNAKE, object, "value", "field_value");
      }
      if (has(Deviation.FIELD_VALUE_STRING) && object.path("value").isString()) {
        renamed(Deviation.FIELD_VALUE_STRING, object, "value", "fieldValueString");
      }
    }
  }

  private static String v3(String key) {
    return key.equals("WhatsApp") ? "whatsApp" : key.toLowerCase(Locale.ROOT);
  }

  private void renamed(Deviation way, ObjectNode object, String from, String to) {
    if (object.has(from) && !from.equals(to)) {
      asked.met(way);
      object.set(to, object.remove(from));
    }
  }

  private Answer failed(String path, Answer answer) {
    int status = answer.status();
    var body = answer.body().deepCopy();
    if (has(Deviation.NOT_FOUND_400) && status == 404) {
      asked.met(Deviation.NOT_FOUND_400);
      status = 400;
    }
    if (has(Deviation.WRONG_ID_500) && status == 404 && path.startsWith("/conversations")) {
      asked.met(Deviation.WRONG_ID_500);
      status = 500;
    }
    if (body.has("statusCode")) {
      body.put("statusCode", status);
    }
    var message = body.path("message");
    if (has(Deviation.MESSAGE_LIST) && message.isString()) {
      asked.met(Deviation.MESSAGE_LIST);
      body.putArray("message").add(message.asString());
    }
    if (has(Deviation.MESSAGE_TEXT) && message.isArray()) {
      asked.met(Deviation.MESSAGE_TEXT);
      var texts = message.valueStream().map(it -> it.asString("")).toList();
      body.put("message", String.join(", ", texts));
    }
    return thirdOrNot(new Answer(status, body));
  }

  private Answer thirdOrNot(Answer answer) {
    if (!has(Deviation.V3_ERRORS)) {
      return answer;
    }
    asked.met(Deviation.V3_ERRORS);
    return new Answer(answer.status(), third(answer.body()));
  }

  /// Refuses a location its token before anything is made of the request.
  void interruptToken(String locationOrToken) {
    if (has(Deviation.NOT_ACTIVE) && isNowAndThen("inactive", "POST", locationOrToken)) {
      asked.met(Deviation.NOT_ACTIVE);
      throw TokenJson.notActive();
    }
  }

  /// What is answered to an app instead.
  Answer bentForApp(String path, Answer answer) {
    if (answer.status() >= 400) {
      return thirdOrNot(answer);
    }
    var body = answer.body().deepCopy();
    if (body.has("access_token")) {
      tokens(path, body);
    }
    if (has(Deviation.OAUTH_ITEMS) && body.has("locations")) {
      asked.met(Deviation.OAUTH_ITEMS);
      var items = body.remove("locations");
      body.remove("count");
      body.set("items", items);
      body.putObject("pagination").put("hasNextPage", false).put("currentPageSize", items.size());
    }
    return new Answer(answer.status(), body);
  }

  private void tokens(String path, ObjectNode body) {
    if (has(Deviation.OAUTH_BARE)) {
      asked.met(Deviation.OAUTH_BARE);
      body.retain("access_token", "refresh_token", "companyId", "locationId");
    }
    if (has(Deviation.OAUTH_NO_REFRESH) && path.equals("/oauth/locationToken")) {
      asked.met(Deviation.OAUTH_NO_REFRESH);
      body.remove("refresh_token");
    }
    if (has(Deviation.OAUTH_EXPIRES_TEXT) && body.has("expires_in")) {
      asked.met(Deviation.OAUTH_EXPIRES_TEXT);
      body.put("expires_in", body.path("expires_in").asString());
    }
    if (has(Deviation.OAUTH_CAMEL)) {
      renamed(Deviation.OAUTH_CAMEL, body, "access_token", "accessToken");
      renamed(Deviation.OAUTH_CAMEL, body, "refresh_token", "refreshToken");
      renamed(Deviation.OAUTH_CAMEL, body, "token_type", "tokenType");
      renamed(Deviation.OAUTH_CAMEL, body, "expires_in", "expiresIn");
    }
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
