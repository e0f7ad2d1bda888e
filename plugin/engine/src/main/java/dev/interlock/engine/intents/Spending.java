package dev.interlock.engine.intents;

import dev.interlock.core.run.CommandId;
import dev.interlock.crm.Crm;
import dev.interlock.engine.store.Intents;
import java.util.function.Consumer;
import java.util.function.Function;

/// The calls to the CRM that one command takes. They are stored for its run, together with whatever
/// is stored of the command next.
final class Spending {
  private final Means means;
  private final CommandId id;
  private int calls;

  Spending(Means means, CommandId id) {
    this.means = means;
    this.id = id;
  }

  /// Asks the CRM, and counts what it takes, whatever comes of it.
  <T> T on(Function<Crm, T> asked) {
    Crm crm = means.desk().crm();
    var made = crm.calls().counting(() -> asked.apply(crm));
    calls += made.calls();
    return made.result();
  }

  /// Those that are not stored yet.
  int calls() {
    return calls;
  }

  /// They are stored by now.
  void stored() {
    calls = 0;
  }

  /// Stores what becomes of the command, with the calls that it took.
  void with(Consumer<Intents> change) {
    int spent = calls;
    means
        .store()
        .write(tables -> {
          change.accept(tables.intents());
          if (spent > 0) {
            tables.runs().called(means.desk().id(), id.run(), spent);
          }
          return spent;
        })
        .join();
    stored();
  }
}
