package dev.interlock.app.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where browsers come back to from an install. Anybody may come, so nothing is shown here but what
/// became of the code that was brought, and no code is longer than a code.
final class ArrivalServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 4_096;

  private final transient Arrival arrival;

  ArrivalServlet(Arrival arrival) {
    this.arrival = arrival;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = parameter(request, "code");
    if (code.length() > LONGEST) {
      PlainText.answer(response, HttpServletResponse.SC_BAD_REQUEST, "that is no code");
      return;
    }
    PageServlet.harden(response);
    Page page = arrival.of(code, parameter(request, "error"));
    response.setStatus(page.status());
    response.setContentType(page.type());
    response.getOutputStream().write(page.text().getBytes(StandardCharsets.UTF_8));
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
  }
}
