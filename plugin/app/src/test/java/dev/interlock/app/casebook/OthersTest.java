package dev.interlock.app.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.engine.read.ForeignCount;
import dev.interlock.handbook.story.OperationView.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class OthersTest {
  @Test
  void saysNothingWhereNobodyDidAnything() {
    assertThat(new Others(List.of()).facts()).isEmpty();
  }

  @Test
  void tellsWhoWroteAndWhoChangedSomethingHowOften() {
    var counts =
        List.of(
            new ForeignCount(Hand.AUTOMATION, HandAct.MESSAGED, 2),
            new ForeignCount(Hand.AUTOMATION, HandAct.CHANGED_TAG, 4),
            new ForeignCount(Hand.OTHER_APP, HandAct.MESSAGED, 1));

    assertThat(new Others(counts).facts())
        .containsExactly(
            Fact.of(
                "Others wrote to contacts under contract",
                "3 in the last 7 days: automation 2, another app 1"),
            Fact.of(
                "Others changed contacts under contract", "4 in the last 7 days: automation 4"));
  }
}
