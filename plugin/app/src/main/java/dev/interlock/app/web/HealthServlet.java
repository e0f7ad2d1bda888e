package dev.interlock.app.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/// Says whether the process lives, and whether it can take work.
///
///     GET /health/live   200 for as long as it answers at all
///     GET /health/ready  200, or 503 with the reason why not
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<Optional<String>> whyNotReady;

  HealthServlet(Supplier<Optional<String>> whyNotReady) {
    this.whyNotReady = whyNotReady;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getRequestURI()) {
      case "/health/live" -> PlainText.answer(response, HttpServletResponse.SC_OK, "alive");
      case "/health/ready" -> {
        var reason = whyNotReady.get();
        PlainText.answer(
            response,
            reason.isPresent()
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_OK,
            reason.orElse("ready"));
      }
      default ->
          PlainText.answer(response, HttpServletResponse.SC_NOT_FOUND, "there is no such page");
    }
  }
}
