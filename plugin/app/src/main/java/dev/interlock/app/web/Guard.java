package dev.interlock.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Decides who sees pages, which are full of personal data.
@FunctionalInterface
interface Guard {

  /// Whether the page may be shown; when not, the request has been answered.
  boolean lets(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
