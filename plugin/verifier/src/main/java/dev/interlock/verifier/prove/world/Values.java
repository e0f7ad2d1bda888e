package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.DealStatus;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.List;

/// The numbers of the values that variables of each kind have.
final class Values {
  static final int NO = 0;
  static final int YES = 1;

  /// Of a stage: there is no deal.
  static final int NO_DEAL = 0;

  /// Of consent.
  static final int UNSAID = 0;

  static final int ALLOWED = 1;
  static final int OPTED_OUT = 2;

  /// Of a diary.
  static final int NO_DATE = 0;

  static final int AHEAD = 1;
  static final int PAST = 2;
  static final int SHOWED = 3;
  static final int NO_SHOW = 4;
  static final int CANCELLED = 5;

  /// Of a diary: one is ahead, and another stands that is not cancelled.
  static final int MORE = 6;

  /// Of where a run stands: there is none.
  static final int IDLE = 0;

  static final int QUEUED = 1;

  /// The first place of a program.
  static final int FIRST_PLACE = 2;

  /// Of what a run is about: no appointment of its own, one that stands, one that was cancelled.
  static final int NONE_OF_ITS_OWN = 0;

  static final int OWN_STANDS = 1;
  static final int OWN_GONE = 2;

  /// Of a latch: nothing waits to be heard.
  static final int NOTHING = 0;

  /// What the values of a deal's status stand for.
  static final List<DealStatus> STATUSES =
      List.of(DealStatus.OPEN, DealStatus.WON, DealStatus.LOST, DealStatus.ABANDONED);

  private Values() {}

  /// Whether an appointment in the diary is ahead.
  static Predicate isAhead(Variable diary) {
    return Predicate.among(diary, value -> value == AHEAD || value == MORE);
  }

  /// Whether an appointment in the diary is not cancelled.
  static Predicate isStanding(Variable diary) {
    return Predicate.among(diary, value -> value != NO_DATE && value != CANCELLED);
  }

  static int of(DealStatus status) {
    return STATUSES.indexOf(status);
  }
}
