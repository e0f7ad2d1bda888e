package dev.interlock.torture;

import dev.interlock.sandbox.time.Seed;
import dev.interlock.torture.crm.Weather;
import dev.interlock.torture.process.Start.Jump;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What happens to one process before it is killed.
///
/// @param number from 1
/// @param asleep how much of the CRM's time passes before it is started
/// @param newcomers how many people turn up during it
/// @param shift by how much its clock is ahead of the CRM's
/// @param jump by how much it is set ahead, or back, in the middle of the life
/// @param fullDisk whether there is hardly any room on the disk
/// @param isCopied whether its files are copied while it works
/// @param isRoughEarly whether the weather holds from the start on, or only once it is ready
/// @param diesEarly whether it is killed while it starts
/// @param lasts how long it lives once it is ready, or from its start when it dies early
public record Life(
    int number,
    Duration asleep,
    int newcomers,
    Weather weather,
    Duration shift,
    Duration jump,
    boolean fullDisk,
    boolean isCopied,
    boolean isRoughEarly,
    boolean diesEarly,
    Duration lasts) {
  private static final int NEWCOMERS = 2;

  /// How long a process takes until it works, as a rule.
  private static final Duration STARTING = Duration.ofMillis(1_500);

  private static final List<Duration> SHIFTS =
      List.of(
          Duration.ofHours(3),
          Duration.ofMinutes(-20),
          Duration.ofMinutes(20),
          Duration.ofHours(-3));

  /// The life of a number.
  public static Life of(int number, Seed seed) {
    var chance = seed.about("life", Integer.toString(number));
    boolean isShifted = number % 8 == 5;
    boolean jumps = number % 8 == 1;
    boolean fullDisk = number % 10 == 7;
    boolean isCopied = number % 10 == 3;
    boolean diesEarly = chance.nextDouble() < 0.2 && !fullDisk && !isCopied && !jumps;
    return new Life(
        number,
        chance.nextDouble() < 0.35 ? Duration.ofMinutes(chance.nextLong(10, 240)) : Duration.ZERO,
        NEWCOMERS,
        fullDisk ? Weather.calm() : weather(number, chance),
        isShifted ? SHIFTS.get(number / 8 % SHIFTS.size()) : Duration.ZERO,
        jumps ? SHIFTS.get(number / 8 % SHIFTS.size()) : Duration.ZERO,
        fullDisk,
        isCopied,
        !isCopied && chance.nextDouble() < 0.2,
        diesEarly,
        lasts(diesEarly, chance));
  }

  /// When in the life of the process its clock is set.
  Optional<Jump> leaps() {
    return jump.isZero()
        ? Optional.empty()
        : Optional.of(new Jump(jump, STARTING.plus(lasts.dividedBy(2))));
  }

  private static Weather weather(int number, RandomGenerator chance) {
    double drawn = chance.nextDouble();
    double share = drawn < 0.2 ? 0 : drawn < 0.5 ? 0.25 : drawn < 0.85 ? 0.5 : 0.8;
    return new Weather(number, share, chance.nextDouble() < 0.15, true);
  }

  private static Duration lasts(boolean diesEarly, RandomGenerator chance) {
    long most = chance.nextDouble() < 0.1 ? 5_000 : 2_200;
    return Duration.ofMillis(diesEarly ? chance.nextLong(30, 900) : chance.nextLong(80, most));
  }
}
