package dev.interlock.app.web;

import dev.interlock.app.order.OrderDesk;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// Takes orders from the command line of whoever may see the pages.
///
/// Only JSON is taken: a foreign page cannot make a browser send that without asking us first, and
/// we never say yes.
final class OrdersServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /// A plan brings its contracts along.
  private static final int LARGEST = 1 << 22;

  private final transient Guard guard;
  private final transient OrderDesk desk;

  OrdersServlet(Guard guard, OrderDesk desk) {
    this.guard = guard;
    this.desk = desk;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!guard.lets(request, response)) {
      return;
    }
    var type = Optional.ofNullable(request.getContentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      PlainText.answer(
          response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "an order is application/json");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      PlainText.answer(
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "an order has at most " + LARGEST + " bytes");
      return;
    }
    var answer = desk.give(body);
    PlainText.answer(response, answer.status(), answer.words());
  }
}
