package dev.interlock.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.crm.Crm.Detail;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlancesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ContactId ANN = new ContactId("ann");
  private static final ContactSnapshot READ = ContactSnapshot.gone(ANN, NOON);

  private final Glances glances = new Glances();

  @Test
  void lastForAMoment() {
    glances.keep(READ, Set.of(), NOON);

    assertThat(glances.of(ANN, Set.of(), NOON.plusSeconds(5))).contains(READ);
    assertThat(glances.of(ANN, Set.of(), NOON.plusSeconds(6))).isEmpty();
  }

  @Test
  void areOfNoUseOnceTheClockWasSetBack() {
    glances.keep(READ, Set.of(), NOON);

    assertThat(glances.of(ANN, Set.of(), NOON.minusSeconds(3600))).isEmpty();
  }

  @Test
  void areOfNoUseWhereMoreIsNeededThanWasRead() {
    glances.keep(READ, Set.of(Detail.DEALS), NOON);

    assertThat(glances.of(ANN, Set.of(Detail.DEALS), NOON)).contains(READ);
    assertThat(glances.of(ANN, Set.of(Detail.APPOINTMENTS), NOON)).isEmpty();
  }

  @Test
  void endWhenSomethingAboutTheContactChanges() {
    glances.keep(READ, Set.of(), NOON);
    glances.forget(ANN);

    assertThat(glances.of(ANN, Set.of(), NOON)).isEmpty();
  }

  @Test
  void areOfFewContacts() {
    for (int number = 0; number < 1_000; number++) {
      var contact = new ContactId("contact" + number);
      glances.keep(ContactSnapshot.gone(contact, NOON), Set.of(), NOON);
    }

    assertThat(glances.of(new ContactId("contact0"), Set.of(), NOON)).isEmpty();
    assertThat(glances.of(new ContactId("contact999"), Set.of(), NOON)).isPresent();
  }
}
