package dev.interlock.sandbox.market;

import java.time.Duration;
import java.util.Set;

/// How the marketplace deviates from what it is said to do.
///
/// @param omittedFromTokens fields that answers with tokens lack
/// @param lostTokenAnswers share of requests for tokens, 0 to 1, that take effect and are then
///   answered 504: the old refresh token is spent, and nobody knows the new one
/// @param omittedFromInstalls fields that `INSTALL` webhooks lack
/// @param webhooksAfterUninstall how long a location's webhooks go on after an uninstall
public record Conduct(
    Set<String> omittedFromTokens,
    double lostTokenAnswers,
    Set<String> omittedFromInstalls,
    Duration webhooksAfterUninstall) {
  /// As it is described.
  public static final Conduct GOOD = new Conduct(Set.of(), 0, Set.of(), Duration.ZERO);

  /// Copies what it is given.
  public Conduct {
    omittedFromTokens = Set.copyOf(omittedFromTokens);
    omittedFromInstalls = Set.copyOf(omittedFromInstalls);
  }

  /// The same, with answers to requests for tokens that lack fields.
  public Conduct omittingFromTokens(String... fields) {
    return new Conduct(
        Set.of(fields), lostTokenAnswers, omittedFromInstalls, webhooksAfterUninstall);
  }

  /// The same, losing a share of the answers to requests for tokens.
  public Conduct losingTokenAnswers(double share) {
    return new Conduct(omittedFromTokens, share, omittedFromInstalls, webhooksAfterUninstall);
  }

  /// The same, with `INSTALL` webhooks that lack fields.
  public Conduct omittingFromInstalls(String... fields) {
    return new Conduct(omittedFromTokens, lostTokenAnswers, Set.of(fields), webhooksAfterUninstall);
  }

  /// The same, with webhooks that go on for a while after an uninstall.
  public Conduct tellingAfterUninstall(Duration span) {
    return new Conduct(omittedFromTokens, lostTokenAnswers, omittedFromInstalls, span);
  }
}
