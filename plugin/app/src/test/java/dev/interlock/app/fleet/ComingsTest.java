package dev.interlock.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What was true last holds, in whatever order it is told.
class ComingsTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant ARRIVES = at(100);
  private static final Account NOBODY = Comings.unknown(new InstallationId("Riverside1"), at(50));
  private static final Set<State> IN =
      EnumSet.of(State.PENDING, State.CONNECTED, State.DISCONNECTED);

  private enum What {
    INSTALL,
    UNINSTALL,
    /// Its browser came back: this is so when it arrives, and told at that moment.
    REDIRECT
  }

  private record Told(What what, int sentAt) {}

  private static Instant at(long second) {
    return NOON.plusSeconds(second);
  }

  private static Account after(Account known, Told news) {
    Instant sent = at(news.sentAt());
    return switch (news.what()) {
      case INSTALL -> Comings.installed(known, "agency", "v" + news.sentAt(), sent, ARRIVES);
      case UNINSTALL -> Comings.removed(known, "it left", sent, ARRIVES);
      case REDIRECT -> Comings.connected(known, "agency", sent, ARRIVES);
    };
  }

  private static Account after(List<Told> arriving) {
    Account known = NOBODY;
    for (Told news : arriving) {
      known = after(known, news);
    }
    return known;
  }

  private static List<List<Told>> orders(List<Told> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    var orders = new ArrayList<List<Told>>();
    for (Told first : all) {
      for (List<Told> rest : orders(all.stream().filter(each -> !each.equals(first)).toList())) {
        var order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }

  /// A browser arrives when it was sent: nothing sent later has arrived before.
  private static boolean canBe(List<Told> order) {
    for (int i = 0; i < order.size(); i++) {
      int sentAt = order.get(i).sentAt();
      if (order.get(i).what() == What.REDIRECT
          && order.subList(0, i).stream().anyMatch(each -> each.sentAt() > sentAt)) {
        return false;
      }
    }
    return true;
  }

  private static void endsAsTheLastThatWasSent(List<Told> order) {
    Told last = order.stream().max(Comparator.comparingInt(Told::sentAt)).orElseThrow();
    Account end = after(order);
    assertThat(IN.contains(end.state())).as("%s", order).isEqualTo(last.what() != What.UNINSTALL);
    assertThat(end.told()).as("%s", order).isEqualTo(at(last.sentAt()));
  }

  private static void endsSoInEveryOrder(Told... news) {
    var all = List.of(news);
    for (int some = 1; some < 1 << all.size(); some++) {
      int chosen = some;
      var sent = all.stream().filter(each -> (chosen >> all.indexOf(each) & 1) == 1).toList();
      orders(sent).stream()
          .filter(ComingsTest::canBe)
          .forEach(order -> {
            endsAsTheLastThatWasSent(order);
            // the CRM tells some things twice
            order.stream()
                .filter(each -> each.what() != What.REDIRECT)
                .forEach(again -> {
                  var longer = new ArrayList<>(order);
                  longer.add(again);
                  endsAsTheLastThatWasSent(longer);
                });
          });
    }
  }

  @Test
  void whatWasSentLastHoldsInWhateverOrderItArrives() {
    endsSoInEveryOrder(
        new Told(What.INSTALL, 1), new Told(What.UNINSTALL, 2), new Told(What.INSTALL, 3));
    endsSoInEveryOrder(
        new Told(What.INSTALL, 1),
        new Told(What.UNINSTALL, 2),
        new Told(What.INSTALL, 3),
        new Told(What.UNINSTALL, 4));
  }

  @Test
  void aBrowserIsNewsOfItsOwnTime() {
    endsSoInEveryOrder(
        new Told(What.INSTALL, 1),
        new Told(What.UNINSTALL, 2),
        new Told(What.REDIRECT, 3),
        new Told(What.INSTALL, 4),
        new Told(What.UNINSTALL, 5));
  }

  @Test
  void tokensThatAreLostOrFoundAgainAreNoNewsOfThatKind() {
    var in = Comings.connected(NOBODY, "agency", at(1), at(1));
    var lost = Comings.tokens(in, Optional.of("worthless"), at(9));
    var found = Comings.tokens(lost, Optional.empty(), at(10));

    assertThat(lost.since()).isEqualTo(at(9));
    assertThat(Comings.removed(lost, "it left", at(5), ARRIVES).state()).isEqualTo(State.REMOVED);
    assertThat(Comings.removed(found, "it left", at(5), ARRIVES).state()).isEqualTo(State.REMOVED);
    assertThat(Comings.removed(found, "late", at(0), ARRIVES)).isEqualTo(found);
  }

  @Test
  void anUninstallIsNotLateBecauseAListLagsBehind() {
    var in = Comings.connected(NOBODY, "agency", at(1), at(1));
    var listed = Comings.listed(in, "agency", "v2", at(5), at(5));

    assertThat(listed.appVersion()).isEqualTo("v2");
    assertThat(Comings.removed(listed, "it left", at(4), ARRIVES).state()).isEqualTo(State.REMOVED);
  }

  @Test
  void oneThatLeftIsListedAgainOnlyByWhoeverWasAskedLater() {
    var left = Comings.removed(NOBODY, "it left", at(5), at(5));

    assertThat(Comings.listed(left, "agency", "v1", at(4), ARRIVES).state())
        .isEqualTo(State.REMOVED);
    assertThat(Comings.listed(left, "agency", "v1", at(6), ARRIVES).state())
        .isEqualTo(State.PENDING);
  }

  @Test
  void anOldInstallTellsNoVersionThatIsOverridden() {
    var in = after(List.of(new Told(What.INSTALL, 3), new Told(What.INSTALL, 1)));

    assertThat(in.appVersion()).isEqualTo("v3");
  }

  /// A browser came back while our clock was a month ahead.
  @Test
  void anUninstallIsNotLateByAClockThatWasAheadAndHasBeenSetBack() {
    Instant ahead = NOON.plus(Duration.ofDays(30));
    Account in = Comings.connected(NOBODY, "agency", ahead, ahead);

    assertThat(Comings.removed(in, "it left", at(90), ARRIVES).state()).isEqualTo(State.REMOVED);
    Account left = Comings.removed(in, "it left", at(90), ARRIVES);
    assertThat(Comings.installed(left, "agency", "v1", at(80), ARRIVES).state())
        .as("what was before is late again")
        .isEqualTo(State.REMOVED);
  }

  @Test
  void anUninstallIsLateWhereTheClockOfTheCrmIsALittleAhead() {
    Account in = Comings.installed(NOBODY, "agency", "v1", at(160), ARRIVES);

    assertThat(Comings.removed(in, "it left", at(150), ARRIVES)).isEqualTo(in);
  }
}
