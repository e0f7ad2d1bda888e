package dev.interlock.torture.crm;

import java.util.List;
import java.util.random.RandomGenerator;

/// How the CRM behaves for a while.
///
/// @param number another number, other mischief
/// @param share which part of the requests that change something goes wrong, 0 to 1; of those that
///   only read it is a third, or a start would hardly ever come to its end
/// @param isStormy whether there are moments at which all requests are too many
/// @param takesOrders whether anything that would change the CRM gets through
public record Weather(int number, double share, boolean isStormy, boolean takesOrders) {
  private static final List<Mischief> KINDS =
      List.of(
          Mischief.REFUSED,
          Mischief.CUT_BEFORE,
          Mischief.CUT_AFTER,
          Mischief.CUT_AFTER,
          Mischief.FAULT_AFTER,
          Mischief.FAULT_AFTER,
          Mischief.DONE_LATE,
          Mischief.STALLED,
          Mischief.DRIBBLED,
          Mischief.GARBLED);

  /// A CRM that does everything right.
  public static Weather calm() {
    return new Weather(0, 0, false, true);
  }

  /// A CRM that can be read and does nothing.
  public static Weather readOnly() {
    return new Weather(0, 0, false, false);
  }

  Mischief draw(boolean isOrder, RandomGenerator chance) {
    return chance.nextDouble() < (isOrder ? share : share / 3)
        ? KINDS.get(chance.nextInt(KINDS.size()))
        : Mischief.NONE;
  }
}
