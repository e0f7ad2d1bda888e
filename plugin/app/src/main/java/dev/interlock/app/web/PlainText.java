package dev.interlock.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Answers in one line, for machines and for people with curl.
final class PlainText {
  private PlainText() {}

  static void answer(HttpServletResponse response, int status, String line) throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain; charset=utf-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
