package dev.interlock.sandbox.market;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// What somebody has consented to when installing the app.
///
/// @param userId who did
/// @param isBulk whether an agency's user did it for several locations
public record Grant(
    Holder holder, String userId, Set<String> scopes, String versionId, boolean isBulk) {
  /// Copies what it is given.
  public Grant {
    scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
  }
}
