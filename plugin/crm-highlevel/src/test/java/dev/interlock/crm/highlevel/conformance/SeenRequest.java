package dev.interlock.crm.highlevel.conformance;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as it arrived at a server.
///
/// @param headers by lower-case name
public record SeenRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body) {

  /// Takes a request apart.
  ///
  /// @param target path and query as they stood in the request line
  /// @param headers with names in any case
  public static SeenRequest of(
      String method, String target, Map<String, String> headers, String body) {
    var uri = URI.create(target);
    var lowerCase = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
    return new SeenRequest(
        method.toUpperCase(Locale.ROOT),
        uri.getPath(),
        query(Optional.ofNullable(uri.getRawQuery()).orElse("")),
        Map.copyOf(lowerCase),
        body);
  }

  private static Map<String, List<String>> query(String raw) {
    var query = new LinkedHashMap<String, List<String>>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        query.computeIfAbsent(decoded(key), _ -> new ArrayList<>()).add(decoded(value));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
