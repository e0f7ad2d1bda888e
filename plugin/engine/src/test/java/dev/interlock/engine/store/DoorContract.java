package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.ANN;
import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.THERE;
import static dev.interlock.engine.store.Samples.delivery;
import static dev.interlock.engine.store.Samples.missedCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Remembered;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every store promises of deliveries, events and what is known of contacts.
interface DoorContract {
  Store store();

  private void write(Store.Work<?> work) {
    store().write(work::in).join();
  }

  private Optional<Long> put(InstallationId installation, String id) {
    return store().write(tables -> tables.inbox().put(installation, delivery(id, "ann"))).join();
  }

  @Test
  default void aDeliveryIsAcceptedOnceEvenWhenItHasLongBeenWorkedOn() {
    long number = put(HERE, "d1").orElseThrow();
    write(tables -> {
      tables.inbox().remove(HERE, number);
      return true;
    });

    assertThat(put(HERE, "d1")).isEmpty();
    assertThat(put(THERE, "d1")).isPresent();
  }

  @Test
  default void deliveriesWaitInTheOrderInWhichTheyCame() {
    put(HERE, "d1");
    long second = put(HERE, "d2").orElseThrow();
    put(HERE, "d3");

    List<Inbox.Ticket> waiting =
        store().read((Tables tables) -> tables.inbox().waiting(HERE, second - 1, 9));

    assertThat(waiting).extracting(Inbox.Ticket::number).isSorted().startsWith(second).hasSize(2);
    assertThat(store().read((Tables tables) -> tables.inbox().depth(HERE))).isEqualTo(3);
    assertThat(store().read((Tables tables) -> tables.inbox().find(HERE, second)))
        .contains(delivery("d2", "ann"));
  }

  @Test
  default void aDeliveryIsWorkedOnOnce() {
    long number = put(HERE, "d1").orElseThrow();
    Store.Work<Boolean> remove =
        tables -> {
          tables.inbox().remove(HERE, number);
          return true;
        };
    write(remove);

    assertThatThrownBy(() -> write(remove)).hasCauseInstanceOf(ConflictException.class);
  }

  @Test
  default void whatIsSetAsideWaitsNoLonger() {
    long number = put(HERE, "d1").orElseThrow();
    write(tables -> {
      tables.inbox().setAside(HERE, number, "not to be understood");
      return true;
    });

    assertThat(store().read((Tables tables) -> tables.inbox().waiting(HERE, 0, 9))).isEmpty();
    assertThat(store().records().totals(HERE).setAside()).isEqualTo(1);
  }

  @Test
  default void whatWasSetAsideIsTakenUpOnceAndWaitsBehindAllOthers() {
    long number = put(HERE, "d1").orElseThrow();
    write(tables -> {
      tables.inbox().setAside(HERE, number, "not to be understood");
      return true;
    });
    long later = put(HERE, "d2").orElseThrow();
    assertThat(store().records().setAside(HERE))
        .singleElement()
        .satisfies(aside -> assertThat(aside.trouble()).isEqualTo("not to be understood"));
    Store.Work<Boolean> takeUp = tables -> tables.inbox().takeUp(HERE, number);

    assertThat(store().write(takeUp).join()).isTrue();
    assertThat(store().write(takeUp).join()).isFalse();

    assertThat(store().records().setAside(HERE)).isEmpty();
    assertThat(store().read((Tables tables) -> tables.inbox().waiting(HERE, number, 9)))
        .hasSize(2)
        .first()
        .satisfies(ticket -> assertThat(ticket.number()).isEqualTo(later));
  }

  @Test
  default void anEventIsHeardOnce() {
    Store.Work<Boolean> hear =
        tables -> {
          tables.events().add(HERE, missedCall("e1", ANN), "a call was missed", NOON);
          return true;
        };
    write(hear);

    assertThat(store().read((Tables tables) -> tables.events().known(HERE, Set.of("e1", "e2"))))
        .containsExactly("e1");
    assertThatThrownBy(() -> write(hear)).hasCauseInstanceOf(ConflictException.class);
  }

  @Test
  default void whoeverDecidesOnAnOldVersionOfAContactHasToDecideAgain() {
    Store.Work<Boolean> first =
        tables -> {
          tables.contacts().advance(HERE, ANN, 0);
          return true;
        };
    write(first);

    assertThatThrownBy(() -> write(first)).hasCauseInstanceOf(ConflictException.class);
    write(tables -> {
      tables.contacts().advance(HERE, ANN, 1);
      return true;
    });
    assertThat(store().read((Tables tables) -> tables.contacts().find(HERE, ANN)).version())
        .isEqualTo(2);
  }

  @Test
  default void whatIsRememberedOfAContactIsFoundAgain() {
    Remembered tagged =
        new Remembered(
            Known.said(Set.of(new TagName("vip"))), Map.of(), Map.of(), Map.of(), Map.of());
    write(tables -> {
      tables.contacts().advance(HERE, ANN, 0);
      tables.contacts().remember(HERE, ANN, tagged);
      tables.contacts().name(HERE, ANN, "Ann Smith");
      return true;
    });

    assertThat(store().read((Tables tables) -> tables.contacts().find(HERE, ANN)))
        .isEqualTo(new Contacts.Stored(1, tagged, "Ann Smith"));
  }

  @Test
  default void introducingAContactThatIsKnownChangesNothing() {
    write(tables -> {
      tables.contacts().advance(HERE, ANN, 0);
      tables.contacts().introduce(HERE, ANN, Remembered.nothing(), "Somebody else");
      return true;
    });

    assertThat(store().read((Tables tables) -> tables.contacts().find(HERE, ANN)).name()).isEmpty();
  }
}
