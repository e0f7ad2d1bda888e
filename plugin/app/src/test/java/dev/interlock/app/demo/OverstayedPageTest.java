package dev.interlock.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.check.Checking;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.app.plugin.LibraryJar;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever opens the first page sees which deals stand too long, and whose move it is.
class OverstayedPageTest {
  @TempDir private Path jar;
  @TempDir private Path data;

  @Test
  void aDealThatNobodyTouchedIsOnTheFirstPage() throws Exception {
    var contracts =
        new Checking(KeptProofs.anew())
            .requireSound(List.of(LibraryJar.in(jar)), LocalDate.of(2026, 11, 28));
    var setting = new Demo.Setting(new Invented(3, 10, 1), contracts, data, 0);
    try (var demo = Demo.standing(setting);
        var browser = HttpClient.newHttpClient()) {
      demo.tell(Duration.ofDays(60));

      var page =
          browser.send(HttpRequest.newBuilder(demo.url()).build(), BodyHandlers.ofString()).body();
      assertThat(page)
          .containsPattern("deal has stood in (New lead|Engaged) since \\d+ November 2026, and may")
          .contains("Front desk has the next move: ");
    }
  }
}
