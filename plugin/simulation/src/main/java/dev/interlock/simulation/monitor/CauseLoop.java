package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Cause;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Origin;
import dev.interlock.simulation.Who;
import java.util.ArrayList;
import java.util.List;

/// Runs that begin one after the other, each by a contract's write or route or by an automation,
/// and by nothing that a person did.
///
/// The rule speaks of an endless course. Decided here: more beginnings in a row than any course
/// without a circle can have are taken for one, and twice as many as there are contracts, and
/// three, are more than enough. Any act of a person, and any date that comes, begins a new row.
record CauseLoop(ContractSet set) implements Monitor {
  @Override
  public String rule() {
    return "E-CAUSE-LOOP";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private int most() {
    return 3 + 2 * set.contracts().size();
  }

  private final class Way extends Reading {
    private final List<String> row = new ArrayList<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Told(_, Origin.Person _, _) -> row.clear();
        case Fact.Began(var who, _, var cause) -> began(who, cause);
        case Fact _ -> {}
      }
    }

    private void began(Who who, Cause cause) {
      if (!cause.origin().isMachine()) {
        row.clear();
        return;
      }
      row.add(who.contract().text());
      if (row.size() > most()) {
        breachOnce(
            "loop",
            row.stream().distinct().sorted().toList(),
            "",
            "%d runs in a row were begun by no person: %s"
                .formatted(row.size(), String.join(" -> ", row)));
      }
    }
  }
}
