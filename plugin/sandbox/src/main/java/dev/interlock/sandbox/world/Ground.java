package dev.interlock.sandbox.world;

import dev.interlock.sandbox.time.Schedule;
import dev.interlock.sandbox.time.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What all parts of the world stand on: time, identifiers, plans, and who is told of changes.
final class Ground {
  private final InstantSource clock;
  private final Seed seed;
  private final Schedule<Runnable> plans;
  private final List<Watcher> watchers = new ArrayList<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final Set<String> issued = ConcurrentHashMap.newKeySet();

  Ground(InstantSource clock, Seed seed, Schedule<Runnable> plans) {
    this.clock = clock;
    this.seed = seed;
    this.plans = plans;
  }

  Instant now() {
    return clock.instant();
  }

  /// A new identifier, which depends on what it is for and on how many came before for the same,
  /// but not on what other contacts are doing meanwhile.
  String newId(String kind, String scope) {
    int count = counters.merge(kind + "\n" + scope, 1, Integer::sum);
    return issue(seed.identifier(kind, scope, Integer.toString(count)));
  }

  /// An identifier that is always the same for the same purpose.
  String fixedId(String kind, String scope) {
    return issue(seed.identifier(kind, scope));
  }

  /// Remembers an identifier as one of this world's own.
  String issue(String id) {
    issued.add(id);
    return id;
  }

  boolean hasIssued(String id) {
    return issued.contains(id);
  }

  void plan(Duration delay, String contactId, Runnable act) {
    planAt(now().plus(delay), contactId, act);
  }

  void planAt(Instant due, String contactId, Runnable act) {
    plans.add(due, contactId, act);
  }

  Schedule<Runnable> plans() {
    return plans;
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  void tell(Change change) {
    watchers.forEach(watcher -> watcher.saw(change));
  }
}
