package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.ANN;
import static dev.interlock.engine.store.Samples.BOB;
import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.NURTURE;
import static dev.interlock.engine.store.Samples.missedCall;
import static dev.interlock.engine.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Surroundings.Holder;
import org.junit.jupiter.api.Test;

/// What every store promises of lanes and of the messages that a contact got.
interface LanesContract {
  LaneName LANE = new LaneName("follow-up");
  RunId HOLDER = new RunId("r1");

  Store store();

  private void write(Store.Work<?> work) {
    store().write(work::in).join();
  }

  private void claim(String run, ContactId contact) {
    write(tables -> {
      tables.lanes().claim(HERE, contact, new Lanes.Claim(LANE, new RunId(run), 2), NOON);
      return true;
    });
  }

  private void addRuns() {
    write(tables -> {
      tables.runs().add(HERE, run("r1", ANN), NOON);
      tables.runs().add(HERE, run("r2", ANN, NURTURE), NOON);
      tables.runs().add(HERE, run("r3", BOB), NOON);
      return true;
    });
  }

  @Test
  default void aLaneHasOneHolderPerContact() {
    addRuns();
    claim("r1", ANN);
    claim("r3", BOB);

    assertThatThrownBy(() -> claim("r2", ANN)).hasCauseInstanceOf(ConflictException.class);
    assertThat(store().read((Tables tables) -> tables.lanes().holders(HERE, ANN)))
        .containsOnlyKeys(LANE)
        .containsValue(new Holder(HOLDER, Samples.TEXT_BACK, 2));
  }

  @Test
  default void aReleasedLaneIsFree() {
    addRuns();
    claim("r1", ANN);
    write(tables -> {
      tables.lanes().release(HERE, ANN, LANE);
      return true;
    });

    claim("r2", ANN);
  }

  @Test
  default void entrantsWaitWithTheMostImportantFirst() {
    var low = new Lanes.Entrant(NURTURE, missedCall("e1", ANN), LANE, 1);
    var high = new Lanes.Entrant(NURTURE, missedCall("e2", ANN), LANE, 5);
    write(tables -> {
      tables.lanes().await(HERE, low, NOON);
      tables.lanes().await(HERE, high, NOON.plusSeconds(1));
      return true;
    });
    assertThat(store().read((Tables tables) -> tables.lanes().entrants(HERE, ANN)))
        .containsExactly(high, low);
    assertThat(store().records().waiting(HERE, 1, false).entering())
        .singleElement()
        .satisfies(entry -> assertThat(entry.priority()).isEqualTo(5));

    write(tables -> {
      tables.lanes().settle(HERE, high);
      return true;
    });
    assertThat(store().read((Tables tables) -> tables.lanes().entrants(HERE, ANN)))
        .containsExactly(low);
  }

  @Test
  default void messagesAreCountedFromTheMomentTheyAreUnderWay() {
    addRuns();
    var command = new CommandId(HOLDER, 1);
    var entry = new Ledger.Entry(command, Channel.SMS, new PurposeName("greeting"), NOON);
    write(tables -> {
      tables.ledger().add(HERE, ANN, entry);
      return true;
    });
    assertThat(store().read((Tables tables) -> tables.ledger().since(HERE, ANN, NOON)))
        .containsExactly(entry);

    write(tables -> {
      tables.ledger().accepted(HERE, command, new MessageId("m1"), NOON);
      return true;
    });
    assertThat(
            store().read((Tables tables) -> tables.ledger().sender(HERE, ANN, new MessageId("m1"))))
        .contains(command);
    assertThat(store().read((Tables tables) -> tables.ledger().messages(HERE, ANN)))
        .containsExactly(new MessageId("m1"));
    assertThat(store().records().totals(HERE).messages()).isEqualTo(1);

    write(tables -> {
      tables.ledger().strike(HERE, command);
      return true;
    });
    assertThat(store().read((Tables tables) -> tables.ledger().since(HERE, ANN, NOON))).isEmpty();
  }
}
