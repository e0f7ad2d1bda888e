package dev.interlock.crm;

import java.time.Instant;

/// From when on a reading looks.
///
/// @param watched since when the account is watched at all: what was made before is not new,
///   whenever it changes
/// @param since what is older was looked at before; never before `watched`
public record Span(Instant watched, Instant since) {
  public Span {
    if (since.isBefore(watched)) {
      throw new IllegalArgumentException("nothing is looked for before " + watched);
    }
  }
}
