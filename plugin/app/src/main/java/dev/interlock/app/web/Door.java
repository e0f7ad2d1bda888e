package dev.interlock.app.web;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What lies behind the webhooks' address.
@FunctionalInterface
public interface Door {
  /// The one status after which HighLevel has always sent the same webhook again.
  int TRY_AGAIN = 429;

  /// Takes a delivery in, or turns it away. When it says that it took it, it is safe on disk.
  ///
  /// @param event the event that its address is for; empty at the address for everything
  /// @param header looks a header up, in any case; empty text when absent
  Answer receive(String event, Function<String, String> header, byte[] body);

  /// The engine's door, which is shut while nothing can be taken in: webhooks are asked to come
  /// again then.
  ///
  /// @param whyShut empty while it is open
  static Door of(dev.interlock.engine.inbox.Door inside, Supplier<Optional<String>> whyShut) {
    return (event, header, body) -> {
      var reason = whyShut.get();
      if (reason.isPresent()) {
        return new Answer(TRY_AGAIN, reason.get());
      }
      var answer = inside.accept(event, header, body);
      return new Answer(answer.status(), answer.words());
    };
  }

  /// What the sender is told.
  ///
  /// @param reason for whoever reads the CRM's own delivery log; no personal data
  record Answer(int status, String reason) {}
}
