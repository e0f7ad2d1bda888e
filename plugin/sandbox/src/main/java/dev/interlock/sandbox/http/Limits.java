package dev.interlock.sandbox.http;

import dev.interlock.sandbox.market.Bearer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The limits of each location and of the company, which do not touch each other.
final class Limits {
  private final RateLimit limit;
  private final InstantSource clock;
  private final Map<String, Limiter> limiters = new ConcurrentHashMap<>();

  Limits(RateLimit limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /// Counts a request, and says in the answer's headers what is left.
  void admit(Bearer bearer, HttpServletResponse response) {
    admit(bearer, response, true);
  }

  /// Counts a request.
  ///
  /// @param says whether the answer's headers say what is left
  void admit(Bearer bearer, HttpServletResponse response, boolean says) {
    var verdict =
        limiters.computeIfAbsent(bearer.holder().id(), _ -> new Limiter(limit, clock)).admit();
    if (says) {
      verdict.headers().forEach(response::setHeader);
    }
    if (!verdict.admitted()) {
      throw Refused.tooMany();
    }
  }
}
