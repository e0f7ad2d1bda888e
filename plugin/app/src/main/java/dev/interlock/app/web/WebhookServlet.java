package dev.interlock.app.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a webhook's bytes as they are, within a limit, and answers what the door says.
final class WebhookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(WebhookServlet.class);
  private static final int LARGEST = 1 << 20;

  private final transient Door door;
  private final transient Intake intake;

  WebhookServlet(Door door, Intake intake) {
    this.door = door;
    this.intake = intake;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      tooLarge(request, response);
      return;
    }
    try (var room = intake.open()) {
      // one byte more than allowed tells a chunked body that is too large from one that just fits
      var body = room.read(request.getInputStream(), LARGEST + 1);
      if (body.isEmpty()) {
        refuse(request, response, Door.TRY_AGAIN, "too much comes at once; try again later");
      } else if (body.get().length > LARGEST) {
        tooLarge(request, response);
      } else {
        var answer = ask(request, body.get());
        PlainText.answer(response, answer.status(), answer.reason());
      }
    }
  }

  private Door.Answer ask(HttpServletRequest request, byte[] body) {
    try {
      return door.receive(
          event(request), name -> Optional.ofNullable(request.getHeader(name)).orElse(""), body);
    } catch (RuntimeException fault) {
      LOG.error("a webhook could not be stored; it was answered 429, to be sent again", fault);
      return new Door.Answer(Door.TRY_AGAIN, "it could not be stored; send it again later");
    }
  }

  /// What stands in the address behind ours.
  private static String event(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo()).map(path -> path.substring(1)).orElse("");
  }

  private static void tooLarge(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refuse(
        request,
        response,
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        "a webhook has at most " + LARGEST + " bytes");
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String words)
      throws IOException {
    // a sender who is cut off in mid-sentence may never read why; past this it is not worth reading
    request.getInputStream().skip(LARGEST + 1L);
    response.setHeader("Connection", "close");
    PlainText.answer(response, status, words);
  }
}
