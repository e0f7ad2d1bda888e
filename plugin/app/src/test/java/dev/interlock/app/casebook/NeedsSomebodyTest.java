package dev.interlock.app.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.AttentionLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeedsSomebodyTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  private static AttentionLine line(Concern concern, String words) {
    return new AttentionLine(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ContactId("ann")),
        concern,
        words,
        NOON);
  }

  private static List<AttentionLine> overstayed(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> line(Concern.OVERSTAYED, "deal " + number))
        .toList();
  }

  @Test
  void aThousandDealsThatNobodyTidiedHideNothingThatWentWrong() {
    var raised = new ArrayList<>(overstayed(1000));
    raised.add(line(Concern.EXIT_UNVERIFIED, "the tag is not set"));

    var page = NeedsSomebody.of(raised);

    assertThat(page.shown()).hasSize(51);
    assertThat(page.shown().getFirst().words()).isEqualTo("the tag is not set");
    assertThat(page.shown().get(1).words()).isEqualTo("deal 0");
    assertThat(page.rest()).contains("950 more deals stand too long.");
  }

  @Test
  void aFewAreAllShown() {
    assertThat(NeedsSomebody.of(overstayed(50)).shown()).hasSize(50);
    assertThat(NeedsSomebody.of(overstayed(50)).rest()).isEmpty();
    assertThat(NeedsSomebody.of(overstayed(51)).rest()).contains("One more deal stands too long.");
    assertThat(NeedsSomebody.of(List.of()).shown()).isEmpty();
  }
}
