package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Found;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.AuditLine;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators order, and what is kept of it.
class OperatorTest {
  private static final NodeId HELLO = new NodeId("hello");
  private static final ContractId TEXT_BACK = new ContractId("text-back");

  @TempDir Path folder;

  private static RunId only(Office office) {
    return office.run(ANN).summary().run();
  }

  private static Operator operator(Office office) {
    return office.engine.operator(HERE);
  }

  @Test
  void aPausedRunHearsTheAnswerWhenItGoesOn() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      operator(office).pause(only(office), "Eve").join();
      office.happens(reply(ANN, "yes"));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.PAUSED);

      operator(office).resume(only(office), false, "Eve").join();
      office.settle();

      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
      assertThat(office.records().audit(HERE, 10))
          .extracting(AuditLine::what)
          .containsExactly("resumed the run", "paused the run");
    }
  }

  @Test
  void aPausedRunMissesItsTimeUnlessTheTimeIsShifted() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      operator(office).pause(only(office), "Eve").join();
      office.passes(Duration.ofDays(2));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.PAUSED);

      operator(office).resume(only(office), true, "Eve").join();
      office.settle();
      assertThat(office.engine.nextAlarm()).contains(NOON.plus(Duration.ofDays(3)));

      office.passes(Duration.ofDays(1));
      assertThat(office.endings(ANN)).containsExactly("text-back: cold");
    }
  }

  @Test
  void aWithdrawnRunFreesItsLane() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));

      var answer = operator(office).withdraw(only(office), "a mistake", "Eve").join();
      office.settle();

      assertThat(answer).isEqualTo(new Operator.Answer.Done());
      assertThat(office.endings(ANN)).containsExactly("text-back: withdrawn");
      assertThat(office.records().lanes(HERE)).isEmpty();
    }
  }

  @Test
  void aMessageInDoubtOfAWithdrawnRunIsNotSentAfterAll() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.InDoubt("a timeout"));
      office.happens(missedCall(ANN));

      operator(office).withdraw(only(office), "a mistake", "Eve").join();
      office.passes(Duration.ofHours(1));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("text-back: withdrawn");
      assertThat(office.engine.nextAlarm()).isEmpty();
    }
  }

  private Office inDoubt() {
    Office office = Office.opened(folder, textBack());
    office.crm.answers(new Sent.InDoubt("a timeout"));
    office.crm.finds(new Found.CannotTell("no history"));
    office.happens(missedCall(ANN));
    office.passes(Duration.ofMinutes(1));
    return office;
  }

  @Test
  void whoeverSaysThatItHappenedLetsTheRunGoOn() {
    try (var office = inDoubt()) {
      operator(office).settle(only(office), Optional.empty(), true, "Eve").join();
      office.settle();

      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.records().attention(HERE)).isEmpty();
    }
  }

  @Test
  void whoeverSaysThatItDidNotHappenLetsItBeDone() {
    try (var office = inDoubt()) {
      operator(office).settle(only(office), Optional.empty(), false, "Eve").join();
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
    }
  }

  @Test
  void aMessageThatTheCrmHadNoTimeForIsTriedAtOnce() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.TryLater(Duration.ofHours(3), "slow down", false));
      office.happens(missedCall(ANN));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.HELD);

      operator(office).retry(only(office), "Eve").join();
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
    }
  }

  @Test
  void aTaskThatTheCrmHadNoTimeForIsTriedAtOnce() {
    try (var office = Office.opened(folder, doing(addTag("called")))) {
      office.crm.answers(new Sent.TryLater(Duration.ofHours(3), "slow down", false));
      office.happens(missedCall(ANN));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.COMMANDED);

      operator(office).retry(only(office), "Eve").join();
      office.settle();

      assertThat(office.crm.tags(ANN)).containsExactly("called");
      assertThat(office.endings(ANN)).containsExactly("doing: done");
    }
  }

  private Office endedWithoutProof() {
    Office office = Office.opened(folder, textBack());
    office.happens(missedCall(ANN));
    office.crm.answers(new Sent.Refused("forbidden", "no right to write tags"));
    office.crm.answers(new Sent.Refused("forbidden", "no right to write tags"));
    office.happens(reply(ANN, "yes"));
    assertThat(office.run(ANN).summary().proof()).contains(ProofState.UNVERIFIED);
    assertThat(office.records().attention(HERE)).hasSize(1);
    return office;
  }

  @Test
  void anExitThatCouldNotBeMadeTrueIsMadeTrueLater() {
    try (var office = endedWithoutProof()) {
      var endedAt = office.run(ANN).summary().endedAt();
      office.passes(Duration.ofHours(2));

      operator(office).retry(only(office), "Eve").join();
      office.settle();

      assertThat(office.crm.tags(ANN)).containsExactly("warm");
      assertThat(office.run(ANN).summary().proof()).contains(ProofState.VERIFIED);
      assertThat(office.run(ANN).summary().endedAt()).isEqualTo(endedAt);
      assertThat(office.records().attention(HERE)).isEmpty();
      assertThat(office.records().lanes(HERE)).isEmpty();
    }
  }

  @Test
  void anExitIsNotMadeTrueWhileTheWorkflowIsUnderWayAgain() {
    try (var office = endedWithoutProof()) {
      var first = only(office);
      office.passes(Duration.ofHours(2));
      office.happens(missedCall(ANN));

      var answer = operator(office).retry(first, "Eve").join();
      office.settle();

      assertThat(answer).isInstanceOf(Operator.Answer.Refused.class);
      assertThat(office.records().attention(HERE)).as("somebody still has to look").hasSize(1);
      assertThat(office.crm.tags(ANN)).isEmpty();
      assertThat(office.endings(ANN))
          .containsExactlyInAnyOrder("text-back: answered", "text-back: AWAITING");
    }
  }

  @Test
  void aStepThatIsLeftOutIsNotDoneLater() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.TryLater(Duration.ofSeconds(20), "slow down", false));
      office.happens(missedCall(ANN));

      operator(office).skip(only(office), HELLO, "they were called", "Eve").join();
      office.passes(Duration.ofHours(1));

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      var late = operator(office).skip(only(office), HELLO, "they were called", "Eve").join();
      assertThat(late)
          .isEqualTo(new Operator.Answer.Refused("it has gone on to answer, and listens"));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);

      var answer = new NodeId("answer");
      operator(office).skip(only(office), answer, "they do not answer", "Eve").join();
      office.settle();
      assertThat(office.endings(ANN)).containsExactly("text-back: cold");
      assertThat(office.records().audit(HERE, 1))
          .extracting(AuditLine::what)
          .containsExactly("had the run go on: they do not answer");
    }
  }

  private static void skipsHello(Office office) {
    var skipped = operator(office).skip(only(office), HELLO, "they were called", "Eve").join();
    assertThat(skipped).isEqualTo(new Operator.Answer.Done());
    office.settle();
  }

  private Office greetingTwice(Sent first) {
    var contract =
        doing(sms("hello", "Hi").purpose("greeting"), sms("again", "Hi again").purpose("greeting"));
    var office = Office.opened(folder, contract);
    office.crm.answers(first);
    office.happens(missedCall(ANN));
    assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.COMMANDED);
    return office;
  }

  @Test
  void aMessageThatIsLeftOutDoesNotCountAgainstTheNext() {
    try (var office =
        greetingTwice(new Sent.TryLater(Duration.ofSeconds(20), "slow down", false))) {
      skipsHello(office);

      assertThat(office.crm.texts(ANN)).containsExactly("Hi again");
      assertThat(office.endings(ANN)).containsExactly("doing: done");
    }
  }

  @Test
  void aMessageInDoubtThatIsLeftOutCountsAgainstTheNext() {
    try (var office = greetingTwice(new Sent.InDoubt("a timeout"))) {
      skipsHello(office);

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.endings(ANN)).containsExactly("doing: done");
    }
  }

  @Test
  void whatFollowsAStepThatIsLeftOutBeginsWithTheOrder() {
    try (var office = Office.opened(folder, doing(sms("hello", "Hi"), addTag("called")))) {
      office.crm.answers(new Sent.TryLater(Duration.ofSeconds(20), "slow down", false));
      office.happens(missedCall(ANN));
      long before = office.units();

      skipsHello(office);

      assertThat(office.endings(ANN)).containsExactly("doing: done");
      assertThat(office.units() - before).as("the order, and the outcome").isEqualTo(2);
    }
  }

  @Test
  void whatIsTriedNowDoesNotWaitForADoubtBeforeIt() {
    try (var office = Office.opened(folder, doing(sms("hello", "Hi"), addTag("called")))) {
      office.crm.answers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.DidNot());
      office.happens(missedCall(ANN));
      skipsHello(office);
      assertThat(office.crm.tags(ANN)).as("the doubt comes first").isEmpty();

      operator(office).retry(only(office), "Eve").join();
      office.settle();

      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.crm.tags(ANN)).containsExactly("called");
      assertThat(office.endings(ANN)).containsExactly("doing: done");
    }
  }

  @Test
  void aWebhookThatWasSetAsideIsWorkedOnAgain() {
    try (var office = Office.opened(folder, textBack())) {
      office.inbound.garbles.set(true);
      office.happens(missedCall(ANN));
      var aside = office.records().setAside(HERE).getFirst();
      assertThat(aside.about()).isEqualTo(ANN);
      assertThat(office.records().attention(HERE)).hasSize(1);

      operator(office).retryDelivery(aside.number(), "Eve").join();
      office.settle();
      assertThat(office.records().setAside(HERE)).as("still not understood").hasSize(1);

      office.inbound.garbles.set(false);
      long number = office.records().setAside(HERE).getFirst().number();
      operator(office).retryDelivery(number, "Eve").join();
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.records().setAside(HERE)).isEmpty();
      assertThat(office.records().attention(HERE)).isEmpty();
      assertThat(office.inboxDepth()).as("who waits").isZero();
      assertThatThrownBy(() -> operator(office).retryDelivery(number, "Eve").join())
          .hasRootCauseInstanceOf(EngineException.class);
    }
  }

  @Test
  void aContractIsStartedByHandForWhoeverItAdmits() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.losesPhone(BOB);

      operator(office).start(TEXT_BACK, ANN, "Eve").join();
      operator(office).start(TEXT_BACK, BOB, "Eve").join();
      office.settle();

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.refusals(BOB)).containsExactly("text-back: filter");
      assertThat(office.records().audit(HERE, 10)).hasSize(2);
    }
  }

  @Test
  void whatIsNotThereCannotBeOrdered() {
    try (var office = Office.opened(folder, textBack())) {
      var unknown = new RunId("nobody");

      assertThatThrownBy(() -> operator(office).pause(unknown, "Eve").join())
          .hasRootCauseInstanceOf(EngineException.class);
      assertThatThrownBy(() -> operator(office).start(new ContractId("x"), ANN, "Eve").join())
          .hasRootCauseInstanceOf(EngineException.class);
      assertThatThrownBy(() -> office.engine.operator(new InstallationId("elsewhere")))
          .isInstanceOf(EngineException.class);
    }
  }

  @Test
  void anOrderThatCannotBeGivenNowSaysSo() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.reads(new Read.TryLater<ContactSnapshot>(Duration.ofSeconds(30), "an outage"));

      var answer = operator(office).start(TEXT_BACK, ANN, "Eve").join();

      assertThat(answer).isInstanceOf(Operator.Answer.NotNow.class);
      assertThat(office.records().audit(HERE, 10)).isEmpty();
    }
  }
}
