package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.Contract;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Read;
import dev.interlock.engine.Operator.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever gives an order while the engine stops is answered at once, and truly.
class StoppingTest {
  private static final NodeId PAUSE = new NodeId("pause");

  @TempDir Path folder;

  private static Contract contract() {
    return doing(waitFor("pause", hours(1)), sms("hello", "Hi"));
  }

  private static RunId only(Office office) {
    return office.run(ANN).summary().run();
  }

  /// An order behind something about the contact that waits for the CRM.
  private static CompletableFuture<Answer> waiting(Office office) {
    office.happens(missedCall(ANN));
    office.crm.reads(new Read.TryLater<ContactSnapshot>(Duration.ofMinutes(10), "an outage"));
    office.passes(Duration.ofHours(1));
    return skipping(office);
  }

  private static CompletableFuture<Answer> skipping(Office office) {
    return office.engine.operator(HERE).skip(only(office), PAUSE, "They rang", "Eve");
  }

  private static void saysThatItStops(CompletableFuture<Answer> answer) {
    assertThat(answer)
        .isCompletedWithValueMatching(one ->
            one instanceof Answer.NotNow(_, var reason)
                && reason.equals("it is stopping; give the order again after the start"));
  }

  @Test
  void anOrderWhoseTurnHasNotComeIsAnsweredAndNeverCarriedOut() {
    try (var office = Office.opened(folder, contract())) {
      var order = waiting(office);
      assertThat(order).isNotDone();

      office.engine.stopOrders();

      saysThatItStops(order);
      saysThatItStops(skipping(office));
      office.passes(Duration.ofMinutes(10));
      assertThat(office.records().audit(HERE, 10)).isEmpty();
    }
  }

  @Test
  void soItIsWhereTheEngineIsClosedWithoutAWord() {
    CompletableFuture<Answer> order;
    try (var office = Office.opened(folder, contract())) {
      order = waiting(office);
    }

    saysThatItStops(order);
  }
}
