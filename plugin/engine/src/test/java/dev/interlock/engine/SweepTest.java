package dev.interlock.engine;

import static dev.interlock.contract.dsl.Events.dateReached;
import static dev.interlock.contract.dsl.Events.everyWeek;
import static dev.interlock.contract.dsl.Events.everyYearOn;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daysBefore;
import static dev.interlock.contract.dsl.Times.onTheDay;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.FieldName;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Contracts that begin with a date or a schedule.
class SweepTest {
  private static final FieldName RENEWAL = new FieldName("Renewal");

  @TempDir Path folder;

  private static Contract on(String id, EventPattern event) {
    return workflow(id)
        .title(id)
        .owner("Front desk")
        .purpose("Nobody is forgotten.")
        .startsWhen(event, milestone("The day has come"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(sms("hello", id), exit("done"))
        .exits(exit("done", SUCCESS))
        .build();
  }

  private static Contract renewal() {
    return on("renewal", dateReached("Renewal", daysBefore(14), clock(14, 0)));
  }

  @Test
  void aDateBeginsTheContractForThoseWhoseDateItIs() {
    try (var office = Office.opened(folder, renewal())) {
      office.crm.set(ANN, RENEWAL, "2026-03-18");
      office.crm.set(BOB, RENEWAL, "2026-03-19T10:00:00Z");

      office.passes(Duration.ofDays(1).plusHours(1));
      assertThat(office.crm.texts(ANN)).isEmpty();

      office.passes(Duration.ofHours(1));
      assertThat(office.crm.texts(ANN)).containsExactly("renewal");
      assertThat(office.crm.texts(BOB)).isEmpty();

      office.passes(Duration.ofDays(3));
      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.crm.texts(BOB)).hasSize(1);
    }
  }

  @Test
  void aBirthdayComesEveryYearForThoseBornOnALeapDayToo() {
    Contract birthday = on("birthday", everyYearOn("Date of birth", onTheDay(), clock(13, 0)));
    try (var office = Office.opened(folder, birthday)) {
      office.crm.set(ANN, StandardFields.BIRTHDAY, "1980-03-04");
      office.crm.set(BOB, StandardFields.BIRTHDAY, "2000-02-29");

      office.passes(Duration.ofDays(367));

      assertThat(office.crm.texts(ANN)).hasSize(2);
      assertThat(office.crm.texts(BOB)).hasSize(1);
    }
  }

  @Test
  void aScheduleBeginsTheContractForEverybody() {
    // the clock begins on a Tuesday
    Contract weekly = on("weekly", everyWeek(clock(9, 0), DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY));
    try (var office = Office.opened(folder, weekly)) {
      for (int i = 0; i < 5; i++) {
        office.crm.add(new ContactId("c" + i), "C" + i);
      }
      office.passes(Duration.ofDays(7));

      assertThat(office.crm.texts(ANN)).hasSize(2);
      assertThat(office.crm.texts(new ContactId("c4"))).hasSize(2);
    }
  }

  @Test
  void daysOnWhichNothingRanAreMadeUpFor() {
    var office = Office.opened(folder, renewal());
    office.crm.set(ANN, RENEWAL, "2026-03-18");
    office.crm.set(BOB, RENEWAL, "2026-03-20");
    office.settle();
    office.clock.moveTo(NOON.plus(Duration.ofDays(5)));

    try (var next = office.restarted(renewal())) {
      next.settle();
      assertThat(next.crm.texts(ANN)).hasSize(1);
      assertThat(next.crm.texts(BOB)).hasSize(1);
    }
  }

  @Test
  void whatLayBeforeTheFirstStartIsNot() {
    try (var office = Office.opened(folder, renewal())) {
      office.crm.set(ANN, RENEWAL, "2026-03-15");
      office.passes(Duration.ofDays(2));

      assertThat(office.crm.told()).isEmpty();
    }
  }

  @Test
  void everybodyIsIntroducedOnceSoThatChangesCanBeTold() {
    try (var office = Office.opened(folder, renewal())) {
      office.crm.add(new ContactId("cleo"), "Cleo");
      office.settle();

      assertThat(office.records().contacts(Office.HERE, "", 10))
          .extracting(line -> line.name())
          .startsWith("Ann", "Bob");
      assertThat(office.story(BOB).name()).isEqualTo("Bob");
    }
  }
}
