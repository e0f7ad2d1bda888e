package dev.interlock.crm.highlevel.wire;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the token endpoint answers. Only the access token is sure to be there; the vendor describes
/// next to nothing of it as required, and writes the names in snake case in one version of the API
/// and in camel case in the next.
///
/// @param json the whole answer
public record WireTokens(Json json) {
  /// What the vendor says most often, for an answer that does not say it.
  private static final long A_DAY = 86_399;

  /// An answer that has a token in it.
  ///
  /// @throws WrongShapeException when there is no access token, or one that no header can carry
  public WireTokens {
    token(json);
  }

  public AccessToken access() {
    return token(json);
  }

  private static AccessToken token(Json json) {
    try {
      return new AccessToken(
          json.firstText("access_token", "accessToken")
              .orElseThrow(() -> new WrongShapeException("the body lacks 'access_token'")));
    } catch (IllegalArgumentException unusable) {
      throw new WrongShapeException("the body has an 'access_token' that no header can carry");
    }
  }

  /// Empty where there is none.
  public String refresh() {
    return json.firstText("refresh_token", "refreshToken").orElse("");
  }

  /// For how many seconds the access token is valid.
  public long seconds() {
    return json.number("expires_in")
        .or(() -> json.number("expiresIn"))
        .map(Number::longValue)
        .orElse(A_DAY);
  }

  public Set<String> scopes() {
    return Stream.of(json.text("scope").orElse("").split("\\s+"))
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether it is one for an agency, with which others are minted.
  public boolean isForCompany() {
    return json.text("userType").filter("Company"::equals).isPresent()
        || (json.text("userType").isEmpty() && locationId().isEmpty());
  }

  /// Empty where the answer does not say it.
  public String companyId() {
    return json.text("companyId").orElse("");
  }

  /// Empty for a company's.
  public String locationId() {
    return json.text("locationId").orElse("");
  }
}
