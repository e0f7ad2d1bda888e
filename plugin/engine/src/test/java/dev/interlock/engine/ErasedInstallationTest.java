package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of an installation that is erased nothing is left, and it can begin anew.
class ErasedInstallationTest {
  private static final String WRITTEN = "my secret is a purple aubergine";

  @TempDir Path folder;

  private boolean isInTheFile(String words) throws IOException {
    return Files.readString(folder.resolve("interlock.db"), ISO_8859_1).contains(words);
  }

  @Test
  void nothingOfItIsLeftInTheFile() throws IOException {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(reply(ANN, WRITTEN));
      office.happens(missedCall(BOB));
      office.passes(Duration.ofDays(1));
    }
    assertThat(isInTheFile(WRITTEN)).isTrue();

    try (var engine = Office.idle(folder.resolve("interlock.db"))) {
      engine.erase(HERE);
      engine.erase(HERE);
      assertThat(engine.records().installations()).isEmpty();
    }

    assertThat(isInTheFile(WRITTEN)).isFalse();
    assertThat(isInTheFile(textBack().id().text())).isFalse();
  }

  @Test
  void norInItsLog() throws IOException {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      office.happens(reply(ANN, WRITTEN));

      office.engine.erase(HERE);

      Path log = folder.resolve("interlock.db-wal");
      assertThat(Files.readString(log, ISO_8859_1).contains(WRITTEN)).isFalse();
      assertThat(isInTheFile(WRITTEN)).isFalse();
    }
  }

  @Test
  void itIsWorkedForNoLongerAndCanBeInstalledAgainWithoutAPast() {
    try (var office = Office.opened(folder, textBack())) {
      office.happens(missedCall(ANN));
      assertThat(office.endings(ANN)).hasSize(1);

      office.engine.erase(HERE);

      var refused = office.deliver("late", ANN.text(), new byte[] {1});
      assertThat(refused.status()).isEqualTo(429);
      office.passes(Duration.ofDays(10));
      assertThat(office.crm.texts(ANN)).hasSize(1);

      office.engine.install(office.installation(textBack()));
      office.happens(missedCall(ANN));
      assertThat(office.endings(ANN)).hasSize(1);
      assertThat(office.crm.texts(ANN)).hasSize(2);
    }
  }
}
