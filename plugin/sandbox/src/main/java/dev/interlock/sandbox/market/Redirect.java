package dev.interlock.sandbox.market;

import java.net.URI;

/// What the browser of somebody who installs takes back to the app.
///
/// @param code to be exchanged for tokens, once and soon
public record Redirect(String code) {

  /// Where the browser goes: the app's page, with the code and nothing else.
  public URI to(URI callback) {
    var mark = callback.getRawQuery() == null ? "?" : "&";
    return URI.create(callback + mark + "code=" + code);
  }

  @Override
  public String toString() {
    return "Redirect[]";
  }
}
