package dev.interlock.sandbox.market;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// An app as its maker has entered it in the marketplace.
///
/// @param clientId what comes before its first `-` is the app's id
/// @param versionId the version that is installed from now on
/// @param scopes what it asks for, in order
/// @param planId the plan that installers subscribe to
/// @param tokenLife how long access tokens work
/// @param codeLife how long a code may be exchanged; nobody knows the real one
public record App(
    String clientId,
    String clientSecret,
    String versionId,
    Set<String> scopes,
    String planId,
    Duration tokenLife,
    Duration codeLife) {
  /// What the vendor says: a day but for a second.
  public static final Duration VENDOR_TOKEN_LIFE = Duration.ofSeconds(86_399);

  private static final Duration CODE_LIFE = Duration.ofMinutes(15);

  /// Copies what it is given.
  public App {
    scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("an app without scopes cannot be installed");
    }
  }

  /// An app in its first version, with tokens that live as long as the vendor's.
  public static App of(String clientId, String clientSecret, Set<String> scopes) {
    return new App(
        clientId, clientSecret, "version-1", scopes, "plan-1", VENDOR_TOKEN_LIFE, CODE_LIFE);
  }

  /// The id that webhooks name it by.
  public String appId() {
    int dash = clientId.indexOf('-');
    return dash < 0 ? clientId : clientId.substring(0, dash);
  }

  /// The same in another version, which may ask for other things.
  public App inVersion(String otherId, Set<String> otherScopes) {
    return new App(clientId, clientSecret, otherId, otherScopes, planId, tokenLife, codeLife);
  }

  /// The same with access tokens that live another time.
  public App withTokensFor(Duration life) {
    return new App(clientId, clientSecret, versionId, scopes, planId, life, codeLife);
  }

  @Override
  public String toString() {
    return "App[" + clientId + ", " + versionId + "]";
  }
}
