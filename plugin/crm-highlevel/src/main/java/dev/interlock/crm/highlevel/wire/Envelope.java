package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.Optional;

/// What surrounds the content of an answer.
///
/// @param status the HTTP status, 0 when no answer came
/// @param traceId the vendor's id of the call, which its support asks for; empty when not told
/// @param limits what the headers said about our budget
/// @param date what the vendor's clock showed, if that was told
public record Envelope(int status, String traceId, RateLimits limits, Optional<Instant> date) {

  static final Envelope NONE = new Envelope(0, "", RateLimits.UNKNOWN, Optional.empty());

  /// The vendor's id of the call, if it told one.
  public Optional<String> trace() {
    return Optional.of(traceId).filter(id -> !id.isEmpty());
  }
}
