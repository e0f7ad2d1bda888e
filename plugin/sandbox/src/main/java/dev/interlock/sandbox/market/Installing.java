package dev.interlock.sandbox.market;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What somebody does who installs the app.
///
/// ```java
/// agency.install(Installing.into("loc-a"));
/// agency.install(Installing.bulk("loc-a", "loc-b").andFutureLocations().redirectFirst());
/// ```
///
/// @param isBulk whether it is an agency's user, for whole locations at once
/// @param future whether it is for locations too that are yet to come
/// @param news when the `INSTALL` webhooks are sent
public record Installing(boolean isBulk, Set<String> locations, boolean future, News news) {
  /// Copies what it is given and keeps its order.
  public Installing {
    locations = Collections.unmodifiableSet(new LinkedHashSet<>(locations));
  }

  /// When webhooks are sent, seen from the browser that comes back with the code.
  public enum News {
    /// As soon as any webhook.
    AT_ONCE,
    /// Half a minute later, so that the redirect comes first.
    LATER,
    /// Never: they are lost.
    NEVER
  }

  /// A user of a location, or an agency's where bulk is off: one location, and its own token.
  public static Installing into(String locationId) {
    return new Installing(false, Set.of(locationId), false, News.AT_ONCE);
  }

  /// An agency's user: several locations, and a company's token.
  public static Installing bulk(String... locationIds) {
    return new Installing(true, new LinkedHashSet<>(List.of(locationIds)), false, News.AT_ONCE);
  }

  /// The same, for locations too that are yet to come.
  public Installing andFutureLocations() {
    return new Installing(isBulk, locations, true, news);
  }

  /// The same, with the redirect before the webhooks.
  public Installing redirectFirst() {
    return new Installing(isBulk, locations, future, News.LATER);
  }

  /// The same, with webhooks that never come.
  public Installing withoutWebhooks() {
    return new Installing(isBulk, locations, future, News.NEVER);
  }
}
