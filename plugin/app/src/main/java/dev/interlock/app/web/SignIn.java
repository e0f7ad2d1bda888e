package dev.interlock.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

/// Shows pages to those who know the password, for some hours.
final class SignIn implements Guard {
  private static final String COOKIE = "interlock";
  private static final String BEARER = "Bearer ";
  private static final String PATH = "/sign-in";
  private static final int SEE_OTHER = 303;

  private final byte[] password;
  private final Sessions sessions;

  SignIn(String password, Sessions sessions) {
    this.password = password.getBytes(StandardCharsets.UTF_8);
    this.sessions = sessions;
  }

  @Override
  public boolean lets(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().equals(PATH)) {
      signIn(request, response);
      return false;
    }
    if (session(request).filter(sessions::isOpen).isPresent() || bearsPassword(request)) {
      return true;
    }
    response.setStatus(SEE_OTHER);
    response.setHeader("Location", PATH);
    return false;
  }

  /// How a program that reads figures signs in.
  private boolean bearsPassword(HttpServletRequest request) {
    var given = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    return given.startsWith(BEARER) && isPassword(given.substring(BEARER.length()));
  }

  private boolean isPassword(String given) {
    return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), password);
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!request.getMethod().equals("POST")) {
      show(response, HttpServletResponse.SC_OK, "");
      return;
    }
    if (!sessions.mayTry()) {
      show(response, 429, "Too many attempts. Wait a minute.");
      return;
    }
    var given = Optional.ofNullable(request.getParameter("password")).orElse("");
    if (!isPassword(given)) {
      show(response, HttpServletResponse.SC_FORBIDDEN, "That is not the password.");
      return;
    }
    var cookie = new Cookie(COOKIE, sessions.open());
    cookie.setHttpOnly(true);
    cookie.setPath("/");
    cookie.setSecure(isEncrypted(request));
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
    response.setStatus(SEE_OTHER);
    response.setHeader("Location", "/");
  }

  private static boolean isEncrypted(HttpServletRequest request) {
    return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }

  private static Optional<String> session(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static void show(HttpServletResponse response, int status, String complaint)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html; charset=utf-8");
    response.getOutputStream().write(page(complaint).getBytes(StandardCharsets.UTF_8));
  }

  private static String page(String complaint) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sign in to Interlock</title>
    <h1>Sign in</h1>
    <p role="alert">%s</p>
    <form method="post" action="/sign-in">
    <p><label>Password <input type="password" name="password" autocomplete="current-password"
      required autofocus></label> <button>Sign in</button></p>
    </form>
    <p>It is what INTERLOCK_CONSOLE_TOKEN is set to on the server.</p>
    </html>
    """
        .formatted(complaint);
  }
}
