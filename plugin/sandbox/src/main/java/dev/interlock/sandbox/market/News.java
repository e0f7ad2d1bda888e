package dev.interlock.sandbox.market;

import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// Is told what webhooks about the app there are to send.
@FunctionalInterface
public interface News {
  /// Takes a webhook.
  ///
  /// @param holder the id of the location or company that it is about
  /// @param delay how much later than usual it is sent
  void tell(String type, ObjectNode fields, String holder, Duration delay);
}
