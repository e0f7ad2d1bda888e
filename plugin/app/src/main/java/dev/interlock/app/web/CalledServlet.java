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

  CalledServlet(Called called) {
    this.called = called;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response, new byte[0]);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      response.setHeader("Connection", "close");
      PlainText.answer(
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "a call has at most " + LARGEST + " bytes");
      return;
    }
    answer(request, response, body);
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
