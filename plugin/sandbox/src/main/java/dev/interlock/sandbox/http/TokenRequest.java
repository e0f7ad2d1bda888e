package dev.interlock.sandbox.http;

import dev.interlock.sandbox.market.Marketplace;
import java.util.List;
import java.util.Map;

/// A request for tokens by an app that has a code or a refresh token.
final class TokenRequest {
  private static final List<String> USER_TYPES = List.of("", "Company", "Location");

  private final Map<String, String> form;
  private final Marketplace market;

  TokenRequest(Map<String, String> form, Marketplace market) {
    this.form = form;
    this.market = market;
  }

  Answer answer() {
    FormShape.TOKEN.check(form);
    if (!USER_TYPES.contains(field("user_type"))) {
      throw Refused.invalid("user_type must be one of the following values: Company, Location");
    }
    var app = market.app();
    if (!field("client_id").equals(app.clientId())
        || !field("client_secret").equals(app.clientSecret())) {
      throw Refused.unauthorized("Invalid client: client is invalid");
    }
    return switch (field("grant_type")) {
      case "authorization_code" ->
          TokenJson.of(market.redeem(needed("code")), "authorization code", market);
      case "refresh_token" ->
          TokenJson.of(market.refresh(needed("refresh_token")), "refresh token", market);
      // in the vendor's list of values, and described nowhere
      case "client_credentials" ->
          throw Refused.badRequest("Unsupported grant type: client_credentials");
      default ->
          throw Refused.invalid(
              "grant_type must be one of the following values: authorization_code,"
                  + " refresh_token, client_credentials");
    };
  }

  private String needed(String name) {
    if (field(name).isBlank()) {
      throw Refused.invalid(name + " should not be empty");
    }
    return field(name);
  }

  private String field(String name) {
    return form.getOrDefault(name, "");
  }
}
