package dev.interlock.sandbox.http;

import dev.interlock.sandbox.records.CrossingRow;
import dev.interlock.sandbox.records.RequestRow;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Remembers every request to the API.
final class RequestLog {
  private final InstantSource clock;
  private final List<RequestRow> rows = new ArrayList<>();
  private final List<CrossingRow> crossings = new ArrayList<>();

  RequestLog(InstantSource clock) {
    this.clock = clock;
  }

  /// Remembers a request and the status that it was answered with.
  ///
  /// @param documentedVersion the version that the vendor documents for it; empty when none
  synchronized void add(Exchange exchange, int status, String documentedVersion) {
    var now = clock.instant();
    rows.add(
        new RequestRow(
            now,
            exchange.method(),
            exchange.path(),
            status,
            exchange.header("Version"),
            documentedVersion,
            exchange.holder(),
            exchange.token()));
    exchange
        .crossing()
        .ifPresent(crossing ->
            crossings.add(
                new CrossingRow(
                    now,
                    exchange.token(),
                    exchange.holder(),
                    crossing.otherId(),
                    crossing.named(),
                    exchange.method(),
                    exchange.path(),
                    status)));
  }

  synchronized List<RequestRow> rows() {
    return List.copyOf(rows);
  }

  synchronized List<CrossingRow> crossings() {
    return List.copyOf(crossings);
  }
}
