package dev.interlock.simulation.monitor;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.simulation.Clinic.begins;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.say;
import static dev.interlock.simulation.Clinic.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Step;
import dev.interlock.simulation.Story;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is watched of whom a contract lets in, and of what nobody says of them.
final class DoorMonitorsTest {
  private static final Act STOP = new Act.Writes(SMS, "STOP");

  private static Opening somebody(Map<Channel, String> addresses, Map<Channel, Consent> consent) {
    Opening usual = Opening.of("Ana");
    return new Opening(
        usual.firstName(),
        usual.start(),
        usual.zone(),
        Set.of(),
        Map.of(),
        addresses,
        consent,
        Optional.empty(),
        List.of(),
        List.of(),
        true,
        true);
  }

  private static Opening withoutNumber() {
    return somebody(Map.of(), Map.of(SMS, Consent.ALLOWED));
  }

  private static Opening optedOut() {
    return somebody(Map.of(SMS, "+15550101"), Map.of(SMS, Consent.OPTED_OUT));
  }

  private static Opening unsaid() {
    return somebody(Map.of(SMS, "+15550101"), Map.of());
  }

  // E-ADMIT-MISSING

  private static Contract texting(Step.Send text) {
    return free("texts").path(text, exit("done")).exits(done()).build();
  }

  @Test
  void whoHasNoNumberOrHadOptedOutIsNotLetIntoWhatTexts() {
    Story story = Story.of(set(texting(say("text")))).then(begins("texts"));

    assertThat(story.breaches("E-ADMIT-MISSING")).isEmpty();
    assertThat(story.opening(withoutNumber()).breaches("E-ADMIT-MISSING"))
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.parties()).containsExactly("texts");
          assertThat(breach.at()).isEqualTo("text");
          assertThat(breach.words())
              .isEqualTo("*texts* admits a contact to whom *text* cannot be sent");
        });
    assertThat(story.opening(optedOut()).breaches("E-ADMIT-MISSING"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.at()).isEqualTo("text"));
  }

  @Test
  void aStepThatSaysWhatHappensThenNeedsNobodyAtTheDoor() {
    assertThat(
            Story.of(set(texting(say("text").onBlocked(skip()))))
                .opening(withoutNumber())
                .then(begins("texts"))
                .breaches("E-ADMIT-MISSING"))
        .isEmpty();
  }

  @Test
  void whoOptsOutInsideOrIsBlockedByTheCrmWasLetInRightly() {
    Contract later =
        free("texts")
            .path(waitFor("pause", days(1)).why("Test"), say("text"), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(later))
                .then(begins("texts"), STOP)
                .after(Duration.ofDays(2), new Act.Passes())
                .breaches("E-ADMIT-MISSING"))
        .isEmpty();
    assertThat(
            Story.of(set(texting(say("text"))))
                .stepwise()
                .then(begins("texts"))
                .ends("texts", Answer.BLOCKED)
                .breaches("E-ADMIT-MISSING"))
        .isEmpty();
  }

  // E-UNKNOWN-UNHANDLED

  private static Step.Branch asking() {
    return branch("consent")
        .when(contact().optedOutOf(SMS))
        .because("They are phoned")
        .thenExit("done")
        .otherwise(exit("done"))
        .why("It differs");
  }

  @Test
  void aBranchGoesByWhatTheCrmDoesNotSay() {
    Story story =
        Story.of(set(free("asks").path(asking()).exits(done()).build())).then(begins("asks"));

    assertThat(story.breaches("E-UNKNOWN-UNHANDLED")).isEmpty();
    assertThat(story.opening(unsaid()).breaches("E-UNKNOWN-UNHANDLED"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.at()).isEqualTo("consent"));
  }

  @Test
  void aBranchThatSaysWhatUnknownIsTakenForIsNoBreach() {
    Step.Branch treated =
        branch("consent")
            .when(contact().optedOutOf(SMS))
            .because("They are phoned")
            .thenExit("done")
            .whenUnknown(exit("done"))
            .otherwise(exit("done"))
            .why("It differs");

    assertThat(
            Story.of(set(free("asks").path(treated).exits(done()).build()))
                .opening(unsaid())
                .then(begins("asks"))
                .breaches("E-UNKNOWN-UNHANDLED"))
        .isEmpty();
  }

  @Test
  void anArmAndAHandlerGoByWhatTheCrmDoesNotSay() {
    Contract arm =
        free("arm")
            .path(
                await("answer")
                    .when(replied())
                    .given(contact().optedOutOf(SMS))
                    .because("Test")
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("done")
                    .why("Test"))
            .exits(done())
            .build();
    Contract handler =
        free("handler")
            .throughout(
                whenever(replied())
                    .given(contact().optedOutOf(SMS))
                    .because("Test")
                    .thenExit("done"))
            .path(waitFor("pause", days(1)).why("Test"), exit("done"))
            .exits(done())
            .build();
    Story story = Story.of(set(arm, handler)).then(begins("arm"), begins("handler"));

    assertThat(story.breaches("E-UNKNOWN-UNHANDLED")).isEmpty();
    assertThat(story.opening(unsaid()).breaches("E-UNKNOWN-UNHANDLED"))
        .extracting(Breach::at)
        .containsExactly("answer", "throughout");
  }
}
