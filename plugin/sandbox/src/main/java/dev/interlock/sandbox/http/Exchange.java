package dev.interlock.sandbox.http;

import dev.interlock.sandbox.market.Bearer;
import dev.interlock.sandbox.market.Holder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One request and its answer, on the line, and what was found out about it on the way.
final class Exchange {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LARGEST_BODY = 1 << 20;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private Optional<Bearer> bearer = Optional.empty();
  private Optional<Crossing> crossing = Optional.empty();

  Exchange(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  HttpServletResponse response() {
    return response;
  }

  String method() {
    return request.getMethod();
  }

  String path() {
    return request.getRequestURI();
  }

  /// A header; empty when it was not sent.
  String header(String name) {
    var value = request.getHeader(name);
    return value == null ? "" : value;
  }

  Map<String, String> query() {
    var raw = request.getQueryString();
    return raw == null ? Map.of() : pairs(raw);
  }

  /// The fields of a body that is a form; none when it is something else.
  Map<String, String> form() throws IOException {
    return header("Content-Type").startsWith("application/x-www-form-urlencoded")
        ? pairs(new String(bytes(), StandardCharsets.UTF_8))
        : Map.of();
  }

  /// The first of each.
  private static Map<String, String> pairs(String encoded) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        var name = equals < 0 ? pair : pair.substring(0, equals);
        pairs.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw Refused.badRequest("Failed to decode param '" + text + "'");
    }
  }

  /// The JSON object that was sent; an empty one when none was.
  ObjectNode json() throws IOException {
    var bytes = bytes();
    if (bytes.length == 0 || !header("Content-Type").startsWith("application/json")) {
      return Answer.Json.object();
    }
    try {
      if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException broken) {
      throw Refused.badRequest("Unexpected token in JSON: " + broken.getOriginalMessage());
    }
    throw Refused.badRequest("Unexpected token in JSON: an object was expected");
  }

  private byte[] bytes() throws IOException {
    var bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      throw Refused.because(413, "request entity too large");
    }
    return bytes;
  }

  Bearer isBy(Bearer known) {
    bearer = Optional.of(known);
    return known;
  }

  void crosses(Optional<Crossing> found) {
    crossing = found;
  }

  /// Whose token it came with, even when that works no more; empty when it came with none.
  String holder() {
    return bearer.map(Bearer::holder).map(Holder::id).orElse("");
  }

  /// The name of that token.
  String token() {
    return bearer.map(Bearer::token).orElse("");
  }

  Optional<Crossing> crossing() {
    return crossing;
  }

  void write(Answer answer) throws IOException {
    var body = answer.body().deepCopy().put("traceId", UUID.randomUUID().toString());
    response.setStatus(answer.status());
    response.setContentType("application/json; charset=utf-8");
    response.getOutputStream().write(MAPPER.writeValueAsBytes(body));
  }
}
