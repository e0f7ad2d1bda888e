package dev.interlock.engine;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.engine.store.Rounds.Round;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forms are read only while somebody listens for them.
class WorthwhileTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @TempDir Path folder;

  private static EngineConfig config() {
    return Office.config().with(Looking.every(Duration.ofMinutes(5)));
  }

  private Office open(Contract... contracts) {
    return Office.opened(folder, config(), contracts);
  }

  private static Contract waiting(String id, EventPattern begins, EventPattern ends) {
    return workflow(id)
        .title(id)
        .owner("Front desk")
        .purpose("Nobody waits for an answer.")
        .startsWhen(begins, milestone("Somebody asked us something"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(await("answer").when(ends).thenExit("answered").silentFor(days(9)).thenExit("cold"))
        .exits(exit("answered", SUCCESS), exit("cold", UNRESPONSIVE))
        .build();
  }

  private static Contract onForm() {
    return waiting("on-form", either(formSubmitted("Quote"), callMissed()), replied());
  }

  private static void fillsIn(Office office, String id, ContactId contact, Instant at) {
    var what = new Happening.FormSubmitted("Quote");
    var event = new DomainEvent("form-submitted/" + id, contact, at, what, Provenance.OUTSIDE);
    office.crm.has(
        new Sighting(
            Kind.FORMS,
            id,
            "",
            contact.text(),
            at,
            new String(FakeInbound.body(event), StandardCharsets.UTF_8)));
  }

  private static boolean readsForms(Office office) {
    return office.records().rounds(HERE).stream()
        .map(Round::kind)
        .anyMatch(kind -> kind == Kind.FORMS);
  }

  private static Instant after(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void aFormBeginsTheRunOfWhoeverListensForIt() {
    try (var office = open(onForm())) {
      fillsIn(office, "s1", ANN, after(1));
      office.passes(HALF_AN_HOUR);

      assertThat(office.endings(ANN)).containsExactly("on-form: AWAITING");
      assertThat(office.run(ANN).summary().begunAt()).isAfter(after(1));
    }
  }

  @Test
  void whereNobodyListensNoneIsReadFor() {
    try (var office = open(textBack())) {
      fillsIn(office, "s1", ANN, after(1));
      office.passes(HALF_AN_HOUR);

      assertThat(readsForms(office)).isFalse();
      assertThat(office.story(ANN).events()).isEmpty();
    }
  }

  @Test
  void readingBeginsWithTheContractAndLooksForNothingThatWasBefore() {
    try (var office = open(textBack())) {
      fillsIn(office, "s1", ANN, after(1));
      office.passes(HALF_AN_HOUR);
      office.goesLive(textBack(), onForm());
      office.passes(HALF_AN_HOUR);
      assertThat(office.story(ANN).events()).isEmpty();

      fillsIn(office, "s2", ANN, after(61));
      office.passes(HALF_AN_HOUR);
      assertThat(office.endings(ANN)).containsExactly("on-form: AWAITING");
    }
  }

  @Test
  void itEndsWithTheLastWhoListensAndBeginsAnewWithTheNext() {
    try (var office = open(onForm())) {
      office.passes(HALF_AN_HOUR);
      office.goesLive(textBack());
      assertThat(readsForms(office)).isFalse();
      fillsIn(office, "s1", ANN, after(31));
      office.passes(HALF_AN_HOUR);

      office.goesLive(onForm());
      office.passes(HALF_AN_HOUR);
      assertThat(office.story(ANN).events()).isEmpty();
    }
  }

  @Test
  void aRunThatWaitsForAFormIsReadForAlthoughItsContractTakesNoEntriesAnyMore() {
    try (var office = open(waiting("awaiting", callMissed(), formSubmitted("Quote")))) {
      office.happens(Office.missedCall(ANN));
      office.goesLive(textBack());
      fillsIn(office, "s1", ANN, after(1));
      office.passes(HALF_AN_HOUR);

      assertThat(office.endings(ANN)).containsExactly("awaiting: answered");
    }
  }

  @Test
  void whatHappenedWhileNothingRanIsFoundAfterwards() {
    var office = open(onForm());
    office.passes(HALF_AN_HOUR);
    fillsIn(office, "s1", ANN, after(40));
    office.clock.moveTo(after(300));
    try (var again = office.restarted(onForm())) {
      again.passes(HALF_AN_HOUR);

      assertThat(again.endings(ANN)).containsExactly("on-form: AWAITING");
    }
  }
}
