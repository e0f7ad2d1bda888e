package dev.interlock.app.fleet;

import dev.interlock.core.run.RunId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Orders all runs of an account withdrawn, however many there are.
///
/// @param underWay so many of the runs that are under way, or all of them where there are fewer
/// @param order has one withdrawn, now or soon: it may be under way for a while
/// @param atOnce how many are asked for at the same time
record Withdrawal(IntFunction<List<RunId>> underWay, Consumer<RunId> order, int atOnce) {

  /// Orders them.
  ///
  /// @return how many there were
  int all() {
    Set<RunId> ordered = new HashSet<>();
    while (true) {
      // those that were ordered may all be under way still: any more are others
      List<RunId> more =
          underWay.apply(ordered.size() + atOnce).stream().filter(ordered::add).toList();
      if (more.isEmpty()) {
        return ordered.size();
      }
      more.forEach(order);
    }
  }
}
