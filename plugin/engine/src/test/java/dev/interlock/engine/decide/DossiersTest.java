package dev.interlock.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings.Past;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DossiersTest {
  private static final ContactId ANN = new ContactId("ann");
  private static final Duration DAY = Duration.ofDays(1);
  private static final NodeId STEP = new NodeId("hello");
  private static final CommandId COMMAND = new CommandId(new RunId("r1"), 1);

  private final Dossiers dossiers = new Dossiers();
  private final Dossiers.Shelf shelf = dossiers.shelf();

  private static Dossier of(ContactId contact) {
    return of(contact, 1);
  }

  private static Dossier of(ContactId contact, long version) {
    return of(contact, version, List.of(), new Standing.Commanded(STEP, COMMAND));
  }

  private static Dossier of(ContactId contact, long version, List<Past> ended, Standing standing) {
    var run = new Runs.Stored(Samples.run("r1", contact).at(standing), 1);
    return new Dossier(
        contact, version, "Ann", List.of(run), ended, Map.of(), List.of(), List.of());
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
    var much = Collections.nCopies(1_000, past);
    shelf.put(of(ANN, 1, much, new Standing.Commanded(STEP, COMMAND)), DAY);

    assertThat(shelf.take(ANN, DAY)).isEmpty();
  }

  @Test
  void areOfContactsForWhomSomethingIsBeingDone() {
    var hours = Duration.ofHours(2);
    var waiting = new Standing.Waiting(STEP, Samples.NOON, Samples.NOON.plus(hours));
    shelf.put(of(ANN, 1, List.of(), waiting), DAY);
    assertThat(shelf.take(ANN, DAY)).as("nothing for two hours").isEmpty();

    shelf.put(of(ANN, 1, List.of(), new Standing.Ready(STEP)), DAY);
    assertThat(shelf.take(ANN, DAY)).isPresent();
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
