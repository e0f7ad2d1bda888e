package dev.interlock.sandbox.http;

import dev.interlock.sandbox.modules.Modules;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lets the app's triggers fire.
///
///     POST /workflows-marketplace/triggers/execute/{app}/{trigger}  needs the location's token
final class TriggerServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(TriggerServlet.class);

  private final transient Modules modules;
  private final transient Gate gate;
  private final transient Limits limits;
  private final transient RequestLog log;
  private final transient InstantSource clock;

  TriggerServlet(Modules modules, Gate gate, Limits limits, RequestLog log, InstantSource clock) {
    this.modules = modules;
    this.gate = gate;
    this.limits = limits;
    this.log = log;
    this.clock = clock;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var exchange = new Exchange(request, response);
    response.setDateHeader("Date", clock.instant().toEpochMilli());
    Answer answer;
    try {
      answer = answer(exchange);
    } catch (Refused refused) {
      answer = refused.answer();
    } catch (RuntimeException fault) {
      LOG.error("{} {} failed", exchange.method(), exchange.path(), fault);
      answer = Refused.because(500, "Internal server error").answer();
    }
    log.add(exchange, answer.status(), "");
    exchange.write(answer);
  }

  private Answer answer(Exchange exchange) throws IOException {
    var bearer = gate.bearer(exchange);
    var location = Gate.location(bearer);
    Gate.check(bearer, "workflows.readonly");
    limits.admit(bearer, exchange.response());
    var path = exchange.path();
    var named = path.startsWith(Modules.PATH) ? path.substring(Modules.PATH.length()) : "";
    int slash = named.indexOf('/');
    if (!exchange.method().equals("POST") || slash < 1) {
      throw Refused.unknownRoute();
    }
    int status = modules.execute(location, named.substring(slash + 1), payload(exchange.json()));
    if (status != 200) {
      throw Refused.because(status, "The trigger was not executed");
    }
    return Answer.succeded();
  }

  private static Map<String, String> payload(ObjectNode body) {
    var payload = new LinkedHashMap<String, String>();
    body.properties().forEach(field -> payload.put(field.getKey(), field.getValue().asString("")));
    return payload;
  }
}
