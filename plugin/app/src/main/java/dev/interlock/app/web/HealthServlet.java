package dev.interlock.app.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Says whether the process lives, and whether it can take work.
///
///     GET /health/live   200 for as long as it answers at all
///     GET /health/ready  200 with what else is to be known, or 503 with the reason why not
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Readiness readiness;

  HealthServlet(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getRequestURI()) {
      case "/health/live" -> PlainText.answer(response, HttpServletResponse.SC_OK, "alive");
      case "/health/ready" -> {
        var reason = readiness.whyNot().get();
        PlainText.answer(
            response,
            reason.isPresent()
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_OK,
            reason.orElseGet(this::ready));
      }
      default ->
          PlainText.answer(response, HttpServletResponse.SC_NOT_FOUND, "there is no such page");
    }
  }

  private String ready() {
    return readiness.remark().get().map(words -> "ready. " + words).orElse("ready");
  }
}
