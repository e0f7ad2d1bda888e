package dev.interlock.app.account;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.settings.Key;
import dev.interlock.crm.Read;
import dev.interlock.crm.inventory.Made;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tries again for a while when the CRM wants it to be later.
///
/// @param pause waits
/// @param tell what whoever looks on should know meanwhile
/// @param longest pause that is waited for
/// @param isOfSettings whether the account and its token are those of the settings
public record Patience(Pause pause, Consumer<String> tell, Duration longest, boolean isOfSettings) {
  private static final int TRIES = 4;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /// That for the account of the settings.
  public Patience(Pause pause, Consumer<String> tell) {
    this(pause, tell, LONGEST, true);
  }

  /// Waits.
  @FunctionalInterface
  public interface Pause {
    void last(Duration length) throws InterruptedException;
  }

  /// That of the command line.
  public static Patience of(Consumer<String> tell) {
    return new Patience(Thread::sleep, tell);
  }

  /// That for an account among many.
  ///
  /// @param longest pause that is waited for
  public static Patience amongMany(Consumer<String> tell, Duration longest) {
    return new Patience(Thread::sleep, tell, longest, false);
  }

  /// Reads what an account has.
  ///
  /// @param account its id
  /// @throws CannotRunException when it cannot be read
  public <T> T read(String account, Supplier<Read<T>> reading) {
    for (int tries = 1; ; tries++) {
      switch (reading.get()) {
        case Read.Got<T>(var value) -> {
          return value;
        }
        case Read.TryLater<T>(var length, var reason) -> {
          if (!waits(length, reason, tries)) {
            throw new CannotRunException(
                "the CRM cannot be read now: " + reason + "; try again " + in(length));
          }
        }
        case Read.Gone<T>(var reason) -> throw notThere(account, reason);
        case Read.Refused<T>(var code, var reason) ->
            throw code.equals("not-found") ? notThere(account, reason) : refused(account, reason);
      }
    }
  }

  /// Makes something.
  public Made make(Supplier<Made> making) {
    for (int tries = 1; ; tries++) {
      var made = making.get();
      if (!(made instanceof Made.TryLater(var length, var reason))
          || !waits(length, reason, tries)) {
        return made;
      }
    }
  }

  private boolean waits(Duration length, String reason, int tries) {
    if (tries == TRIES || length.compareTo(longest) > 0) {
      return false;
    }
    tell.accept("Trying again in " + seconds(length) + ": " + reason);
    try {
      pause.last(length);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private CannotRunException notThere(String account, String reason) {
    if (!isOfSettings) {
      return new CannotRunException("the CRM does not find the account: " + reason);
    }
    return new CannotRunException(
        Key.HIGHLEVEL_LOCATION_ID + " is " + account + ", which names no account: " + reason);
  }

  private CannotRunException refused(String account, String reason) {
    if (!isOfSettings) {
      return new CannotRunException("the CRM refuses it: " + reason);
    }
    return new CannotRunException(
        "the CRM refuses %s for account %s: %s".formatted(Key.HIGHLEVEL_TOKEN, account, reason));
  }

  private static String in(Duration length) {
    return length.compareTo(LONGEST) > 0
        ? "in " + Math.ceilDiv(length.toSeconds(), 60) + " minutes"
        : "in a moment";
  }

  private static String seconds(Duration length) {
    return Math.max(1, length.toSeconds()) + " s";
  }
}
