package dev.interlock.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.check.Checking;
import dev.interlock.app.check.Cleared;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.app.plugin.LibraryJar;
import dev.interlock.sandbox.deviation.Deviation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The demo's whole story, in CRMs that differ from the vendor's description in each known way: it
/// ends as in one that does not.
class DeviationsTest {
  private static final int PEOPLE = 10;

  @TempDir private static Path jar;
  private static final List<Cleared> CONTRACTS = new ArrayList<>();
  private static final List<Outcome> DESCRIBED = new ArrayList<>();

  @TempDir private Path data;

  @BeforeAll
  static void tellWhatShouldCome(@TempDir Path folder) throws Exception {
    CONTRACTS.add(
        new Checking(KeptProofs.anew())
            .requireSound(List.of(LibraryJar.in(jar)), LocalDate.of(2026, 11, 28)));
    DESCRIBED.add(told(folder, Set.of()));
  }

  private static Outcome told(Path folder, Set<Deviation> deviations) throws InterruptedException {
    var invented = new Invented(3, PEOPLE, 1, deviations);
    try (var demo = Demo.standing(new Demo.Setting(invented, CONTRACTS.getFirst(), folder, 0))) {
      return demo.tell(Duration.ofDays(60));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLostSentTwiceOrRefusedWrongly(Deviation deviation) throws Exception {
    isAsDescribed(told(data, EnumSet.of(deviation)));
  }

  private static void isAsDescribed(Outcome outcome) {
    var described = DESCRIBED.getFirst();
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.runs()).isPositive().isEqualTo(described.runs());
    assertThat(outcome.exits()).isEqualTo(described.exits());
    assertThat(outcome.messages()).isEqualTo(described.messages());
    assertThat(outcome.duplicateMessages()).isZero();
  }
}
