package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.market.Bearer;
import dev.interlock.sandbox.market.Marketplace;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes requests for tokens, and for what needs a company's token.
///
///     POST /oauth/token               a form; needs the app's secret, but no token
///     POST /oauth/locationToken       a form; needs the company's token
///     GET  /oauth/installedLocations  needs the company's token
///     GET, DELETE /marketplace/app/{appId}/installations
///                                     who has installed it; removes it. Needs either token
final class OAuthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(OAuthServlet.class);

  private final transient Marketplace market;
  private final transient Gate gate;
  private final transient Limits limits;
  private final transient RequestLog log;
  private final transient Deviations deviations;

  OAuthServlet(
      Marketplace market, Gate gate, Limits limits, RequestLog log, Deviations deviations) {
    this.deviations = deviations;
    this.market = market;
    this.gate = gate;
    this.limits = limits;
    this.log = log;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var exchange = new Exchange(request, response);
    var operation = exchange.method() + " " + resource(exchange.path());
    Answer answer;
    try {
      answer =
          switch (operation) {
            case "POST /oauth/token" -> token(exchange.form());
            case "POST /oauth/locationToken" -> locationToken(exchange);
            case "GET /oauth/installedLocations" -> installedLocations(exchange);
            case "GET /marketplace" -> installer(exchange);
            case "DELETE /marketplace" -> uninstall(exchange);
            default -> throw Refused.unknownRoute();
          };
    } catch (Refused refused) {
      answer = refused.answer();
    } catch (RuntimeException fault) {
      LOG.error("{} failed", operation, fault);
      answer = Refused.because(500, "Internal server error").answer();
    }
    answer = deviations.bentForApp(exchange.path(), answer);
    log.add(exchange, answer.status(), documentedVersion(operation));
    exchange.write(answer);
  }

  private String resource(String path) {
    var installations = "/marketplace/app/" + market.app().appId() + "/installations";
    return path.equals(installations) ? "/marketplace" : path;
  }

  private static String documentedVersion(String operation) {
    return switch (operation) {
      case "POST /oauth/locationToken",
          "GET /oauth/installedLocations",
          "GET /marketplace",
          "DELETE /marketplace" ->
          Routes.JULY;
      default -> "";
    };
  }

  private Answer token(Map<String, String> form) {
    if (form.getOrDefault("user_type", "").equals("Location")) {
      deviations.interruptToken("a refresh");
    }
    return kept(new TokenRequest(form, market).answer());
  }

  private Answer locationToken(Exchange exchange) throws IOException {
    var bearer = gate.bearer(exchange);
    Gate.checkCompany(bearer);
    Gate.check(bearer, "oauth.write");
    limits.admit(bearer, exchange.response());
    var form = exchange.form();
    FormShape.LOCATION_TOKEN.check(form);
    deviations.interruptToken(form.getOrDefault("locationId", ""));
    var minting =
        market.mintFor(
            bearer, form.getOrDefault("companyId", ""), form.getOrDefault("locationId", ""));
    return kept(TokenJson.ofLocation(minting, market));
  }

  private Answer installer(Exchange exchange) {
    var bearer = admitted(exchange, "marketplace-installer-details.readonly");
    return Answer.ok(Json.wrapped("installationDetails", Installer.details(bearer, market)));
  }

  private Answer uninstall(Exchange exchange) throws IOException {
    var bearer = admitted(exchange, "oauth.write");
    Installer.uninstall(bearer, exchange.json(), market);
    return Answer.ok(Json.object().put("success", true));
  }

  private Bearer admitted(Exchange exchange, String scope) {
    var bearer = gate.bearer(exchange);
    Gate.check(bearer, scope);
    limits.admit(bearer, exchange.response());
    return bearer;
  }

  private Answer installedLocations(Exchange exchange) {
    var bearer = gate.bearer(exchange);
    Gate.checkCompany(bearer);
    Gate.check(bearer, "oauth.readonly");
    limits.admit(bearer, exchange.response());
    return InstalledLocations.answer(exchange.query(), bearer, market);
  }

  /// What was done stays done, but the answer may get lost.
  private Answer kept(Answer answer) {
    if (market.losesAnswer()) {
      throw Refused.because(504, "Gateway Timeout");
    }
    return answer;
  }
}
