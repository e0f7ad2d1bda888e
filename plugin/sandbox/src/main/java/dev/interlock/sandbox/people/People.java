package dev.interlock.sandbox.people;

import dev.interlock.sandbox.time.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A number of simulated people.
///
/// @param seed decides when and in which words they react
/// @param haveCards whether the CRM gives cards in the first stage: to all who come through the
///   site, and to half of the callers
public record People(Seed seed, List<Person> all, boolean haveCards) {
  private static final Duration ARRIVALS = Duration.ofHours(10);

  /// Copies what it is given.
  public People {
    all = List.copyOf(all);
  }

  /// Exactly these people.
  public static People of(long seed, Person... people) {
    return new People(new Seed(seed), List.of(people), true);
  }

  /// A mixed crowd that appears over ten hours. From 16 people on every behaviour and every opening
  /// occurs in it.
  public static People crowd(long seed, int count) {
    var chance = new Seed(seed).about("crowd");
    var behaviours = behaviours(count, chance);
    var missing = EnumSet.allOf(Opening.class);
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) {
      var name = Names.draw(i, new Seed(seed));
      people.add(
          new Person(
              name.first(),
              name.last(),
              Names.phone(i),
              name.email(i),
              opening(behaviours.get(i), missing, chance),
              behaviours.get(i),
              Duration.ofSeconds(60 + chance.nextLong(ARRIVALS.toSeconds()))));
    }
    return new People(new Seed(seed), people, true);
  }

  /// The same people, for whom the CRM makes no cards.
  public People withoutCards() {
    return new People(seed, all, false);
  }

  private static List<Behaviour> behaviours(int count, RandomGenerator chance) {
    var every = Arrays.asList(Behaviour.values());
    var drawn = new ArrayList<Behaviour>();
    while (drawn.size() < count) {
      var round = new ArrayList<>(every);
      Collections.shuffle(round, Random.from(chance));
      drawn.addAll(round);
    }
    return List.copyOf(drawn.subList(0, count));
  }

  /// An opening that nobody had yet, as far as the behaviour allows; after that any.
  private static Opening opening(
      Behaviour behaviour, Set<Opening> missing, RandomGenerator chance) {
    var possible =
        Arrays.stream(Opening.values())
            .filter(opening -> opening != Opening.BOOKING || behaviour.fitsABooking())
            .toList();
    var drawn = possible.get(chance.nextInt(possible.size()));
    var chosen = possible.stream().filter(missing::contains).findFirst().orElse(drawn);
    missing.remove(chosen);
    return chosen;
  }
}
