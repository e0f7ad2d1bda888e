package dev.interlock.crm.highlevel.played;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A request to the played CRM.
///
/// @param path the segments of its path
record PlayedRequest(String method, List<String> path, Request raw, JsonNode body) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static PlayedRequest of(Request request) {
    List<String> path =
        Arrays.stream(URI.create(request.getUrl()).getPath().split("/", -1))
            .filter(segment -> !segment.isEmpty())
            .toList();
    JsonNode body =
        request.getBodyAsString().isEmpty()
            ? MissingNode.getInstance()
            : MAPPER.readTree(request.getBodyAsString());
    return new PlayedRequest(request.getMethod().value(), path, request, body);
  }

  /// Method and path, with a star for each segment that is an id.
  boolean is(String shape) {
    List<String> parts = List.of(shape.split("[ /]+"));
    if (!parts.getFirst().equals(method) || parts.size() != path.size() + 1) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!parts.get(i + 1).equals("*") && !parts.get(i + 1).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  String query(String key) {
    var parameter = raw.queryParameter(key);
    return parameter.isPresent() ? parameter.firstValue() : "";
  }

  String text(String key) {
    return body.path(key).asString("");
  }

  /// Whether it would change something; two searches are POSTs.
  boolean writes() {
    return !method.equals("GET")
        && !is("POST /contacts/search")
        && !is("POST /opportunities/search");
  }
}
