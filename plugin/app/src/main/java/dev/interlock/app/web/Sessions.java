package dev.interlock.app.web;

import dev.interlock.crm.SteadyClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who is signed in. Kept in memory: a restart signs everybody out.
final class Sessions {
  private static final Duration LIFE = Duration.ofHours(8);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int TRIES = 10;
  private static final int BYTES = 32;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> ends = new ConcurrentHashMap<>();
  private final Deque<Instant> tries = new ArrayDeque<>();

  Sessions(InstantSource clock) {
    this.clock = new SteadyClock(clock);
  }

  /// Opens one and tells its secret name.
  String open() {
    ends.values().removeIf(clock.instant()::isAfter);
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ends.put(name, clock.instant().plus(LIFE));
    return name;
  }

  boolean isOpen(String name) {
    var end = ends.get(name);
    return end != null && clock.instant().isBefore(end);
  }

  /// Whether another password may be tried now; counts the attempt.
  synchronized boolean mayTry() {
    var now = clock.instant();
    while (!tries.isEmpty() && tries.getFirst().plus(WINDOW).isBefore(now)) {
      tries.removeFirst();
    }
    if (tries.size() >= TRIES) {
      return false;
    }
    tries.addLast(now);
    return true;
  }
}
