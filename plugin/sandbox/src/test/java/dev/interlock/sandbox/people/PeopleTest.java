package dev.interlock.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PeopleTest {
  @Test
  void inACrowdEveryBehaviourAndEveryOpeningOccurs() {
    for (long seed = 0; seed < 200; seed++) {
      var crowd = People.crowd(seed, 40).all();

      assertThat(crowd).hasSize(40);
      assertThat(crowd).extracting(Person::behaviour).contains(Behaviour.values());
      assertThat(crowd).extracting(Person::opening).contains(Opening.values());
    }
  }

  @Test
  void aCrowdIsTheSameForTheSameSeed() {
    assertThat(People.crowd(7, 40)).isEqualTo(People.crowd(7, 40));
    assertThat(People.crowd(7, 40)).isNotEqualTo(People.crowd(8, 40));
  }

  @Test
  void nobodyInACrowdCanExist() {
    assertThat(People.crowd(7, 400).all())
        .allSatisfy(person -> {
          assertThat(person.phone()).matches("\\+1[2-9]\\d{2}55501\\d{2}");
          assertThat(person.email()).matches("[a-z.]+\\d+@mail\\.example");
        });
  }

  @Test
  void noTwoInACrowdAreAlike() {
    var crowd = People.crowd(7, 1600).all();

    assertThat(new HashSet<>(crowd.stream().map(Person::name).toList())).hasSize(1600);
    assertThat(new HashSet<>(crowd.stream().map(Person::phone).toList())).hasSize(1600);
    assertThat(new HashSet<>(crowd.stream().map(Person::email).toList())).hasSize(1600);
  }

  @Test
  void whoeverBooksFirstDoesNotBehaveAsIfTheyHadNot() {
    assertThat(People.crowd(7, 400).all())
        .filteredOn(person -> person.opening() == Opening.BOOKING)
        .allMatch(person -> person.behaviour().fitsABooking());
  }

  @Test
  void everyBehaviourHasWords() {
    assertThat(Behaviour.values()).allMatch(behaviour -> !behaviour.words().isEmpty());
  }
}
