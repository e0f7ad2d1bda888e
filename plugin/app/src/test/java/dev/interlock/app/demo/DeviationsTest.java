package dev.interlock.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.check.Checking;
import dev.interlock.app.check.Cleared;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.app.plugin.LibraryJar;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The demo's whole story, in CRMs that differ from the vendor's description in each known way: it
/// ends as in one that does not.
class DeviationsTest {
  /// Somebody cancels, somebody does not come, somebody writes STOP, and a number is wrong.
  private static final long SEED = 10;

  private static final int PEOPLE = 10;

  /// Calls that no step of a contract makes meet these: `ClientDeviationsTest` makes them.
  private static final Set<Deviation> OF_SINGLE_CALLS =
      EnumSet.of(
          Deviation.FLAT_MESSAGES,
          Deviation.WRONG_ID_500,
          Deviation.CREATED_422,
          Deviation.MESSAGE_TEXT);

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
    try (var demo = Demo.standing(setting(folder, PEOPLE, deviations))) {
      demo.besides(DeviationsTest::somebodyIsDeleted);
      var outcome = demo.tell(Duration.ofDays(60));
      isMet(demo.deviationsMet(), deviations);
      return outcome;
    }
  }

  private static Demo.Setting setting(Path folder, int people, Set<Deviation> deviations) {
    var invented = new Invented(SEED, people, 1, deviations);
    return new Demo.Setting(invented, CONTRACTS.getFirst(), folder, 0);
  }

  /// Whoever is deleted before the CRM has told of them makes it answer that there is no such
  /// contact.
  private static void somebodyIsDeleted(World world) {
    var begin = world.now().plus(Duration.ofHours(1));
    var phone = "+13015550199";
    world.planAt(
        begin,
        phone,
        () -> {
          var details = Map.of("firstName", "Gone", "phone", phone);
          var contact = world.contacts().create(details, it -> it, By.PERSON);
          world.conversations().missCall(contact.id(), false);
        });
    world.planAt(
        begin.plusMillis(500),
        phone,
        () ->
            world
                .contacts()
                .withDetail("phone", phone)
                .ifPresent(contact -> world.contacts().delete(contact.id(), By.STAFF)));
  }

  /// A deviation that nobody ran into proves nothing.
  private static void isMet(Map<Deviation, Long> met, Set<Deviation> deviations) {
    assertThat(met.keySet()).isEqualTo(deviations);
    assertThat(met).allSatisfy((each, times) -> assertThat(times).as(each.word()).isPositive());
  }

  static Stream<Deviation> ofAnAccount() {
    return Stream.of(Deviation.values())
        .filter(each -> !each.isOfTheMarketplace())
        .filter(each -> !OF_SINGLE_CALLS.contains(each));
  }

  static Stream<Deviation> ofTheMarketplace() {
    return Stream.concat(
        Stream.of(Deviation.V3_ERRORS),
        Stream.of(Deviation.values()).filter(Deviation::isOfTheMarketplace));
  }

  @ParameterizedTest
  @MethodSource("ofAnAccount")
  void nothingIsLostSentTwiceOrRefusedWrongly(Deviation deviation) throws Exception {
    isAsDescribed(told(data, EnumSet.of(deviation)));
  }

  @ParameterizedTest
  @MethodSource("ofTheMarketplace")
  void anAgencysStoryEndsWellWhereTokensComeInOtherWays(Deviation deviation) throws Exception {
    var deviations = EnumSet.of(deviation);
    try (var demo = AgencyDemo.standing(setting(data, 4, deviations), jar)) {
      var outcome = demo.tell(Duration.ofDays(120));
      assertThat(outcome.problems()).isEmpty();
      assertThat(outcome.ok()).isTrue();
      assertThat(outcome.installations()).isEqualTo(3);
      isMet(demo.deviationsMet(), deviations);
    }
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
