package dev.interlock.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Shows pages to browsers on this machine only.
///
/// Whatever was forwarded comes from somewhere else, although its sender is on this machine. The
/// name in the address is looked at too, so that a foreign page cannot reach us through a name of
/// its own.
final class LocalGuard implements Guard {
  private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  @Override
  public boolean lets(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean forwarded =
        Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
            .anyMatch(name -> request.getHeader(name) != null);
    if (!forwarded
        && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
        && OUR_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      return true;
    }
    PlainText.answer(
        response,
        HttpServletResponse.SC_FORBIDDEN,
        "Pages are shown to this machine only, until INTERLOCK_CONSOLE_TOKEN is set.");
    return false;
  }
}
