package dev.interlock.simulation.life;

import dev.interlock.contract.model.Operation;
import dev.interlock.core.run.Run;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that the operation's declarations permit people, the calendar and the platform to do.
/// Attributes change only by their declared writers. Acts of automations are [Robots]' matter.
final class Offers {
  private final List<Offer> offers = new ArrayList<>();
  private int total;

  Offers(Repertoire repertoire, Suggestions suggestions, Values values) {
    Operation operation = repertoire.set().operation();
    new ContactOffers(operation, suggestions).addTo(this);
    new PeopleOffers(operation, values).addTo(this);
    new PlatformOffers(repertoire, suggestions).addTo(this);
  }

  /// One thing that can be done, if it can be done just now.
  interface Doing {
    List<Act> acts(Simulation now, Chance chance);
  }

  private record Offer(int weight, Doing doing) {}

  void offer(int weight, Doing doing) {
    offers.add(new Offer(weight, doing));
    total += weight;
  }

  void offer(int weight, Act act) {
    offer(weight, (_, _) -> List.of(act));
  }

  /// What happens next in the world: one act, or several at the same moment.
  List<Act> any(Simulation now, Chance chance) {
    for (int tries = 0; tries < 12; tries++) {
      List<Act> acts = drawn(chance.source().nextInt(total)).acts(now, chance);
      if (!acts.isEmpty()) {
        return acts;
      }
    }
    return List.of(new Act.Passes());
  }

  private Doing drawn(int number) {
    int upTo = 0;
    for (Offer offer : offers) {
      upTo += offer.weight();
      if (number < upTo) {
        return offer.doing();
      }
    }
    return offers.getLast().doing();
  }

  /// Which of its contract's runs it is.
  static int nth(Simulation now, Run run) {
    int count = 0;
    for (Run other : now.underWay()) {
      count += other.contract().equals(run.contract()) ? 1 : 0;
      if (other.id().equals(run.id())) {
        break;
      }
    }
    return count;
  }

  /// The moment at which a run's timer is due first.
  static Optional<Instant> nextAlarm(Simulation now) {
    return now.underWay().stream()
        .flatMap(run -> run.standing().alarm().stream())
        .min(Instant::compareTo);
  }
}
