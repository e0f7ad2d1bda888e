package dev.interlock.app.web;

import java.util.function.Function;

/// What lies behind the webhooks' address.
@FunctionalInterface
public interface Door {

  /// Takes a delivery in, or turns it away. When it says that it took it, it is safe on disk.
  ///
  /// @param header looks a header up, in any case; empty text when absent
  Answer receive(Function<String, String> header, byte[] body);

  /// What the sender is told.
  ///
  /// @param reason for whoever reads the CRM's own delivery log; no personal data
  record Answer(int status, String reason) {}
}
