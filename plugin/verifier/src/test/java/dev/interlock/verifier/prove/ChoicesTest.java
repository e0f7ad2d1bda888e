package dev.interlock.verifier.prove;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.any;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.startedByHand;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.NEW;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.TALKS;
import static dev.interlock.contract.shop.Trade.WON;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interlock.contract.dsl.Conditions;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.FieldWords;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.prove.diagram.Budget;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What one condition leaves to the next: a second choice that nobody can take is found, and one
/// that a single number, day or word still leads to is not.
final class ChoicesTest {
  private final Verifier verifier = Verifier.on(LocalDate.of(2026, 11, 23)).proving(Budget.usual());

  private static FieldWords score() {
    return contact().field("Score");
  }

  private static FieldWords source() {
    return contact().field("Source");
  }

  private static FieldWords mood() {
    return contact().field("Mood");
  }

  private static FieldWords renewal() {
    return contact().field("Renewal");
  }

  private List<String> dead(Condition first, Condition second) {
    ContractSet set =
        set(
            inside(titled("a", "a").startsWhen(startedByHand(), milestone("It happened")))
                .path(
                    branch("which")
                        .when(first)
                        .thenExit("done")
                        .when(second)
                        .thenExit("gone")
                        .whenUnknown(exit("other"))
                        .otherwise(exit("other"))
                        .why("It differs"))
                .exits(done(), gone(), other())
                .build());
    return dead(set);
  }

  private List<String> dead(ContractSet set) {
    return verifier.verify(set).findings().stream()
        .filter(finding -> List.of("E-ARM-IMPOSSIBLE", "E-ARM-OVERLAP").contains(finding.rule()))
        .map(Finding::message)
        .map(message -> message.substring(0, message.indexOf(" is never taken")))
        .distinct()
        .toList();
  }

  static Stream<Arguments> nothingLeft() {
    return Stream.of(
        arguments(score().isAtLeast(50), score().isAbove(50)),
        arguments(score().isAtMost(50), score().isBelow(50)),
        arguments(score().isAtLeast(20), score().isAtLeast(50)),
        arguments(any(score().isBelow(50), score().isAtLeast(50)), not(score().isEmpty())),
        arguments(source().contains("eb"), source().is("Web")),
        arguments(source().contains("eb"), source().contains("web")),
        arguments(source().isOneOf("Web", "Fair"), source().is("fair")),
        arguments(any(source().isEmpty(), not(source().isEmpty())), source().is("Web")),
        arguments(any(mood().is("Happy"), mood().is("Sad")), not(mood().isEmpty())),
        arguments(not(mood().is("Happy")), mood().isOneOf("Sad")),
        arguments(renewal().isWithin(days(3)), renewal().isWithin(days(2))),
        arguments(renewal().isPastBy(days(3)), renewal().isPastBy(days(4))),
        arguments(not(renewal().isEmpty()), renewal().isWithin(days(2))),
        arguments(stage(SALES).isBefore(BOOKED), stage(SALES).is(ENGAGED)),
        arguments(stage(SALES).isAtOrBefore(BOOKED), stage(SALES).isBefore(WON)),
        arguments(deal(SALES).exists(), stage(SALES).is(NEW)),
        arguments(deal(SALES).exists(), deal(SALES).is(DealStatus.LOST)),
        arguments(
            deal(SALES).isOneOf(DealStatus.WON, DealStatus.OPEN), deal(SALES).is(DealStatus.WON)),
        arguments(contact().hasTag("vip"), all(contact().hasTag("vip"), contact().hasTag("cold"))),
        arguments(
            any(contact().hasEmail(), not(contact().hasEmail())),
            contact().optedOutOf(Channel.EMAIL)),
        arguments(appointment().isUpcoming(), appointment("Visits").isUpcoming()));
  }

  @ParameterizedTest(name = "{0}, then {1}")
  @MethodSource("nothingLeft")
  void nobodyIsLeftForTheSecondChoice(Condition first, Condition second) {
    assertThat(dead(first, second)).contains("arm 2 of *which*");
  }

  static Stream<Arguments> somebodyLeft() {
    return Stream.of(
        arguments(score().isAbove(50), score().isAtLeast(50)),
        arguments(score().isBelow(50), score().isAtMost(50)),
        arguments(score().isAtMost(49), score().isBelow(50)),
        arguments(score().isAtLeast(50), score().isEmpty()),
        arguments(any(score().isBelow(50), score().isAbove(50)), not(score().isEmpty())),
        arguments(source().is("Web"), source().contains("eb")),
        arguments(source().contains("web"), source().contains("eb")),
        arguments(source().isOneOf("Web", "Fair"), not(source().isEmpty())),
        arguments(source().contains("web"), source().contains("fair")),
        arguments(any(mood().is("Happy"), mood().is("Sad")), mood().isEmpty()),
        arguments(mood().is("Happy"), mood().isOneOf("Happy", "Sad")),
        arguments(renewal().isWithin(days(2)), renewal().isWithin(days(3))),
        arguments(renewal().isPastBy(days(4)), renewal().isPastBy(days(3))),
        arguments(renewal().isWithin(days(2)), renewal().isPastBy(days(0))),
        arguments(
            any(renewal().isWithin(days(2)), renewal().isPastBy(days(0))),
            not(renewal().isEmpty())),
        arguments(stage(SALES).isBefore(ENGAGED), stage(SALES).isBefore(BOOKED)),
        arguments(stage(SALES).isAfter(ENGAGED), stage(SALES).isAtOrAfter(ENGAGED)),
        arguments(deal(SALES).exists(), stage(SALES).isBefore(ENGAGED)),
        arguments(stage(SALES).is(NEW), deal(SALES).exists()),
        arguments(deal(SALES).is(DealStatus.WON), deal(SALES).exists()),
        arguments(deal(SALES).isWorthAtLeast(200), deal(SALES).isWorthAtLeast(100)),
        arguments(deal(SALES).isWorthBelow(100), deal(SALES).isWorthAtLeast(100)),
        arguments(contact().hasTag("vip"), contact().hasTag("cold")),
        arguments(contact().hasEmail(), contact().optedOutOf(Channel.EMAIL)),
        arguments(appointment().isUpcomingWithin(days(2)), appointment().isUpcomingWithin(days(3))),
        arguments(appointment().isUpcomingWithin(days(2)), appointment("Visits").isUpcoming()));
  }

  @ParameterizedTest(name = "{0}, then {1}")
  @MethodSource("somebodyLeft")
  void somebodyIsLeftForTheSecondChoice(Condition first, Condition second) {
    assertThat(dead(first, second)).isEmpty();
  }

  private static Contract inLane(String id, WhenOccupied occupied, Step... path) {
    NeedsPath begun =
        titled(id, id)
            .startsWhen(startedByHand(), milestone("It happened"))
            .admitsEveryone("The desk wants to know")
            .lane(TALKS, whenOccupied(occupied).orElse("Desk phones"))
            .reentry(never());
    return begun.path(path[0]).exits(done(), gone()).build();
  }

  private static ContractSet besideOther(WhenOccupied occupied) {
    return set(
        inLane(
            "a",
            REFUSE,
            branch("which")
                .when(Conditions.inside("b"))
                .thenExit("done")
                .otherwise(exit("gone"))
                .why("It differs")),
        inLane(
            "b",
            occupied,
            branch("seen")
                .when(contact().hasTag("vip"))
                .thenExit("done")
                .otherwise(exit("gone"))
                .why("It differs")));
  }

  @Test
  void whoWaitsInTurnIsInsideWhileAnotherHoldsTheLane() {
    assertThat(dead(besideOther(inTurn(days(1))))).isEmpty();
    assertThat(dead(besideOther(REFUSE))).contains("arm 1 of *which*");
  }
}
