package dev.interlock.verifier.prove;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.completeTasks;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.finding;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.contract.shop.Trade.CARE;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.NEW;
import static dev.interlock.contract.shop.Trade.REPAIRS;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.WON;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.broke;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.reachable;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.titled;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;
import static dev.interlock.contract.shop.Trade.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.prove.diagram.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a finding tells is read by whoever runs the CRM, so it is compared word for word.
final class StoriesTest {
  private static final Verifier VERIFIER =
      Verifier.on(LocalDate.of(2026, 11, 23)).proving(Budget.usual());

  private static String story(String rule, ContractSet set) {
    return stories(rule, set).getFirst();
  }

  private static List<String> stories(String rule, ContractSet set) {
    return VERIFIER.verify(set).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(Finding::evidence)
        .filter(Evidence.Played.class::isInstance)
        .map(evidence -> String.join("\n", ((Evidence.Played) evidence).story()) + "\n")
        .toList();
  }

  private static NeedsEntryFilter onAMissedCall() {
    return titled("text-back", "Missed-call text-back")
        .startsWhen(callMissed(), milestone("Somebody called and nobody picked up"));
  }

  private static NeedsEntryFilter onTheForm() {
    return titled("speed-to-lead", "Speed to lead")
        .startsWhen(formSubmitted("Quote"), milestone("Somebody asked for a quote"));
  }

  private static NeedsPath inCare(NeedsEntryFilter triggered) {
    return reachable(triggered)
        .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
        .reentry(never());
  }

  @Test
  void twoWorkflowsText() {
    ContractSet set =
        set(
            begun(onAMissedCall()).path(say("sorry"), exit("done")).exits(done()).build(),
            inCare(onTheForm()).path(say("thanks"), exit("done")).exits(done()).build());

    assertThat(story("E-CONTACT-CONTESTED", set))
        .isEqualTo(
            """
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins.
            10:01: Ana fills in the form *Quote*.
            *Speed to lead* begins.
            *Missed-call text-back* texts Ana (*sorry*).
            *Speed to lead* texts Ana (*thanks*).
            This is wrong: Ana is in *Missed-call text-back* when *Speed to lead* begins, and both write to them.
            """);
  }

  @Test
  void oneUndoesWhatTheOtherDid() {
    ContractSet set =
        set(
            begun(onAMissedCall())
                .path(
                    addTag("waiting").why("The desk looks for it"),
                    waitFor("a-day", days(1)).why("They may answer"),
                    exit("done"))
                .exits(done())
                .build(),
            inside(onTheForm())
                .path(removeTag("waiting").why("Nobody waits"), exit("done"))
                .exits(done())
                .build());

    assertThat(story("E-WRITE-CONFLICT", set))
        .isEqualTo(
            """
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins, adds the tag `waiting` and waits 1 day.
            10:05: Ana fills in the form *Quote*.
            *Missed-call text-back* does not listen for that.
            *Speed to lead* begins and takes the tag `waiting` away.
            This is wrong: While *Missed-call text-back* is under way, *Speed to lead* takes away the tag `waiting` that *Missed-call text-back* added.
            """);
  }

  private static ContractSet slidingBack() {
    return set(
        laned(onAMissedCall().admits(require(stage(SALES).isBefore(ENGAGED), "new ones only")))
            .reentry(never())
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                moveTo(SALES, ENGAGED).why("We talk"),
                exit("done"))
            .exits(done())
            .build());
  }

  @Test
  void theGuideTellsOneOfThem() throws IOException {
    assertThat(Files.readString(Path.of("..", "..", "docs", "guide", "verification.md")))
        .contains(story("E-STAGE-BACKWARD", slidingBack()));
  }

  @Test
  void aDealSlidesBack() {
    assertThat(story("E-STAGE-BACKWARD", slidingBack()))
        .isEqualTo(
            """
            Ana has a deal at Sales / New.
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins and waits 1 day.
            10:05: A colleague moves the deal to Sales / Won.
            *Missed-call text-back* does not listen for that.
            Tuesday 10:00, the next day: *Missed-call text-back* is about to move the deal to Sales / Engaged.
            This is wrong: *Missed-call text-back* moves the deal back from Won to Engaged by *move-to-engaged*.
            """);
  }

  @Test
  void whoNoLongerQualifiesIsMovedOn() {
    ContractSet set =
        set(
            laned(
                    onAMissedCall()
                        .admits(refuse(contact().hasTag("vip"), "the owner calls friends")))
                .reentry(never())
                .path(
                    waitFor("two-days", days(2)).why("They may answer"),
                    moveTo(SALES, WON).why("They bought"),
                    exit("done"))
                .exits(done())
                .build());

    assertThat(story("E-ADMIT-STALE", set))
        .isEqualTo(
            """
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins and waits 2 days.
            10:05: A colleague adds the tag `vip`.
            *Missed-call text-back* does not listen for that.
            Wednesday 10:00, two days later: *Missed-call text-back* is about to move the deal to Sales / Won.
            This is wrong: *Missed-call text-back* goes on by *move-to-won* although Ana no longer qualifies: the owner calls friends.
            """);
  }

  @Test
  void anAutomationSaysItFirst() {
    ContractSet set =
        set(
            trade().automation(automation("Welcome").startsOn(replied()).maySend("offer")),
            begun(onAMissedCall())
                .path(
                    waitFor("a-day", days(1)).why("They may answer"),
                    say("offer").purpose("offer"),
                    exit("done"))
                .exits(done())
                .build());

    assertThat(story("E-MSG-DUPLICATE", set))
        .isEqualTo(
            """
            Monday 10:00: Ana texts: Let me think about it.
            10:05: The CRM's automation *Welcome* sends Ana a text message, for *offer*.
            10:10: Ana calls, and nobody picks up.
            *Missed-call text-back* begins and waits 1 day.
            Tuesday 10:10, the next day: *Missed-call text-back* texts Ana (*offer*).
            This is wrong: The CRM's automation *Welcome* and *offer* of *Missed-call text-back* tell Ana the same: *offer*.
            """);
  }

  @Test
  void aMarkIsLeftBehind() {
    ContractSet set =
        set(
            begun(onAMissedCall())
                .throughout(whenever(booked()).thenExit("won"))
                .path(
                    addTag("waiting").why("The desk looks for it"),
                    waitFor("a-day", days(1)).why("They may answer"),
                    exit("gone"))
                .exits(
                    won(), gone().leaves(noTag("waiting")), broke("waiting"), takenOut("waiting"))
                .build());

    assertThat(story("E-EXIT-UNKEPT", set))
        .isEqualTo(
            """
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins, adds the tag `waiting` and waits 1 day.
            10:05: Ana books an appointment in Visits, 30 days ahead.
            *Missed-call text-back* hears it, sets *Ending* to Won and ends by *won*.
            This is wrong: Exit *won* of *Missed-call text-back* leaves the tag `waiting` behind.
            """);
  }

  @Test
  void twoTagsExcludeEachOther() {
    ContractSet set =
        set(
            trade().tag("hot").tag("warm").exclusive("warmth", "hot", "warm"),
            begun(onAMissedCall())
                .path(addTag("hot").why("They called"), exit("done"))
                .exits(done())
                .build());

    assertThat(story("E-GROUP-BROKEN", set))
        .isEqualTo(
            """
            Ana has the tag `warm`.
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins and adds the tag `hot`.
            This is wrong: *tag-hot* adds `hot` and does not remove another tag of the group *warmth* first.
            """);
  }

  @Test
  void theNextDoorIsShut() {
    ContractSet set =
        set(
            inside(onAMissedCall())
                .path(note("A call").why("The desk reads it"), exit("done"))
                .exits(done().routesTo("speed-to-lead"))
                .build(),
            onTheForm()
                .admits(require(contact().hasTag("vip"), "friends only"))
                .outsideLanes("Only the desk sees it")
                .reentry(afterExit())
                .path(note("A quote").why("The desk reads it"), exit("done"))
                .exits(done())
                .build());

    assertThat(story("E-ROUTE-REFUSED", set))
        .isEqualTo(
            """
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins, sets *Ending* to Done and ends by *done*.
            *Speed to lead* turns Ana away: friends only.
            This is wrong: Exit *done* of *Missed-call text-back* routes to *Speed to lead*, which does not take Ana: friends only.
            """);
  }

  @Test
  void aDealIsForgotten() {
    ContractSet set =
        set(
            trade()
                .pipeline(
                    REPAIRS, stage(NEW).ownedBy("Desk").staffDo("Call them"), stage(WON).asLast()),
            laned(onAMissedCall().admits(refuse(deal(REPAIRS).exists(), "it is here already")))
                .reentry(never())
                .path(moveTo(REPAIRS, NEW).why("It is here"), exit("done"))
                .exits(done())
                .build());

    assertThat(stories("E-STAGE-STRANDED", set))
        .containsExactly(
            """
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins and makes a deal at Repairs / New.
            The CRM gives no answer to *move-to-new* of *Missed-call text-back*.
            10:01: A colleague takes Ana out of *Missed-call text-back*.
            *Missed-call text-back* ends by *withdrawn*.
            This is wrong: Exit *withdrawn* of *Missed-call text-back* leaves the deal in Repairs / New, and nobody has a next move.
            """,
            """
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins, makes a deal at Repairs / New, sets *Ending* to Done and ends by *done*.
            This is wrong: Exit *done* of *Missed-call text-back* leaves the deal in Repairs / New, and nobody has a next move.
            """);
  }

  @Test
  void somebodyHasNoNumber() {
    ContractSet set =
        set(
            laned(
                    onAMissedCall()
                        .admits(refuse(contact().optedOutOf(SMS), "they asked for no texts")))
                .reentry(never())
                .path(say("sorry"), exit("done"))
                .exits(done())
                .build());

    assertThat(story("E-ADMIT-MISSING", set))
        .isEqualTo(
            """
            Ana has no phone number.
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins.
            *Missed-call text-back* cannot send *sorry*: Ana has no phone number.
            This is wrong: *Missed-call text-back* admits a contact to whom *sorry* cannot be sent.
            """);
  }

  @Test
  void theCrmDoesNotSay() {
    ContractSet set =
        set(
            inside(onAMissedCall())
                .path(
                    branch("texts")
                        .when(contact().optedOutOf(SMS))
                        .because("They want none")
                        .thenExit("gone")
                        .otherwise(exit("done"))
                        .why("It differs"))
                .exits(done(), gone())
                .build());

    assertThat(story("E-UNKNOWN-UNHANDLED", set))
        .isEqualTo(
            """
            The CRM does not say whether Ana agreed to texts.
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins.
            The CRM does not say what *texts* of *Missed-call text-back* asks.
            This is wrong: At *texts*, *Missed-call text-back* goes by what the CRM does not say, and nothing says what happens then.
            """);
  }

  @Test
  void nobodyTicksTheTaskOff() {
    ContractSet set =
        set(
            begun(onAMissedCall())
                .throughout(whenever(booked()).thenExit("won"))
                .path(
                    task("Phone them", dueIn(hours(4))).named("phone").why("They may wait for it"),
                    waitFor("a-day", days(1)).why("They may answer"),
                    completeTasks("Phone them").named("settled").why("It is too late by then"),
                    exit("done"))
                .exits(
                    broke("waiting").keepsTasks("Phone them"),
                    takenOut("waiting").ticksOffTasks("Phone them"),
                    done(),
                    won())
                .build());

    assertThat(story("E-EXIT-UNKEPT", set))
        .isEqualTo(
            """
            Monday 10:00: Ana calls, and nobody picks up.
            *Missed-call text-back* begins, makes the task *Phone them* and waits 1 day.
            10:05: Ana books an appointment in Visits, 30 days ahead.
            *Missed-call text-back* hears it, sets *Ending* to Won and ends by *won*.
            This is wrong: Exit *won* of *Missed-call text-back* leaves the task *Phone them* open.
            """);
  }
}
