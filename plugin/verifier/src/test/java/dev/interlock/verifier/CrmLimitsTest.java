package dev.interlock.verifier;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.linkClicked;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.share;
import static dev.interlock.contract.dsl.Steps.split;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.aDay;
import static dev.interlock.contract.shop.Shop.answer;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.jotting;
import static dev.interlock.contract.shop.Shop.named;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CrmLimitsTest {
  private static final CrmLimits CAN_ALL =
      new CrmLimits(
          "Paper",
          _ -> Optional.empty(),
          _ -> Optional.empty(),
          _ -> Optional.empty(),
          _ -> Optional.empty());

  private static final ContractSet SET =
      set(
          begun("a")
              .throughout(whenever(either(replied(), linkClicked())).thenExit("done"))
              .path(
                  branch("who")
                      .when(not(contact().isAssigned()))
                      .thenExit("gone")
                      .otherwiseGoOn()
                      .why("It differs"),
                  say("hello"),
                  note("Hi").named("jot").why("Courtesy"),
                  aDay("day"),
                  repeat(
                          "turns",
                          2,
                          split(
                                  "test",
                                  share(50, waitFor("hour", hours(1)).why("To compare")),
                                  share(50, waitFor("hours", hours(2)).why("To compare")))
                              .why("To see what works"))
                      .why("Twice"),
                  answer("answer"))
              .exits(done(), gone())
              .build());

  private static List<Finding> found(CrmLimits limits) {
    return Verifier.on(LocalDate.EPOCH).within(limits).verify(SET).findings();
  }

  @Test
  void findsNothingWhereTheCrmCanDoEverything() {
    assertThat(found(CAN_ALL)).isEmpty();
  }

  @Test
  void asksForEventsWithTheirAlternatives() {
    CrmLimits noClicks =
        new CrmLimits(
            "Paper",
            event ->
                event instanceof EventPattern.Either
                    ? Optional.of("paper has no links; await an answer instead.")
                    : Optional.empty(),
            CAN_ALL.condition(),
            CAN_ALL.action(),
            CAN_ALL.message());
    assertThat(found(noClicks))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo("E-CRM-CANNOT");
          assertThat(finding.message())
              .isEqualTo("Paper does not report *replied or message clicked*");
          assertThat(finding.help()).isEqualTo("paper has no links; await an answer instead.");
          assertThat(finding.at()).isEqualTo("throughout");
        });
  }

  @Test
  void asksForConditionsWhole() {
    CrmLimits nothingNegated =
        new CrmLimits(
            "Paper",
            CAN_ALL.event(),
            condition ->
                condition instanceof Condition.Not
                    ? Optional.of("paper knows no negation.")
                    : Optional.empty(),
            CAN_ALL.action(),
            CAN_ALL.message());
    assertThat(found(nothingNegated)).extracting(Finding::at).containsExactly("who");
  }

  @Test
  void findsWhatAnExitPromises() {
    CrmLimits noTags =
        new CrmLimits(
            "Paper",
            CAN_ALL.event(),
            CAN_ALL.condition(),
            action ->
                action instanceof Action.AddTag
                    ? Optional.of("paper has no tags.")
                    : Optional.empty(),
            CAN_ALL.message());
    assertThat(found(noTags)).extracting(Finding::at).containsExactlyInAnyOrder("done", "gone");
  }

  @Test
  void findsMessagesThatTheCrmCannotSend() {
    CrmLimits noTexts =
        new CrmLimits(
            "Paper",
            CAN_ALL.event(),
            CAN_ALL.condition(),
            CAN_ALL.action(),
            _ -> Optional.of("paper is sent by post."));
    assertThat(found(noTexts)).extracting(Finding::at).containsExactly("hello");
  }

  private static CrmLimits deafTo(Class<? extends EventPattern> kind) {
    return new CrmLimits(
        "Paper",
        event -> kind.isInstance(event) ? Optional.of("paper hears nothing.") : Optional.empty(),
        CAN_ALL.condition(),
        CAN_ALL.action(),
        CAN_ALL.message());
  }

  private static List<Finding> routing(CrmLimits limits) {
    ContractSet set =
        set(
            begun("a")
                .path(say("hello"), exit("done"))
                .exits(done().routesTo("b").orElse("Desk phones"))
                .build(),
            begun(named("b").startsWhen(routedHere(), milestone("It happened")))
                .path(say("hi"), exit("gone"))
                .exits(gone())
                .build());
    return Verifier.on(LocalDate.EPOCH).within(limits).verify(set).findings();
  }

  @Test
  void whatOnlyFollowsOnAnEventThatIsNeverReportedBeginsNever() {
    assertThat(routing(deafTo(EventPattern.CallMissed.class)))
        .extracting(finding -> finding.contract() + " " + finding.rule())
        .containsExactlyInAnyOrder("a E-CRM-CANNOT", "b E-TRIGGER-NONE");
    assertThat(routing(deafTo(EventPattern.TagEvent.class))).isEmpty();
  }

  @Test
  void whatIsNotReportedIsNotMissedTwiceAndARouteNeedsNoReport() {
    CrmLimits noCalls =
        new CrmLimits(
            "Paper",
            event ->
                event instanceof EventPattern.Routed
                    ? Optional.empty()
                    : Optional.of("paper does not ring."),
            CAN_ALL.condition(),
            CAN_ALL.action(),
            CAN_ALL.message());
    ContractSet set =
        set(jotting("a", either(routedHere(), callMissed())), jotting("b", callMissed()));
    assertThat(Verifier.on(LocalDate.EPOCH).within(noCalls).verify(set).findings())
        .extracting(finding -> finding.contract() + " " + finding.rule())
        .containsExactlyInAnyOrder("a E-CRM-CANNOT", "a E-TRIGGER-NONE", "b E-CRM-CANNOT");
  }

  @Test
  void saysWhichCrmItIs() {
    assertThat(Verifier.on(LocalDate.EPOCH).within(CAN_ALL).reasons())
        .containsEntry(
            "E-CRM-CANNOT", "What the CRM cannot do is refused before go-live, never at run time.");
  }

  @Test
  void asksNoRuleTwice() {
    assertThat(Verifier.on(LocalDate.EPOCH).within(CAN_ALL).rules())
        .extracting(Rule::id)
        .doesNotHaveDuplicates()
        .contains("E-TRIGGER-NONE", "E-CRM-CANNOT");
  }
}
