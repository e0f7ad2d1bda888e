package dev.interlock.crm.highlevel.outcome;

import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import java.time.Duration;

/// What somebody has to change, and how long to wait, in the same words for reads and deeds.
public final class Advice {
  /// After a fault that may pass. Callers go on doubling from here.
  public static final Duration SHORT = Duration.ofSeconds(5);

  /// After a fault that a person has to see to.
  public static final Duration LONG = Duration.ofMinutes(1);

  private Advice() {}

  /// What to do about a token that does not open the door.
  public static String on(Answer.Failed<?> failed, Failure.Unauthorized refusal) {
    String what = refusal.inWords();
    return switch (refusal.kind()) {
      case EXPIRED_TOKEN -> what + "; give this account a valid token";
      case SCOPE ->
          what + "; give the token the scope '" + failed.operation().scope() + "' in the CRM";
      case WRONG_ROUTE -> what + "; this version of Interlock does not fit the CRM any more";
      case UNINSTALLED -> what;
    };
  }

  public static String on(Failure.Forbidden refusal) {
    return refusal.inWords() + "; check that the token was made in this account";
  }

  public static String code(Failure.Unauthorized refusal) {
    return switch (refusal.kind()) {
      case EXPIRED_TOKEN -> "token";
      case SCOPE -> "scope";
      case WRONG_ROUTE -> "wrong-route";
      case UNINSTALLED -> "uninstalled";
    };
  }
}
