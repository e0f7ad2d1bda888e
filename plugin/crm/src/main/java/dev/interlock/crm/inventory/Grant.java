package dev.interlock.crm.inventory;

/// Whether the token has a right, by the scope that the CRM calls it.
public record Grant(String scope, Standing standing) {

  /// How the right stands.
  public enum Standing {
    GRANTED,
    MISSING,
    /// Only a change would show it, and looking must change nothing.
    UNTOLD,
    /// The CRM did not answer this time.
    MISSED
  }

  /// The grant that an answer shows.
  public static Grant of(String scope, Told<?> told) {
    return new Grant(
        scope,
        switch (told) {
          case Told.Known<?> _ -> Standing.GRANTED;
          case Told.NoScope<?> _ -> Standing.MISSING;
          case Told.Never<?> _ -> Standing.UNTOLD;
          case Told.Missed<?> _ -> Standing.MISSED;
        });
  }
}
