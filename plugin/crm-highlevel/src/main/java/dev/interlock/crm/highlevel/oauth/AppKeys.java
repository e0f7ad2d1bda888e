package dev.interlock.crm.highlevel.oauth;

/// How HighLevel knows our app.
///
/// @param clientId as the developer portal shows it; its part before the first `-` is the app's id
/// @param redirectUri where browsers come back to, exactly as registered there; may be empty, then
///   it is left out
public record AppKeys(String clientId, String clientSecret, String redirectUri) {

  /// The id under which webhooks name the app.
  public String appId() {
    int end = clientId.indexOf('-');
    return end < 0 ? clientId : clientId.substring(0, end);
  }

  /// Shows no secret.
  @Override
  public String toString() {
    return "AppKeys[" + clientId + "]";
  }
}
