package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a contract does from its beginning to its end.
class StoryTest {
  @TempDir Path folder;

  @Test
  void aMissedCallIsAnsweredAndTheAnswerEndsTheRun() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));

      assertThat(office.crm.texts(ANN)).containsExactly("Hi Ann, book: https://book.example");
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
      assertThat(office.records().lanes(HERE)).hasSize(1);

      office.happens(reply(ANN, "yes please"));

      assertThat(office.endings(ANN)).containsExactly("text-back: answered");
      assertThat(office.run(ANN).summary().proof()).contains(ProofState.VERIFIED);
      assertThat(office.crm.tags(ANN)).containsExactly("warm");
      assertThat(office.records().lanes(HERE)).isEmpty();
      assertThat(office.engine.nextAlarm()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void silenceEndsTheRunWhenItsTimeHasCome() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));

      office.passes(Duration.ofHours(23));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);

      office.passes(Duration.ofHours(1));
      assertThat(office.endings(ANN)).containsExactly("text-back: cold");
      assertThat(office.crm.tags(ANN)).containsExactly("cold");
    }
  }

  @Test
  void whoIsNotAdmittedIsWrittenDownWithTheReason() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.losesPhone(BOB);

      office.happens(missedCall(BOB));

      assertThat(office.crm.told()).isEmpty();
      assertThat(office.story(BOB).refusals())
          .singleElement()
          .satisfies(refusal -> {
            assertThat(refusal.contactName()).isEqualTo("Bob");
            assertThat(refusal.causeWords()).isEqualTo("a call of the contact was missed");
            assertThat(refusal.reasons().getFirst().words())
                .isEqualTo("there must be a number to text");
          });
    }
  }

  @Test
  void theStoryTellsWhatWasHeardDoneAndSaidWordForWord() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(reply(ANN, "yes please"));

      var story = office.story(ANN);

      assertThat(story.name()).isEqualTo("Ann");
      assertThat(story.events()).extracting(event -> event.words()).hasSize(2);
      assertThat(office.run(ANN).commands())
          .extracting(command -> command.told())
          .startsWith("Hi Ann, book: https://book.example");
      assertThat(office.run(ANN).journal())
          .extracting(line -> line.words())
          .contains("Read back: the contact is left as promised.");
    }
  }
}
