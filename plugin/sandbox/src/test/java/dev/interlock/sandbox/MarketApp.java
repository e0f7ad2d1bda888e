package dev.interlock.sandbox;

import dev.interlock.sandbox.Crm.Reply;
import dev.interlock.sandbox.market.Redirect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The app that is installed in the agency, by plain HTTP. Answers are held against the vendor's
/// files.
public final class MarketApp {
  private final SandboxAgency agency;

  public MarketApp(SandboxAgency agency) {
    this.agency = agency;
  }

  /// Exchanges the code of a redirect.
  public Reply redeem(Redirect redirect) {
    return token("authorization_code", "code", redirect.code());
  }

  /// Uses a refresh token.
  public Reply refresh(String refreshToken) {
    return token("refresh_token", "refresh_token", refreshToken);
  }

  private Reply token(String grantType, String name, String value) {
    var form = new LinkedHashMap<String, String>();
    form.put("client_id", DemoAgency.CLIENT_ID);
    form.put("client_secret", DemoAgency.CLIENT_SECRET);
    form.put("grant_type", grantType);
    form.put(name, value);
    return form("/oauth/token", "", form);
  }

  /// Asks for a location's token with the company's.
  public Reply mint(String companyToken, String locationId) {
    return mint(companyToken, DemoAgency.COMPANY_ID, locationId);
  }

  /// The same for any company.
  public Reply mint(String companyToken, String companyId, String locationId) {
    var form = Map.of("companyId", companyId, "locationId", locationId);
    return form("/oauth/locationToken", companyToken, form);
  }

  /// Posts a form.
  public Reply form(String target, String token, Map<String, String> fields) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Version", "2021-07-28");
    if (!token.isEmpty()) {
      headers.put("Authorization", "Bearer " + token);
    }
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return Crm.at(agency.url(), token).mistaken().call("POST", target, headers, Optional.of(body));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The locations of the agency.
  public Reply installedLocations(String companyToken, String more) {
    return crm(companyToken)
        .get(
            "/oauth/installedLocations?companyId=%s&appId=%s%s"
                .formatted(DemoAgency.COMPANY_ID, DemoWorld.APP_ID, more));
  }

  /// A caller of the API with a token.
  public Crm crm(String token) {
    return Crm.at(agency.url(), token);
  }
}
