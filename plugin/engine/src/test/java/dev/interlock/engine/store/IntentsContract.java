package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.ANN;
import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.THERE;
import static dev.interlock.engine.store.Samples.run;
import static dev.interlock.engine.store.Samples.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.SettingName;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Deed;
import dev.interlock.engine.store.Intents.Due;
import dev.interlock.engine.store.Intents.Intent;
import dev.interlock.engine.store.Intents.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What every store promises of commands.
interface IntentsContract {
  RunId RUN = new RunId("r1");
  CommandId FIRST = new CommandId(RUN, 1);
  CommandId SECOND = new CommandId(RUN, 2);
  Deed HELLO = new Deed.SendSms("Hi Ann");
  Outcome DONE = new Outcome.Done(Optional.of(new MessageId("m1")), Optional.empty());

  Store store();

  private <T> T intents(Function<Intents, T> work) {
    return store().write(tables -> work.apply(tables.intents())).join();
  }

  private boolean claim(CommandId command) {
    return intents(intents -> intents.claim(HERE, command, Optional.of(HELLO), NOON));
  }

  private List<CommandId> due() {
    return store().read((Tables tables) -> tables.intents().due(HERE, NOON, 10)).stream()
        .map(Due::command)
        .toList();
  }

  private Intent find(CommandId command) {
    return store().read((Tables tables) -> tables.intents().find(HERE, command)).orElseThrow();
  }

  private void addTwo() {
    store()
        .write(tables -> {
          tables.runs().add(HERE, run("r1", ANN), NOON);
          tables.intents().add(HERE, say(RUN, 1), NOON);
          tables.intents().add(HERE, say(RUN, 2), NOON);
          return true;
        })
        .join();
  }

  @Test
  default void aCommandIsFoundAsItWasAdded() {
    addTwo();

    Intent intent = find(FIRST);

    assertThat(intent.command()).isEqualTo(say(RUN, 1));
    assertThat(intent.state()).isEqualTo(State.PENDING);
    assertThat(intent.deed()).isEmpty();
  }

  @Test
  default void theSameCommandIsStoredOnce() {
    addTwo();

    assertThatThrownBy(() ->
            store()
                .write(tables -> {
                  tables.intents().add(HERE, say(RUN, 1), NOON);
                  return true;
                })
                .join())
        .hasCauseInstanceOf(ConflictException.class);
  }

  @Test
  default void whatGoesElsewhereIsDueByItself() {
    var call = new Command.Perform(new Action.CallWebhook(new SettingName("hook"), List.of()));
    store()
        .write(tables -> {
          tables.runs().add(HERE, run("r1", ANN), NOON);
          tables.intents().add(HERE, new Command(FIRST, "call", 0, call), NOON);
          tables.intents().add(HERE, say(RUN, 2), NOON);
          return true;
        })
        .join();
    assertThat(due()).isEmpty();
    assertThat(find(FIRST).isForElsewhere()).isTrue();
    assertThat(store().read((Tables tables) -> tables.intents().dueElsewhere(HERE, NOON, 10)))
        .extracting(Due::command)
        .containsExactly(FIRST);

    claim(FIRST);
    done(FIRST);
    assertThat(due()).containsExactly(SECOND);
  }

  @Test
  default void commandsOfARunAreDueOneAfterTheOther() {
    addTwo();
    assertThat(due()).containsExactly(FIRST);

    claim(FIRST);
    assertThat(due()).isEmpty();

    done(FIRST);
    assertThat(due()).containsExactly(SECOND);
    assertThat(store().read((Tables tables) -> tables.intents().due(THERE, NOON, 10))).isEmpty();
  }

  private void done(CommandId command) {
    intents(intents -> {
      intents.done(HERE, command, DONE, NOON);
      return true;
    });
  }

  private boolean begin(int number) {
    return intents(
        intents -> intents.begin(HERE, say(RUN, number), Optional.of(HELLO), NOON, NOON));
  }

  @Test
  default void aCommandThatBeginsIsClaimedFromTheStart() {
    store()
        .write(tables -> {
          tables.runs().add(HERE, run("r1", ANN), NOON);
          return true;
        })
        .join();

    assertThat(begin(1)).isTrue();

    assertThat(due()).isEmpty();
    assertThat(find(FIRST))
        .satisfies(intent -> assertThat(intent.state()).isEqualTo(State.CLAIMED))
        .satisfies(intent -> assertThat(intent.deed()).contains(HELLO))
        .satisfies(intent -> assertThat(intent.triedAt()).contains(NOON));
    assertThat(claim(FIRST)).isFalse();
    int doubted = intents(intents -> intents.doubtAllClaimed(HERE, NOON));
    assertThat(doubted).isOne();
  }

  @Test
  default void aCommandBehindAnotherOfItsRunDoesNotBegin() {
    addTwo();

    assertThat(begin(3)).isFalse();

    var third = new CommandId(RUN, 3);
    assertThat(find(third).state()).isEqualTo(State.PENDING);
    assertThat(find(third).deed()).isEmpty();
    assertThat(find(third).triedAt()).isEmpty();
    done(FIRST);
    done(SECOND);
    assertThat(due()).containsExactly(third);
  }

  @Test
  default void whatACommandWaitsBehindIsHastenedWithIt() {
    addTwo();
    intents(intents -> {
      intents.postpone(HERE, FIRST, 0, NOON.plusSeconds(60));
      return true;
    });
    assertThat(due()).isEmpty();

    intents(intents -> {
      intents.hasten(HERE, SECOND, NOON);
      return true;
    });

    assertThat(due()).containsExactly(FIRST);
  }

  @Test
  default void aCommandIsClaimedOnce() {
    addTwo();

    assertThat(claim(FIRST)).isTrue();
    assertThat(claim(FIRST)).isFalse();
    assertThat(find(FIRST).deed()).contains(HELLO);
  }

  @Test
  default void anOutcomeIsTakenOnce() {
    addTwo();
    claim(FIRST);
    done(FIRST);

    assertThatThrownBy(() -> done(FIRST)).hasCauseInstanceOf(ConflictException.class);
    assertThat(find(FIRST).outcome()).contains(DONE);
  }

  @Test
  default void whatAFormerProcessHadClaimedIsInDoubt() {
    addTwo();
    claim(FIRST);

    int doubtful = intents(intents -> intents.doubtAllClaimed(HERE, NOON));

    assertThat(doubtful).isEqualTo(1);
    assertThat(find(FIRST).state()).isEqualTo(State.IN_DOUBT);
    assertThat(due()).containsExactly(FIRST);
  }

  @Test
  default void aPostponedCommandIsDueLater() {
    addTwo();
    claim(FIRST);
    intents(intents -> {
      intents.postpone(HERE, FIRST, 1, NOON.plusSeconds(5));
      return true;
    });

    assertThat(due()).isEmpty();
    assertThat(store().read((Tables tables) -> tables.intents().nextDue(HERE, NOON)))
        .contains(NOON.plusSeconds(5));
    assertThat(find(FIRST).attempts()).isEqualTo(1);
  }

  @Test
  default void whatWaitsForLaterWaitsNoLongerOnceItIsHastened() {
    addTwo();
    intents(intents -> {
      intents.postpone(HERE, FIRST, 1, NOON.plusSeconds(5));
      return true;
    });
    assertThat(due()).isEmpty();

    intents(intents -> {
      intents.hasten(HERE, FIRST, NOON);
      return true;
    });

    assertThat(due()).containsExactly(FIRST);
    assertThat(find(FIRST).attempts()).as("it counts on").isEqualTo(1);
  }

  @Test
  default void aDroppedCommandIsNeverDueAgain() {
    addTwo();

    assertThat(intents((Intents intents) -> intents.drop(HERE, FIRST, NOON))).isTrue();
    assertThat(claim(FIRST)).isFalse();
    assertThat(due()).containsExactly(SECOND);
  }

  @Test
  default void whatTheCrmIsBeingToldIsNotDropped() {
    addTwo();
    claim(FIRST);

    assertThat(intents((Intents intents) -> intents.drop(HERE, FIRST, NOON))).isFalse();
    assertThat(intents((Intents intents) -> intents.dropOpen(HERE, RUN, NOON)))
        .containsExactly(SECOND);
  }

  @Test
  default void whatWasTriedLatelyIsFoundByContact() {
    addTwo();
    claim(FIRST);

    assertThat(store().read((Tables tables) -> tables.intents().tried(HERE, ANN, NOON)))
        .extracting(Intent::deed)
        .containsExactly(Optional.of(HELLO));
    assertThat(
            store().read((Tables tables) -> tables.intents().tried(HERE, ANN, NOON.plusSeconds(1))))
        .isEmpty();
  }
}
