package dev.interlock.sandbox.http;

import dev.interlock.sandbox.records.RequestRow;
import java.util.ArrayList;
import java.util.List;

/// Remembers every request to the API.
final class RequestLog {
  private final List<RequestRow> rows = new ArrayList<>();

  synchronized void add(RequestRow row) {
    rows.add(row);
  }

  synchronized List<RequestRow> rows() {
    return List.copyOf(rows);
  }
}
