package dev.interlock.sandbox.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes requests to the API through its gates and hands them to their operations, in the world of
/// the location that the token speaks for.
final class CrmServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CrmServlet.class);

  private final transient Sites sites;
  private final transient Routes routes;
  private final transient Gate gate;
  private final transient Limits limits;
  private final transient RequestLog log;
  private final transient InstantSource clock;
  private final transient Deviations deviations;

  CrmServlet(
      Sites sites,
      Routes routes,
      Gate gate,
      Limits limits,
      RequestLog log,
      InstantSource clock,
      Deviations deviations) {
    this.sites = sites;
    this.routes = routes;
    this.gate = gate;
    this.limits = limits;
    this.log = log;
    this.clock = clock;
    this.deviations = deviations;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var exchange = new Exchange(request, response);
    var found =
        routes
            .find(exchange.method(), exchange.path())
            .filter(it -> it.route().needs().isServedIn(exchange.header("Version")));
    response.setDateHeader("Date", clock.instant().toEpochMilli());
    Answer answer;
    try {
      answer = answer(exchange, found.orElseThrow(Refused::unknownRoute));
    } catch (Refused refused) {
      var has422 = found.filter(it -> !it.route().needs().describes422()).isEmpty();
      answer = has422 ? refused.answer() : refused.answerWithout422();
    } catch (RuntimeException fault) {
      LOG.error("{} {} failed", exchange.method(), exchange.path(), fault);
      answer = Refused.because(500, "Internal server error").answer();
    }
    answer = deviations.bent(exchange.method(), exchange.path(), answer);
    var documented = found.map(it -> it.route().needs().version()).orElse("");
    log.add(exchange, answer.status(), documented);
    exchange.write(answer);
  }

  private Answer answer(Exchange exchange, Routes.Found found) throws IOException {
    var bearer = gate.bearer(exchange);
    var site = sites.of(Gate.location(bearer));
    Gate.check(bearer, found.route().needs().scope());
    limits.admit(bearer, exchange.response(), deviations.saysLimits());
    deviations.interrupt(exchange.method(), exchange.path());
    var call = new Call(site.world(), found.path(), exchange.query(), exchange.json());
    exchange.crosses(Crossing.in(call, sites.others(site.id())));
    return switch (site.fates().next(exchange.method(), exchange.path())) {
      case FINE -> site.world().ask(() -> found.route().handler().answer(call));
      case REFUSED -> throw Refused.because(503, "Service Unavailable");
      case LOST -> {
        site.world().ask(() -> found.route().handler().answer(call));
        throw Refused.because(504, "Gateway Timeout");
      }
    };
  }
}
