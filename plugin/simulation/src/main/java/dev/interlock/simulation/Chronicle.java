package dev.interlock.simulation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Everything that happened in a story, in order.
///
/// @param zone the location's, for telling times
public record Chronicle(ZoneId zone, List<Dated> facts) {
  public Chronicle {
    facts = List.copyOf(facts);
  }

  /// A fact and when it happened.
  public record Dated(Instant at, Fact fact) {}

  /// The story in words, line by line, each with its local time.
  public List<String> story() {
    return facts.stream()
        .flatMap(dated ->
            Telling.words(dated.fact()).stream()
                .map(words -> dated.at().atZone(zone).toLocalDateTime() + " " + words))
        .toList();
  }
}
