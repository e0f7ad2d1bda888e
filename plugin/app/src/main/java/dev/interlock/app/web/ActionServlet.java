package dev.interlock.app.web;

import dev.interlock.app.action.Actions;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Takes calls of steps in the CRM's own workflows.
final class ActionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 1 << 16;

  private final transient Actions actions;

  ActionServlet(Actions actions) {
    this.actions = actions;
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
          "an action has at most " + LARGEST + " bytes");
      return;
    }
    var answer =
        actions.start(name -> Optional.ofNullable(request.getHeader(name)).orElse(""), body);
    response.setStatus(answer.status());
    response.setContentType("application/json; charset=utf-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(answer.json().getBytes(StandardCharsets.UTF_8));
  }
}
