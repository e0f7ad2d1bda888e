package dev.interlock.app.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Shows pages, and keeps browsers from doing anything with them but showing them.
final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String POLICY =
      """
      default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
      connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'\
      """;

  private final transient Guard guard;
  private final transient Pages pages;

  PageServlet(Guard guard, Pages pages) {
    this.guard = guard;
    this.pages = pages;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    harden(response);
    if (guard.lets(request, response)) {
      super.service(request, response);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    var page = pages.at(path, name -> Optional.ofNullable(request.getParameter(name)).orElse(""));
    if (page.isEmpty()) {
      PlainText.answer(response, HttpServletResponse.SC_NOT_FOUND, "there is no such page");
      return;
    }
    response.setStatus(page.get().status());
    response.setContentType(page.get().type());
    response.getOutputStream().write(page.get().text().getBytes(StandardCharsets.UTF_8));
  }

  static void harden(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
  }
}
