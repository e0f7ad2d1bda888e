package dev.interlock.engine;

import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.rounds.Looking;
import java.time.Duration;

/// How the engine works.
///
/// @param inboxBound how many deliveries of one installation may wait before the door asks the CRM
///   to try again later
/// @param deliveriesAtOnce how many deliveries of one installation are worked on at the same time,
///   until the command is done that begins with one. More than commands may be under way, so that
///   where all of them hang, what contacts say is still heard
/// @param timersAtOnce how many timers of one installation are worked on at the same time, likewise
/// @param pace how fast commands of one installation are carried out
/// @param looking how often the CRM is read for what webhooks never told
/// @param calloutTimeout how long an address outside of the CRM may take to answer
/// @param drain how long a stop waits for what is under way
public record EngineConfig(
    int inboxBound,
    int deliveriesAtOnce,
    int timersAtOnce,
    Pace pace,
    Looking looking,
    Duration calloutTimeout,
    Duration drain) {
  private static final EngineConfig USUAL =
      new EngineConfig(
          10_000,
          80,
          32,
          Pace.usual(),
          Looking.usual(),
          Duration.ofSeconds(15),
          Duration.ofSeconds(25));

  public EngineConfig {
    check("inboxBound", inboxBound, 10_000_000);
    check("deliveriesAtOnce", deliveriesAtOnce, 10_000);
    check("timersAtOnce", timersAtOnce, 10_000);
    check("calloutTimeout", calloutTimeout, Duration.ofMillis(10), Duration.ofMinutes(5));
    check("drain", drain, Duration.ZERO, Duration.ofMinutes(10));
  }

  /// The usual settings.
  public static EngineConfig usual() {
    return USUAL;
  }

  /// The same settings with another pace.
  public EngineConfig with(Pace other) {
    return new EngineConfig(
        inboxBound, deliveriesAtOnce, timersAtOnce, other, looking, calloutTimeout, drain);
  }

  /// The same settings with other readings of the CRM.
  public EngineConfig with(Looking other) {
    return new EngineConfig(
        inboxBound, deliveriesAtOnce, timersAtOnce, pace, other, calloutTimeout, drain);
  }

  /// The same settings with another bound for the inbox.
  public EngineConfig withInboxBound(int other) {
    return new EngineConfig(
        other, deliveriesAtOnce, timersAtOnce, pace, looking, calloutTimeout, drain);
  }

  private static void check(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(key + " is " + value + "; say 1 to " + most);
    }
  }

  private static void check(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(key + " is " + value + "; say " + least + " to " + most);
    }
  }
}
