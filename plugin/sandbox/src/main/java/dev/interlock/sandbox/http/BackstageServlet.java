package dev.interlock.sandbox.http;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.time.SandboxClock;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/// The sandbox's own pages, for people and for tests in other processes. Needs no token.
///
///     GET  /                    the conversations, for people
///     GET  /sandbox/records     everything that happened, as JSON
///     GET  /sandbox/public-key  the key of the webhooks, as PEM
///     GET  /sandbox/clock       the time, and when the next thing is due
///     POST /sandbox/clock?to=…  lets time pass up to an instant
final class BackstageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final transient Backstage backstage;
  private final transient SandboxClock clock;

  BackstageServlet(Backstage backstage, SandboxClock clock) {
    this.backstage = backstage;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getRequestURI()) {
      case "/" -> {
        response.setHeader(
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        write(response, "text/html", RecordsPage.of(backstage.records()));
      }
      case "/sandbox/records" -> write(response, "application/json", backstage.recordsAsJson());
      case "/sandbox/public-key" ->
          write(response, "application/x-pem-file", backstage.publicKeyPem());
      case "/sandbox/clock" -> writeClock(response);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getRequestURI().equals("/sandbox/clock")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var to = request.getParameter("to");
    try {
      backstage.advanceTo(Instant.parse(to == null ? "" : to));
      writeClock(response);
    } catch (DateTimeException notIso) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, "to has to be an instant in ISO form");
    }
  }

  private void writeClock(HttpServletResponse response) throws IOException {
    var json = Answer.Json.object();
    json.put("now", Iso.utc(clock.instant()));
    json.put("running", clock.isRunning());
    backstage.nextEventAt().ifPresent(next -> json.put("nextEventAt", Iso.utc(next)));
    write(response, "application/json", MAPPER.writeValueAsBytes(json));
  }

  private static void write(HttpServletResponse response, String type, String text)
      throws IOException {
    write(response, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(HttpServletResponse response, String type, byte[] bytes)
      throws IOException {
    response.setContentType(type + "; charset=utf-8");
    response.getOutputStream().write(bytes);
  }
}
