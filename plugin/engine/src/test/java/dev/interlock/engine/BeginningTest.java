package dev.interlock.engine;

import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.event;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.crm.Found;
import dev.interlock.crm.Sent;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.intents.Patience;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.rounds.Looking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command begins with the decision that makes it, when it is its turn.
class BeginningTest {
  @TempDir Path folder;
  @TempDir Path after;

  private static DomainEvent gone() {
    return event(
        ANN,
        new Happening.ContactHappened(ContactChange.DELETED, Optional.empty()),
        Provenance.OUTSIDE);
  }

  @Test
  void aWebhookItsDecisionWithTheCommandAndTheOutcomeAreThreeUnitsOfWork() {
    try (var office = Office.opened(folder, textBack())) {
      office.settle();
      long before = office.units();

      office.happens(missedCall(ANN));

      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      assertThat(office.units() - before).isEqualTo(3);
    }
  }

  @Test
  void whatAnExitPromisesAndItsReadingBackAreOneUnitMoreEach() {
    var contract = doing(exit("done", SUCCESS).leaves(tag("kept")), addTag("called"));
    try (var office = Office.opened(folder, contract)) {
      office.settle();
      long before = office.units();

      office.happens(missedCall(ANN));

      assertThat(office.endings(ANN)).containsExactly("doing: done");
      assertThat(office.units() - before).isEqualTo(5);
    }
  }

  @Test
  void whatBeganIsLookedForAfterAPowerCutBeforeItIsTold() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.finds(new Found.NotYet("the index lags"));
      try (var survivor = cutBeforeTelling(office, 0, textBack())) {
        survivor.settle();
        assertThat(office.crm.texts(ANN)).isEmpty();

        survivor.passes(Duration.ofMinutes(5));
        assertThat(office.crm.texts(ANN)).hasSize(1);
        assertThat(survivor.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      }
    }
  }

  /// The power goes out when a command was stored as begun and the CRM was not told.
  ///
  /// @param done how many commands it does before
  private Office cutBeforeTelling(Office office, int done, Contract... contracts) {
    var survivor = new AtomicReference<Office>();
    for (int i = 0; i < done; i++) {
      office.crm.obeys();
      office.crm.interrupted(() -> {});
    }
    office.crm.answers(new Sent.Refused("lost", "the answer that nobody ever sees"));
    office.crm.interrupted(() -> survivor.set(office.afterPowerCut(after, contracts)));
    office.happens(missedCall(ANN));
    return survivor.get();
  }

  @Test
  void ofTwoCommandsOfAContactThePowerCutRepeatsNeither() {
    var contract = doing(sms("hello", "Hi"), sms("again", "Hi again"));
    try (var office = Office.opened(folder, contract)) {
      try (var survivor = cutBeforeTelling(office, 1, contract)) {
        survivor.passes(Duration.ofMinutes(5));

        assertThat(office.crm.texts(ANN)).containsExactly("Hi", "Hi again");
        assertThat(survivor.endings(ANN)).containsExactly("doing: done");
      }
    }
  }

  @Test
  void whatIsInLineAboutTheContactIsHeardBeforeACommandBegins() {
    try (var office = Office.opened(folder, textBack())) {
      office.inbound.namesAreUnknown.set(true);
      office.happens(missedCall(ANN));
      office.happens(gone());
      office.inbound.namesAreUnknown.set(false);

      office.passes(Duration.ofMinutes(1));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("text-back: withdrawn");
    }
  }

  @Test
  void whatTheSameDeliveryCallsOffDoesNotBegin() {
    try (var office = Office.opened(folder, textBack())) {
      office.arriveTogether(missedCall(ANN), gone());
      office.settle();

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.records().totals(HERE).messages()).isZero();
    }
  }

  @Test
  void whatTheCrmDoesNotAllowYetWaitsAndIsCalledOffMeanwhile() {
    var slow =
        EngineConfig.usual()
            .with(Looking.never())
            .with(new Pace(4, 1, 1, Patience.usual().jitter(0)));
    try (var office = Office.opened(folder, slow, textBack())) {
      office.happens(missedCall(BOB));
      office.happens(missedCall(ANN));
      assertThat(office.crm.texts(BOB)).hasSize(1);
      assertThat(office.crm.texts(ANN)).isEmpty();

      office.happens(gone());
      office.passes(Duration.ofSeconds(10));

      assertThat(office.crm.texts(ANN)).isEmpty();
    }
  }

  @Test
  void aRunThatIsPausedWhileItsCommandIsUnderWayBeginsNoFurtherOne() {
    try (var office = Office.opened(folder, doing(addTag("one"), addTag("two")))) {
      var pausing = new AtomicReference<Future<Operator.Answer>>();
      office.crm.interrupted(() -> {
        var run = office.run(ANN).summary().run();
        pausing.set(office.engine.operator(HERE).pause(run, "Eve"));
      });
      office.crm.answers(new Sent.TryLater(Duration.ofSeconds(5), "slow down", false));
      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));
      assertThat(pausing.get().resultNow()).isEqualTo(new Operator.Answer.Done());
      assertThat(office.crm.tags(ANN)).containsExactly("one");
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.PAUSED);

      office.engine.operator(HERE).resume(office.run(ANN).summary().run(), false, "Eve").join();
      office.settle();

      assertThat(office.endings(ANN)).containsExactly("doing: done");
      assertThat(office.crm.told()).hasSize(2);
    }
  }
}
