package dev.interlock.sandbox.http;

import dev.interlock.sandbox.records.RequestRow;
import dev.interlock.sandbox.world.World;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes requests to the API through its gates and hands them to their operations.
final class CrmServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CrmServlet.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LARGEST_BODY = 1 << 20;

  private final transient World world;
  private final transient Routes routes;
  private final transient Gate gate;
  private final transient Limiter limiter;
  private final transient Trouble.Fates fates;
  private final transient RequestLog log;

  CrmServlet(
      World world, Routes routes, Gate gate, Limiter limiter, Trouble.Fates fates, RequestLog log) {
    this.world = world;
    this.routes = routes;
    this.gate = gate;
    this.limiter = limiter;
    this.fates = fates;
    this.log = log;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var found = routes.find(request.getMethod(), request.getRequestURI());
    Answer answer;
    try {
      answer = answer(request, response, found.orElseThrow(CrmServlet::unknownRoute));
    } catch (Refused refused) {
      var has422 = found.filter(it -> !it.route().needs().describes422()).isEmpty();
      answer = has422 ? refused.answer() : refused.answerWithout422();
    } catch (RuntimeException fault) {
      LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
      answer = Refused.because(500, "Internal server error").answer();
    }
    log(request, answer, found.map(it -> it.route().needs().version()).orElse(""));
    write(answer, response);
  }

  private Answer answer(
      HttpServletRequest request, HttpServletResponse response, Routes.Found found)
      throws IOException {
    var token = gate.token(header(request, "Authorization"));
    Gate.check(token, found.route());
    var verdict = limiter.admit();
    verdict.headers().forEach(response::setHeader);
    if (!verdict.admitted()) {
      throw Refused.tooMany();
    }
    var call = new Call(world, found.path(), query(request), body(request));
    return switch (fates.next(request.getMethod(), request.getRequestURI())) {
      case FINE -> world.ask(() -> found.route().handler().answer(call));
      case REFUSED -> throw Refused.because(503, "Service Unavailable");
      case LOST -> {
        world.ask(() -> found.route().handler().answer(call));
        throw Refused.because(504, "Gateway Timeout");
      }
    };
  }

  private static Refused unknownRoute() {
    return Refused.unauthorized(
        "This route is not yet supported by the IAM Service. Please update the IAM config.");
  }

  private static Map<String, String> query(HttpServletRequest request) {
    var query = new HashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    return query;
  }

  private static ObjectNode body(HttpServletRequest request) throws IOException {
    var bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      throw Refused.because(413, "request entity too large");
    }
    if (bytes.length == 0 || !header(request, "Content-Type").startsWith("application/json")) {
      return Answer.Json.object();
    }
    try {
      if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException broken) {
      throw Refused.badRequest("Unexpected token in JSON: " + broken.getOriginalMessage());
    }
    throw Refused.badRequest("Unexpected token in JSON: an object was expected");
  }

  private static String header(HttpServletRequest request, String name) {
    var value = request.getHeader(name);
    return value == null ? "" : value;
  }

  private void log(HttpServletRequest request, Answer answer, String documentedVersion) {
    log.add(
        new RequestRow(
            world.now(),
            request.getMethod(),
            request.getRequestURI(),
            answer.status(),
            header(request, "Version"),
            documentedVersion));
  }

  private static void write(Answer answer, HttpServletResponse response) throws IOException {
    var body = answer.body().deepCopy().put("traceId", UUID.randomUUID().toString());
    response.setStatus(answer.status());
    response.setContentType("application/json; charset=utf-8");
    response.getOutputStream().write(MAPPER.writeValueAsBytes(body));
  }
}
