package dev.interlock.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.Surroundings.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DossiersTest {
  private static final ContactId ANN = new ContactId("ann");
  private static final Duration DAY = Duration.ofDays(1);

  private final Dossiers dossiers = new Dossiers();
  private final Dossiers.Shelf shelf = dossiers.shelf();

  private static Dossier of(ContactId contact) {
    return of(contact, 1);
  }

  private static Dossier of(ContactId contact, long version) {
    return new Dossier(
        contact, version, "Ann", List.of(), List.of(), Map.of(), List.of(), List.of());
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
  void whoComesLateDoesNotReplaceANewerOne() {
    shelf.put(of(ANN, 3), DAY);
    shelf.put(of(ANN, 2), DAY);
    assertThat(shelf.take(ANN, DAY)).contains(of(ANN, 3));

    shelf.put(of(ANN, 3), DAY);
    shelf.put(of(ANN, 4), DAY);
    assertThat(shelf.take(ANN, DAY)).contains(of(ANN, 4));
  }

  @Test
  void areOfContactsToWhomLittleHasHappened() {
    var past = new Past(new ContractId("hello"), "", new ExitName("done"), Instant.EPOCH);
    var much =
        new Dossier(
            ANN,
            1,
            "Ann",
            List.of(),
            Collections.nCopies(1_000, past),
            Map.of(),
            List.of(),
            List.of());
    shelf.put(much, DAY);

    assertThat(shelf.take(ANN, DAY)).isEmpty();
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
