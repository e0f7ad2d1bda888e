package dev.interlock.app.web;

import dev.interlock.app.web.Called.Call;
import dev.interlock.engine.store.Body;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Takes calls of the CRM's own workflows.
final class CalledServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 1 << 16;

  private final transient Called called;
  private final transient Intake intake;

  CalledServlet(Called called, Intake intake) {
    this.called = called;
    this.intake = intake;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response, new byte[0]);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (var room = intake.open()) {
      var body = room.read(request.getInputStream(), LARGEST + 1);
      if (body.isEmpty()) {
        refuse(
            response,
            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
            "too much comes at once; try again later");
      } else if (body.get().length > LARGEST) {
        refuse(
            response,
            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
            "a call has at most " + LARGEST + " bytes");
      } else {
        answer(request, response, body.get());
      }
    }
  }

  private static void refuse(HttpServletResponse response, int status, String words)
      throws IOException {
    response.setHeader("Connection", "close");
    PlainText.answer(response, status, words);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, byte[] body)
      throws IOException {
    var call =
        new Call(
            request.getMethod(),
            name -> Optional.ofNullable(request.getHeader(name)).orElse(""),
            // of a form's body nothing is taken: it was read already
            name -> Optional.ofNullable(request.getParameter(name)).orElse(""),
            Body.of(body));
    var reply = called.answer(call);
    response.setStatus(reply.status());
    response.setContentType("application/json; charset=utf-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(reply.json().getBytes(StandardCharsets.UTF_8));
  }
}
