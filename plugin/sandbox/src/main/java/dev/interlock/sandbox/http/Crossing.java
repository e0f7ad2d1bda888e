package dev.interlock.sandbox.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Something of another location that a request with a location's token names.
///
/// @param otherId the other location
/// @param named the identifier
record Crossing(String otherId, String named) {

  /// The first thing of another location in a request's path, query or body.
  static Optional<Crossing> in(Call call, List<Site> others) {
    if (others.isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(
            call.path().values().stream(), call.query().values().stream(), texts(call.body()))
        .flatMap(words -> words)
        .flatMap(word -> others.stream().filter(site -> site.owns(word)).map(it -> of(it, word)))
        .findFirst();
  }

  private static Crossing of(Site site, String named) {
    return new Crossing(site.id(), named);
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isString()
        ? Stream.of(node.stringValue())
        : node.valueStream().flatMap(Crossing::texts);
  }
}
