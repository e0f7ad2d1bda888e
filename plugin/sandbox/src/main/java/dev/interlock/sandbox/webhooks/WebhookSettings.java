package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.deviation.Deviating;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How webhooks are sent.
///
/// @param appId the app that they are for
/// @param keys what they are signed with
/// @param latency how long after the change they are sent, in the sandbox's time
/// @param misbehaviours in which ways they go wrong
public record WebhookSettings(
    String appId,
    WebhookKeys keys,
    Duration latency,
    RetryPolicy retries,
    List<Misbehaviour> misbehaviours) {
  /// Copies what it is given.
  public WebhookSettings {
    misbehaviours = List.copyOf(misbehaviours);
  }

  /// Webhooks that arrive in order and once, a second after the change.
  public static WebhookSettings wellBehaved(String appId) {
    return new WebhookSettings(
        appId, WebhookKeys.generate(), Duration.ofSeconds(1), RetryPolicy.PATIENT, List.of());
  }

  /// The same, for another app.
  public WebhookSettings forApp(String otherId) {
    return new WebhookSettings(otherId, keys, latency, retries, misbehaviours);
  }

  /// The same, signed with other keys.
  public WebhookSettings signedWith(WebhookKeys other) {
    return new WebhookSettings(appId, other, latency, retries, misbehaviours);
  }

  /// The same, with other retries.
  public WebhookSettings retrying(RetryPolicy other) {
    return new WebhookSettings(appId, keys, latency, other, misbehaviours);
  }

  /// The same, going wrong in these ways.
  public WebhookSettings misbehaving(Misbehaviour... ways) {
    return new WebhookSettings(appId, keys, latency, retries, List.of(ways));
  }

  /// The same, going wrong in known ways besides.
  public WebhookSettings deviating(Deviating deviations) {
    var ways = new ArrayList<>(misbehaviours);
    deviations.ways().stream()
        .sorted()
        .forEach(way ->
            Misbehaviour.of(way).stream()
                .map(each -> each.telling(() -> deviations.met(way)))
                .forEach(ways::add));
    return new WebhookSettings(appId, keys, latency, retries, ways);
  }
}
