package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.crm.Sent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each run knows how many calls to the CRM it took.
class CallsOfRunsTest {
  @TempDir Path folder;

  /// Reading all contacts when contracts first go live is nothing that a run takes.
  private static long made(Office office) {
    office.settle();
    return office.crm.made().size();
  }

  private static long calls(Office office, ContactId contact) {
    return office.run(contact).summary().calls();
  }

  @Test
  void everyCallIsOfTheRunThatItWasMadeFor() {
    try (var office = Office.opened(folder, textBack())) {
      long before = made(office);
      office.happens(missedCall(ANN));
      long first = office.crm.made().size() - before;
      assertThat(calls(office, ANN)).isEqualTo(first).isPositive();

      office.happens(missedCall(BOB));
      long second = office.crm.made().size() - before - first;
      assertThat(calls(office, BOB)).isEqualTo(second);
      assertThat(calls(office, ANN)).isEqualTo(first);

      office.happens(reply(ANN, "yes please"));
      long all = office.crm.made().size() - before;
      assertThat(calls(office, ANN)).isEqualTo(all - second);
      assertThat(office.records().callsPerRun(HERE))
          .singleElement()
          .satisfies(counted -> {
            assertThat(counted.runs()).isEqualTo(1);
            assertThat(counted.calls()).isEqualTo(all - second);
          });
    }
  }

  @Test
  void whatWasTriedInVainAndLookedForCountsToo() {
    try (var office = Office.opened(folder, textBack())) {
      long before = made(office);
      office.crm.answers(new Sent.TryLater(Duration.ofSeconds(1), "failed", true));
      office.crm.doesAndAnswers(new Sent.InDoubt("no answer"));

      office.happens(missedCall(ANN));
      office.passes(Duration.ofHours(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(calls(office, ANN)).isEqualTo(office.crm.made().size() - before);
    }
  }
}
