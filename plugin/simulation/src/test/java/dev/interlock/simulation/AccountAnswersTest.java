package dev.interlock.simulation;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.appointmentConfirmed;
import static dev.interlock.contract.dsl.Events.messageFailed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.markDeal;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.then;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.simulation.Clinic.BOOKED;
import static dev.interlock.simulation.Clinic.NEW;
import static dev.interlock.simulation.Clinic.SALES;
import static dev.interlock.simulation.Clinic.TALKING;
import static dev.interlock.simulation.Clinic.VISITS;
import static dev.interlock.simulation.Clinic.WON;
import static dev.interlock.simulation.Clinic.at;
import static dev.interlock.simulation.Clinic.begins;
import static dev.interlock.simulation.Clinic.clinic;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.freeOn;
import static dev.interlock.simulation.Clinic.id;
import static dev.interlock.simulation.Clinic.say;
import static dev.interlock.simulation.Clinic.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.simulation.Fact.Why;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import dev.interlock.simulation.script.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a CRM answers and tells, as every adapter has it.
class AccountAnswersTest {
  private static Contract asking() {
    return free("ask")
        .path(
            say("question"),
            await("answer")
                .when(replied())
                .thenExit("answered")
                .silentFor(hours(4))
                .thenExit("done")
                .why("They answer within hours"))
        .exits(done(), exit("answered", SUCCESS).means("They answered.").leaves(tag("warm")))
        .build();
  }

  // What the adapter answers.

  @Test
  void aDealIsNotMovedBackUnlessTheOperationDeclaresIt() {
    Contract back =
        free("back").path(moveTo(SALES, TALKING).why("Test"), exit("done")).exits(done()).build();

    Story declared =
        Story.of(set(back)).then(new Act.DealMoved(at(BOOKED), By.STAFF), begins("back"));
    assertThat(declared.facts(Fact.StageMoved.class).getLast().to()).isEqualTo(at(TALKING));
    Story forbidden =
        Story.of(set(back)).then(new Act.DealMoved(at(WON), By.STAFF), begins("back"));
    assertThat(forbidden.facts(Fact.MovedBack.class))
        .singleElement()
        .satisfies(moved -> assertThat(moved.from()).isEqualTo(WON));
    assertThat(forbidden.left()).containsExactly("back: failed");
  }

  @Test
  void aDealIsMadeWhereThereIsNoneAndStandsThereOnce() {
    Contract make =
        free("make")
            .path(
                moveTo(SALES, NEW).why("Test"),
                moveTo(SALES, NEW).named("again").why("Test"),
                exit("done"))
            .exits(done())
            .build();

    Story story = Story.of(set(make)).then(begins("make"));
    assertThat(story.facts(Fact.StageMoved.class))
        .singleElement()
        .satisfies(moved -> assertThat(moved.from()).isEmpty());
    assertThat(story.left()).containsExactly("make: done");
  }

  @Test
  void aDealThatIsNotThereCannotBeMarked() {
    Contract mark =
        free("mark")
            .path(markDeal(SALES, DealStatus.WON).why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(Story.of(set(mark)).then(begins("mark")).left()).containsExactly("mark: failed");
  }

  @Test
  void theCrmBlocksAMessageToWhomeverOptedOutMeanwhile() {
    Story story =
        Story.of(set(asking()))
            .stepwise()
            .then(begins("ask"), new Act.OptsOut(Set.of(Channel.SMS)))
            .done("ask")
            .done("ask");

    assertThat(story.sent()).isEmpty();
    assertThat(story.left()).containsExactly("ask: failed");
  }

  @Test
  void anExitThatIsNotTrueWhenReadBackIsRepairedOnceAndThenEndsWithoutProof() {
    Contract late =
        free("late").path(exit("done")).exits(done().leaves(stage(SALES, TALKING))).build();

    Story story = Story.of(set(late)).then(new Act.DealMoved(at(WON), By.STAFF), begins("late"));
    assertThat(story.facts(Fact.MovedBack.class)).hasSize(2);
    assertThat(story.facts(Fact.Left.class).getFirst().proof())
        .isInstanceOf(Proof.Unverified.class);
    assertThat(story.facts(Fact.Attention.class)).hasSize(1);
  }

  @Test
  void tasksThatWereMadeCanBeTickedOffByAColleague() {
    Contract make =
        free("make").path(task("Call", hours(1)).why("Test"), exit("done")).exits(done()).build();
    Story story = Story.of(set(make)).then(begins("make"));

    assertThat(lastRest(story).openTask()).isTrue();
    assertThat(lastRest(story.then(new Act.TaskTicked())).openTask()).isFalse();
  }

  // What becomes of messages.

  @Test
  void aReportIsAboutTheLastMessageThatTheContractSent() {
    Contract phone =
        free("phone")
            .path(
                say("hello").onUndelivered(then(exit("wrong"))),
                waitFor("pause", days(1)).why("Test"),
                exit("done"))
            .exits(done(), exit("wrong", SUCCESS).means("Wrong number."))
            .build();

    assertThat(
            Story.of(set(phone))
                .then(begins("phone"), new Act.Reports(id("phone"), Delivery.FAILED))
                .left())
        .containsExactly("phone: wrong");
  }

  @Test
  void whyAMessageDidNotGoOutIsSaid() {
    ContractSet set =
        new ContractSet(
            clinic()
                .purpose("hello", "Say hello", days(2))
                .quiet(daily(clock(20, 0), clock(8, 0)))
                .build(),
            List.of(
                free("a").path(say("one").purpose("hello"), exit("done")).exits(done()).build(),
                free("b")
                    .path(say("two").expiresAfter(minutes(5)).onBlocked(goOn()), exit("done"))
                    .exits(done())
                    .build()));

    assertThat(whys(Story.of(set).then(begins("a"), begins("a")))).containsExactly(Why.SUPPRESSED);
    assertThat(whys(Story.of(set).then(new Act.OptsOut(Set.of(Channel.SMS)), begins("a"))))
        .containsExactly(Why.BLOCKED);
    assertThat(whys(Story.of(set).after(Duration.ofHours(12), begins("a"))))
        .containsExactly(Why.HELD);
    assertThat(whys(Story.of(set).after(Duration.ofHours(12), begins("b"))))
        .containsExactly(Why.EXPIRED);
  }

  private static List<Why> whys(Story story) {
    return story.facts(Fact.NotSent.class).stream().map(Fact.NotSent::why).toList();
  }

  // What the opening says.

  @Test
  void theOpeningStandsInTheAccountAndNobodyIsToldOfIt() {
    Opening opening =
        new Opening(
            "Ben",
            Opening.of("Ben").start(),
            Opening.of("Ben").zone(),
            Set.of(new TagName("vip")),
            Map.of(new FieldName("Score"), "7"),
            Map.of(),
            Map.of(Channel.SMS, Consent.OPTED_OUT),
            Optional.of("Dana"),
            List.of(new Opening.StandingDeal(at(TALKING), DealStatus.OPEN, Optional.empty())),
            List.of(new Opening.Visit(VISITS, Duration.ofDays(1), Appointment.Status.CONFIRMED)),
            true,
            true);
    Story story = Story.of(set(asking())).opening(opening).then(new Act.Passes());

    assertThat(story.facts(Fact.Told.class)).isEmpty();
    assertThat(lastRest(story).contact())
        .satisfies(contact -> {
          assertThat(contact.displayName()).isEqualTo("Ben");
          assertThat(contact.tags()).containsExactly(new TagName("vip"));
          assertThat(contact.addresses()).isEmpty();
          assertThat(contact.consent()).containsEntry(Channel.SMS, Consent.OPTED_OUT);
          assertThat(contact.assignee()).contains("Dana");
          assertThat(contact.deal(SALES).orElse(Optional.empty()))
              .hasValueSatisfying(deal -> assertThat(deal.stage()).isEqualTo(at(TALKING)));
          assertThat(contact.appointments().orElse(List.of())).hasSize(1);
        });
  }

  @Test
  void appointmentsAreHeardOfAsACrmTellsThem() {
    Contract confirmed =
        freeOn("confirmed", appointmentConfirmed())
            .path(say("fine"), exit("done"))
            .exits(done())
            .build();
    Contract failed =
        freeOn("failed", messageFailed())
            .path(addTag("x").why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(confirmed, failed))
                .then(
                    new Act.Books(VISITS, Duration.ofDays(1)),
                    new Act.Confirms(),
                    new Act.Reports(id("confirmed"), Delivery.FAILED))
                .begun())
        .containsExactly("confirmed", "failed");
  }

  private static Situation lastRest(Story story) {
    return story.facts(Fact.Rests.class).getLast().situation();
  }
}
