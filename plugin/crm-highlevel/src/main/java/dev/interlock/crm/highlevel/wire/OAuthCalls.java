package dev.interlock.crm.highlevel.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Calls by which an app gets its tokens, and learns where an agency has installed it.
public final class OAuthCalls {
  private final String clientId;
  private final String clientSecret;
  private final Exchange exchange;

  OAuthCalls(String clientId, String clientSecret, Exchange exchange) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.exchange = exchange;
  }

  /// Exchanges the code that somebody's browser brought. A code works once.
  public Answer<WireTokens> exchange(String code, String redirectUri) {
    return tokens("authorization_code", Map.of("code", code), Map.of("redirect_uri", redirectUri));
  }

  /// Exchanges a refresh token, which works once, for another pair.
  ///
  /// @param userType `Company` or `Location`
  public Answer<WireTokens> refresh(String refreshToken, String userType) {
    return tokens(
        "refresh_token", Map.of("refresh_token", refreshToken), Map.of("user_type", userType));
  }

  private Answer<WireTokens> tokens(
      String grantType, Map<String, String> proof, Map<String, String> more) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("client_id", clientId);
    fields.put("client_secret", clientSecret);
    fields.put("grant_type", grantType);
    fields.putAll(proof);
    more.forEach((name, value) -> {
      if (!value.isEmpty()) {
        fields.put(name, value);
      }
    });
    return exchange.ask(WireCall.of(Operation.TAKE_TOKENS).form(fields), WireTokens::new);
  }

  /// Makes a token for one location of a company, with the company's own.
  public Answer<WireTokens> mint(String companyId, String locationId) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("companyId", companyId);
    fields.put("locationId", locationId);
    return exchange.ask(WireCall.of(Operation.MINT_LOCATION_TOKEN).form(fields), WireTokens::new);
  }

  /// The locations of a company in which an app is installed, from one row on.
  ///
  /// @param skip how many rows were read already
  public Answer<List<WireInstalledLocation>> installed(
      String companyId, String appId, int skip, int limit) {
    var call =
        WireCall.of(Operation.LIST_INSTALLED_LOCATIONS)
            .query("companyId", companyId)
            .query("appId", appId)
            .query("isInstalled", "true")
            .query("skip", Integer.toString(skip))
            .query("limit", Integer.toString(limit));
    return exchange.ask(
        call,
        json ->
            json.all(
                json.at("items").isArray() ? "items" : "locations", WireInstalledLocation::new));
  }
}
