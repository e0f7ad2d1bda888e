package dev.interlock.sandbox.http;

import dev.interlock.sandbox.deviation.Deviating;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How the API behaves.
///
/// @param port where it listens on 127.0.0.1; 0 for any free port
/// @param tokens which tokens it accepts
/// @param deviations in which known ways it differs from its description
/// @param searchLag how long a new contact or opportunity stays hidden from searches
public record ApiSettings(
    int port,
    List<SandboxToken> tokens,
    RateLimit rateLimit,
    Duration searchLag,
    Trouble trouble,
    Deviating deviations) {
  /// Copies what it is given.
  public ApiSettings {
    tokens = List.copyOf(tokens);
  }

  /// As it is described.
  public ApiSettings(
      int port,
      List<SandboxToken> tokens,
      RateLimit rateLimit,
      Duration searchLag,
      Trouble trouble) {
    this(port, tokens, rateLimit, searchLag, trouble, Deviating.in(Set.of()));
  }

  /// Any free port, one token that may do everything, no trouble.
  public static ApiSettings with(String token) {
    return new ApiSettings(
        0,
        List.of(SandboxToken.forEverything(token)),
        RateLimit.GENEROUS,
        Duration.ZERO,
        Trouble.NONE);
  }

  /// The same on a certain port.
  public ApiSettings onPort(int other) {
    return new ApiSettings(other, tokens, rateLimit, searchLag, trouble, deviations);
  }

  /// The same with other tokens.
  public ApiSettings accepting(SandboxToken... others) {
    return new ApiSettings(port, List.of(others), rateLimit, searchLag, trouble, deviations);
  }

  /// The same with another limit.
  public ApiSettings limitedTo(RateLimit other) {
    return new ApiSettings(port, tokens, other, searchLag, trouble, deviations);
  }

  /// The same with searches that lag.
  public ApiSettings laggingBy(Duration lag) {
    return new ApiSettings(port, tokens, rateLimit, lag, trouble, deviations);
  }

  /// The same with some trouble.
  public ApiSettings troubledBy(Trouble other) {
    return new ApiSettings(port, tokens, rateLimit, searchLag, other, deviations);
  }

  /// The same, differing from its description.
  public ApiSettings deviating(Deviating ways) {
    return new ApiSettings(port, tokens, rateLimit, searchLag, trouble, ways);
  }
}
