package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Found;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.engine.Operator.Answer;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Between what a person sees and what they order, a run goes on: an order that does not fit any
/// more is refused, and is neither said to be done nor kept as if it were.
class UnfitOrderTest {
  private static final NodeId HELLO = new NodeId("hello");
  private static final NodeId AGAIN = new NodeId("again");

  @TempDir Path folder;

  private static RunId only(Office office) {
    return office.run(ANN).summary().run();
  }

  private static Operator operator(Office office) {
    return office.engine.operator(HERE);
  }

  private static Answer refused(String why) {
    return new Answer.Refused(why);
  }

  @Test
  void whoListensIsNeitherResumedNorSettledNorTriedAgain() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      var run = only(office);

      assertThat(operator(office).resume(run, true, "Eve").join()).isEqualTo(refused("it listens"));
      assertThat(operator(office).settle(run, Optional.empty(), true, "Eve").join())
          .isEqualTo(refused("it listens"));
      assertThat(operator(office).retry(run, "Eve").join()).isEqualTo(refused("it listens"));
      assertThat(office.records().audit(HERE, 10)).isEmpty();

      operator(office).pause(run, "Eve").join();
      assertThat(operator(office).pause(run, "Max").join()).isEqualTo(refused("it is paused"));
      assertThat(office.records().audit(HERE, 10)).hasSize(1);
    }
  }

  @Test
  void anOrderToARunThatIsOverLeavesWhatWasRaisedToBeSeen() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.crm.answers(new Sent.Refused("forbidden", "no right to write tags"));
      office.crm.answers(new Sent.Refused("forbidden", "no right to write tags"));
      office.happens(reply(ANN, "yes"));
      assertThat(office.run(ANN).summary().proof()).contains(ProofState.UNVERIFIED);

      assertThat(operator(office).pause(only(office), "Eve").join())
          .isEqualTo(refused("it is over"));
      assertThat(operator(office).withdraw(only(office), "a mistake", "Eve").join())
          .isEqualTo(refused("it is over"));

      assertThat(office.records().attention(HERE)).hasSize(1);
      assertThat(office.records().audit(HERE, 10)).isEmpty();
    }
  }

  @Test
  void anExitThatHoldsIsNotLookedIntoAgain() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(reply(ANN, "yes"));

      assertThat(operator(office).retry(only(office), "Eve").join())
          .isEqualTo(refused("it is over"));
      assertThat(office.records().audit(HERE, 10)).isEmpty();
    }
  }

  @Test
  void whatWasFoundOutAboutOneMessageSettlesNoOther() {
    var contract = doing(sms("hello", "Hi"), sms("again", "Hi again"));
    try (var office = Office.opened(folder, contract)) {
      office.crm.answers(new Sent.InDoubt("a timeout"));
      office.crm.answers(new Sent.InDoubt("a timeout"));
      office.crm.finds(new Found.CannotTell("no history"));
      office.crm.finds(new Found.CannotTell("no history"));
      office.happens(missedCall(ANN));
      office.passes(Duration.ofMinutes(1));
      var run = only(office);
      operator(office).settle(run, Optional.of(HELLO), true, "Eve").join();
      office.passes(Duration.ofMinutes(1));
      assertThat(office.run(ANN).summary().place()).contains(AGAIN);
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.DOUBTFUL);

      var late = operator(office).settle(run, Optional.of(HELLO), true, "Max").join();

      assertThat(late).isEqualTo(refused("it has gone on to again, and is in doubt"));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.DOUBTFUL);
      operator(office).settle(run, Optional.of(AGAIN), false, "Max").join();
      office.settle();
      assertThat(office.crm.texts(ANN)).containsExactly("Hi again");
    }
  }

  @Test
  void aRunIsPausedAlsoWhileItWaitsForTheCrm() {
    var contract = doing(waitFor("pause", hours(1)), sms("hello", "Hi"));
    try (var office = Office.opened(folder, contract)) {
      office.happens(missedCall(ANN));
      office.crm.reads(new Read.TryLater<ContactSnapshot>(Duration.ofMinutes(10), "an outage"));
      office.passes(Duration.ofHours(1));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.WAITING);

      var pausing = operator(office).pause(only(office), "Eve");
      office.settle();

      assertThat(pausing).isCompletedWithValue(new Answer.Done());
      office.passes(Duration.ofHours(1));
      assertThat(office.crm.texts(ANN)).isEmpty();
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.PAUSED);
    }
  }
}
