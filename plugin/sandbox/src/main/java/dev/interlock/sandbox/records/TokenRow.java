package dev.interlock.sandbox.records;

import java.time.Instant;

/// A pair of access and refresh token, as it stands now. The tokens themselves are not told.
///
/// @param name what requests name it by
/// @param holder the location or company that it speaks for
public record TokenRow(
    String name,
    String holder,
    boolean ofCompany,
    Origin origin,
    Instant mintedAt,
    Instant expiresAt,
    State access,
    State refresh) {

  /// What a pair was given for.
  public enum Origin {
    /// The code of an installation.
    CODE,
    /// A refresh token.
    REFRESH,
    /// A company's token.
    COMPANY_TOKEN
  }

  /// What a token is good for.
  public enum State {
    /// It works.
    LIVE,
    /// Its time is over.
    EXPIRED,
    /// It was used, which can be done only once. For refresh tokens.
    SPENT,
    /// The app was uninstalled, or somebody took it back.
    REVOKED
  }
}
