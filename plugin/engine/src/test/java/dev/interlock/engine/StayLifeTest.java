package dev.interlock.engine;

import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.LANE;
import static dev.interlock.engine.Office.NEW;
import static dev.interlock.engine.Office.SALES;
import static dev.interlock.engine.Office.WON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.AttentionLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever becomes of deals, those that stand too long are raised, each once, and nothing is left
/// that would wake anybody.
class StayLifeTest {
  private static final StageName ENGAGED = stageNamed("Engaged");
  private static final StageName WAITING = stageNamed("Waiting");
  private static final List<StageName> STAGES = List.of(NEW, ENGAGED, WAITING, WON);
  private static final Contract MOVES = Contracts.doing(moveTo(SALES, ENGAGED));

  @TempDir Path folder;

  /// Where a deal stands, as its CRM knows.
  private record Stands(ContactId contact, StageName stage, DealStatus status, Instant since) {}

  private static final class Life {
    private final Random random;
    private final Map<String, Stands> deals = new LinkedHashMap<>();
    private Duration engaged = days(7);
    private Office office;
    private int numbers;

    Life(Path folder, int seed) {
      random = new Random(seed);
      office = Office.opened(folder, Office.config(), limited(engaged), MOVES);
    }

    private static Operation limited(Duration engaged) {
      return business("Riverside Dental")
          .pipeline(
              SALES,
              stage(NEW).ownedBy("Front desk").dwellsAtMost(days(2)),
              stage(ENGAGED).ownedBy("Front desk").dwellsAtMost(engaged).staffDo("Call them"),
              stage(WAITING),
              stage(WON).asLast())
          .lane(LANE, "one conversation at a time")
          .team("Front desk", "Eve", "Max")
          .setting("bookingLink", "where people book", "https://example.com")
          .limit(Channel.SMS, atMost(100).per(days(1)).apart(Duration.ZERO))
          .purpose("greeting", "the first hello", days(1))
          .build();
    }

    void goesOn() {
      String deal = "d" + random.nextInt(6);
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3 -> moves(deal, STAGES.get(random.nextInt(STAGES.size())), true);
        case 4 -> moves(deal, WAITING, false);
        case 5 -> closes(deal, random.nextBoolean());
        case 6 -> {
          engaged = days(1 + random.nextInt(20));
          office.goesLive(limited(engaged), MOVES);
        }
        case 7 -> office = office.restarted(MOVES);
        default -> office.passes(Duration.ofHours(1 + random.nextInt(150)));
      }
      // no two things happen at the same time
      office.passes(Duration.ofSeconds(1));
      List<String> raised = raised();
      assertThat(raised).doesNotHaveDuplicates();
      assertThat(raised).hasSizeLessThanOrEqualTo(deals.size());
    }

    private void moves(String deal, StageName to, boolean isHeard) {
      Instant now = office.clock.instant();
      var contact = deal.compareTo("d3") < 0 ? ANN : BOB;
      if (!isHeard && !deals.containsKey(deal)) {
        return;
      }
      var place = new StageRef(SALES, to);
      office.crm.dealStands(contact, deal, place, DealStatus.OPEN);
      deals.put(deal, new Stands(contact, to, DealStatus.OPEN, now));
      if (isHeard) {
        happens(contact, new Happening.StageEntered(new DealId(deal), place));
      }
    }

    private void closes(String deal, boolean isHeard) {
      Stands stands = deals.get(deal);
      if (stands == null) {
        return;
      }
      var place = new StageRef(SALES, stands.stage());
      office.crm.dealStands(stands.contact(), deal, place, DealStatus.LOST);
      deals.put(
          deal, new Stands(stands.contact(), stands.stage(), DealStatus.LOST, stands.since()));
      if (isHeard) {
        happens(
            stands.contact(), new Happening.DealHappened(DealChange.LOST, new DealId(deal), SALES));
      }
    }

    private void happens(ContactId contact, Happening what) {
      office.happens(
          new DomainEvent(
              "life" + ++numbers, contact, office.clock.instant(), what, Provenance.UNKNOWN));
    }

    List<String> raised() {
      return office.records().attention(HERE).stream()
          .filter(line -> line.concern() == Concern.OVERSTAYED)
          .map(AttentionLine::words)
          .toList();
    }

    /// Which deals somebody has to be told of once all limits are over.
    List<String> overstayed() {
      var all = new ArrayList<String>();
      deals.forEach((deal, stands) -> {
        boolean isLimited = stands.stage().equals(NEW) || stands.stage().equals(ENGAGED);
        if (stands.status() == DealStatus.OPEN && isLimited) {
          all.add(deal);
        }
      });
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whateverBecomesOfDeals(int seed) {
    var life = new Life(folder, seed);
    for (int i = 0; i < 60; i++) {
      life.goesOn();
    }
    // long enough for every limit to be over, and for whatever was told to be looked at again
    life.office.passes(days(500));
    life.office.passes(days(1));
    life.office.settle();

    assertThat(life.raised())
        .hasSize(life.overstayed().size())
        .allSatisfy(words ->
            assertThat(life.overstayed()).anyMatch(deal -> words.contains('"' + deal + '"')));
    assertThat(life.office.engine.nextAlarm()).isEmpty();
    life.office.close();
  }
}
