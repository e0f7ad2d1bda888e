package dev.interlock.verifier.prove.world;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.clearField;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.OWN_WRITES_COUNT;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.shop.Trade.CARE;
import static dev.interlock.contract.shop.Trade.TALKS;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers are kept by what they depend on: a change that they depend on makes another hash, and
/// one that they do not depend on makes none. That the machines behind one hash are the same is
/// what `PremisesTest` compares, which takes longer.
final class PremiseHashesTest {
  private static final List<String> ASKED = List.of("E-STAGE-BACKWARD");

  private static final OperationWords TRADE = trade();
  private static final Contract STUDIED = studied();
  private static final Contract USUAL = outside(everybody(), done(), addTag("vip").why("So it is"));

  /// Reads one field, writes two more and empties one, and asks about a run outside.
  private static Contract studied() {
    return triggered("studied")
        .admits(refuse(inside("outside"), "they are there"))
        .outsideLanes("Only the desk sees it")
        .reentry(never())
        .path(
            branch("score")
                .when(contact().field("Score").isAtLeast(5))
                .because("High")
                .thenGoOn()
                .otherwiseGoOn(),
            setField("Source", "Fair").why("So it is"),
            clearField("Renewal").why("So it is"),
            exit("done"))
        .exits(done())
        .build();
  }

  private static Contract outside(NeedsPath begun, Exit exit, Step... steps) {
    return switch (steps.length) {
      case 0 -> begun.path(exit("done")).exits(exit).build();
      default -> begun.path(steps[0], exit("done")).exits(exit).build();
    };
  }

  private static NeedsPath everybody() {
    return inside(named("outside").startsWhen(booked(), milestone("They booked")));
  }

  private static NeedsPath inTalks(WhenOccupied occupied) {
    return named("outside")
        .startsWhen(booked(), milestone("They booked"))
        .admitsEveryone("The desk wants to know")
        .lane(TALKS, whenOccupied(occupied).orElse("Desk phones"))
        .reentry(never());
  }

  private static NeedsPath displacing(int weight) {
    return named("outside")
        .startsWhen(booked(), milestone("They booked"))
        .admitsEveryone("The desk wants to know")
        .lane(TALKS, whenOccupied(DISPLACE).orElse("Desk phones"), priority(weight))
        .reentry(never());
  }

  private static NeedsPath inCare() {
    return named("outside")
        .startsWhen(booked(), milestone("They booked"))
        .admitsEveryone("The desk wants to know")
        .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
        .reentry(never());
  }

  private static Step asking(Condition condition) {
    return branch("ask").when(condition).because("It differs").thenGoOn().otherwiseGoOn();
  }

  private static String hash(OperationWords operation, Contract... all) {
    return hash(set(operation, all), all[0]);
  }

  private static String hash(ContractSet set, Contract... studied) {
    return Premises.of(Survey.of(set)).hashOf(List.of(studied), ASKED);
  }

  private static Arguments another(String what, Contract outside) {
    return arguments(what, outside);
  }

  static Stream<Arguments> differences() {
    return Stream.of(
        another("writes another tag", outside(everybody(), done(), addTag("cold").why("So"))),
        another("promises a tag", outside(everybody(), done().leaves(tag("cold")), vip())),
        another("promises no tag", outside(everybody(), done().leaves(noTag("cold")), vip())),
        another("is in a lane", outside(inTalks(REFUSE), done(), vip())),
        another("routes here", outside(everybody(), done().routesTo("studied"), vip())),
        another("writes a field that is read", outside(everybody(), done(), score("7"))),
        another(
            "promises a field that is written",
            outside(everybody(), done().leaves(field("Source", "Friend")), vip())),
        another(
            "compares a field that is read",
            outside(everybody(), done(), asking(contact().field("Score").isAtLeast(9)))),
        another(
            "compares a date that is emptied",
            outside(everybody(), done(), asking(contact().field("Renewal").isWithin(days(3))))),
        another(
            "compares a text that is written",
            outside(everybody(), done(), asking(contact().field("Source").contains("web")))),
        another(
            "hears our own tags",
            outside(
                inside(
                    named("outside")
                        .startsWhen(tagAdded("vip"), milestone("A friend"), OWN_WRITES_COUNT)),
                done(),
                vip())));
  }

  private static Step vip() {
    return addTag("vip").why("So it is");
  }

  private static Step score(String value) {
    return setField("Score", value).why("So it is");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void anAnswerIsAskedAnewWhenAnother(String what, Contract changed) {
    assertThat(hash(TRADE, STUDIED, changed)).as(what).isNotEqualTo(hash(TRADE, STUDIED, USUAL));
  }

  static Stream<Arguments> indifferent() {
    return Stream.of(
        arguments(
            "begins otherwise",
            outside(
                inside(named("outside").startsWhen(callMissed(), milestone("They called"))),
                done(),
                vip())),
        arguments("promises what it wrote", outside(everybody(), done().leaves(tag("vip")), vip())),
        arguments("tells its next action", outside(everybody(), done().next("Call"), vip())),
        arguments("routes elsewhere", outside(everybody(), done().routesTo("outside"), vip())),
        arguments(
            "asks of a field that is not touched",
            everybody()
                .path(vip(), asking(contact().field("Mood").is("Happy")), exit("done"))
                .exits(done())
                .build()),
        arguments(
            "writes a note besides",
            everybody()
                .path(vip(), note("So").why("The desk reads it"), exit("done"))
                .exits(done())
                .build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indifferent")
  void anAnswerIsKeptWhenAnother(String what, Contract changed) {
    assertThat(hash(TRADE, STUDIED, changed)).as(what).isEqualTo(hash(TRADE, STUDIED, USUAL));
  }

  @Test
  void theOperationIsPartOfIt() {
    assertThat(hash(trade().automation(automation("Welcome")), STUDIED, USUAL))
        .isNotEqualTo(hash(TRADE, STUDIED, USUAL));
  }

  @Test
  void whatIsAskedIsPartOfIt() {
    ContractSet set = set(TRADE, STUDIED, USUAL);
    Premises premises = Premises.of(Survey.of(set));
    List<Contract> one = set.contracts().subList(0, 1);
    assertThat(premises.hashOf(one, List.of("A", "B")))
        .isNotEqualTo(premises.hashOf(one, List.of("A")))
        .isNotEqualTo(premises.hashOf(one, List.of("AB")))
        .isEqualTo(premises.hashOf(one, List.of("A", "B")));
  }

  @Test
  void lanesOutsideArePartOfItAndHowTheyAreTaken() {
    assertThat(
            Stream.of(
                    outside(inTalks(REFUSE), done(), vip()),
                    outside(inTalks(inTurn(days(1))), done(), vip()),
                    outside(inCare(), done(), vip()),
                    outside(displacing(1), done(), vip()),
                    outside(displacing(2), done(), vip()),
                    outside(inCare(), done()),
                    outside(everybody(), done(), vip()))
                .map(one -> hash(TRADE, STUDIED, one)))
        .doesNotHaveDuplicates();
  }

  @Test
  void whetherThereAreOthersIsPartOfIt() {
    Contract silent = everybody().path(note("So").why("Read"), exit("done")).exits(done()).build();
    assertThat(
            Stream.of(
                hash(TRADE, silent),
                hash(TRADE, silent, STUDIED),
                hash(set(TRADE, silent, STUDIED), silent, STUDIED),
                hash(TRADE, STUDIED),
                hash(TRADE, STUDIED, silent)))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatTwoOthersShowIsShownWhileOneOfThemIsLeft() {
    Contract second =
        inside(named("second").startsWhen(booked(), milestone("They booked")))
            .path(vip(), exit("done"))
            .exits(done())
            .build();
    ContractSet both = set(TRADE, USUAL, STUDIED, second);
    ContractSet alone = set(TRADE, USUAL, STUDIED);
    assertThat(hash(both, USUAL, STUDIED)).isNotEqualTo(hash(alone, USUAL, STUDIED));
    assertThat(hash(both, STUDIED)).isEqualTo(hash(alone, STUDIED));
  }

  @Test
  void aContractWithRunsOfItsOwnIsAmongItsSurroundings() {
    Contract keyed = outside(everybody().keyedBy(RunKey.APPOINTMENT), done(), vip());
    ContractSet set = set(TRADE, keyed);
    Premises premises = Premises.of(Survey.of(set));
    assertThat(premises.hashOf(List.of(keyed, keyed), ASKED))
        .isNotEqualTo(premises.hashOf(List.of(keyed), ASKED));
    // what others do, this contract's other runs do as well
    Contract second =
        inside(named("second").startsWhen(booked(), milestone("They booked")))
            .path(vip(), exit("done"))
            .exits(done())
            .build();
    assertThat(hash(set(TRADE, keyed, second), keyed)).isEqualTo(hash(set(TRADE, keyed), keyed));
  }

  /// Without a change of what a hash is made of, answers that were kept stay good.
  @Test
  void aHashIsOfAFixedForm() {
    assertThat(hash(TRADE, STUDIED, USUAL)).matches("[0-9a-f]{64}");
  }

  @Test
  void aContractOfAnotherSetIsRefused() {
    Premises premises = Premises.of(Survey.of(set(TRADE, STUDIED)));
    assertThatThrownBy(() -> premises.hashOf(List.of(USUAL), ASKED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outside is not of this set");
  }
}
