package dev.interlock.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DossiersTest {
  private static final ContactId ANN = new ContactId("ann");
  private static final Duration DAY = Duration.ofDays(1);

  private final Dossiers dossiers = new Dossiers();
  private final Dossiers.Shelf shelf = dossiers.shelf();

  private static Dossier of(ContactId contact) {
    return new Dossier(contact, 1, "Ann", List.of(), List.of(), Map.of(), List.of(), List.of());
  }

  @Test
  void oneThatIsTakenOutIsGoneUntilItIsPutBack() {
    shelf.put(of(ANN), DAY);

    assertThat(shelf.look(ANN)).contains(of(ANN));
    assertThat(shelf.take(ANN, DAY)).contains(of(ANN));
    assertThat(shelf.take(ANN, DAY)).isEmpty();
  }

  @Test
  void oneWhoseMessagesDoNotGoBackFarEnoughIsOfNoUse() {
    shelf.put(of(ANN), DAY);
    assertThat(shelf.take(ANN, DAY.plusSeconds(1))).isEmpty();

    shelf.put(of(ANN), DAY);
    assertThat(shelf.take(ANN, DAY.minusSeconds(1))).isPresent();
  }

  @Test
  void whoIsErasedAndComesAgainFindsNothingOfBefore() {
    shelf.put(of(ANN), DAY);

    assertThat(dossiers.shelf().take(ANN, DAY)).isEmpty();
  }

  @Test
  void areOfFewContacts() {
    for (int number = 0; number < 2_000; number++) {
      shelf.put(of(new ContactId("contact" + number)), DAY);
    }

    assertThat(shelf.look(new ContactId("contact0"))).isEmpty();
    assertThat(shelf.look(new ContactId("contact1999"))).isPresent();
  }
}
