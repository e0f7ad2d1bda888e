package dev.interlock.sandbox.modules;

import java.net.URI;
import java.util.Map;

/// What the app's maker typed in for its trigger and its action.
///
/// @param subscription where it is told which workflows hold the trigger
/// @param action where the action is carried out
/// @param headers sent along with each call
public record Portal(URI subscription, URI action, Map<String, String> headers) {
  public Portal {
    headers = Map.copyOf(headers);
  }
}
