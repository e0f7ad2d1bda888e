package dev.interlock.core;

import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.dealCreated;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.dsl.Drafting;
import dev.interlock.contract.dsl.Exits;
import dev.interlock.contract.dsl.Steps;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A run goes on with the opportunity that it is about, whichever other one was touched last.
class OwnDealTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");
  private static final DealId OURS = new DealId("ours");
  private static final DealId OTHER = new DealId("other");

  private final World world = new World();

  private static Drafting.NeedsLane about(EventPattern event) {
    return workflow("deals")
        .title("Deals")
        .owner("Desk")
        .purpose("To be tested")
        .startsWhen(event, milestone("something began"))
        .admits(require(stage(World.SALES).isBefore(World.STAGES.get(3)), "it is not won yet"));
  }

  private static Contract moving(EventPattern event) {
    return about(event)
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(
            moveTo(World.SALES, World.STAGES.get(1)).named("talk"),
            Steps.waitFor("pause", hours(1)),
            sms("hello", "Hello"),
            exit("done"))
        .exits(exit("done", ExitKind.SUCCESS).leaves(Exits.stage(World.SALES, World.STAGES.get(2))))
        .build();
  }

  private Rehearsal aboutOurs() {
    Rehearsal play = Rehearsal.of(world, MONDAY_NOON, moving(dealCreated()));
    play.happens(new Happening.DealHappened(DealChange.CREATED, OURS, World.SALES));
    return play;
  }

  private static Outcome done(DealId deal) {
    return new Outcome.Done(Optional.empty(), Optional.of(deal.text()));
  }

  /// Another opportunity was touched after ours.
  private ContactSnapshot read(int ours, int other) {
    ContactSnapshot plain = world.read(MONDAY_NOON);
    return new ContactSnapshot(
        plain.id(),
        plain.readAt(),
        true,
        plain.fields(),
        plain.addresses(),
        plain.consent(),
        plain.tags(),
        plain.zone(),
        plain.assignee(),
        Known.said(List.of(deal(OURS, ours, 0), deal(OTHER, other, 60))),
        plain.appointments());
  }

  private static Deal deal(DealId id, int stage, int touched) {
    return new Deal(
        id,
        id.text(),
        new StageRef(World.SALES, World.STAGES.get(stage)),
        DealStatus.OPEN,
        Optional.empty(),
        MONDAY_NOON.plusSeconds(touched));
  }

  @Test
  void theDealThatBeganItIsRemembered() {
    assertThat(aboutOurs().only().memory().deals()).containsEntry(World.SALES, OURS);
  }

  @Test
  void theDealThatAStepMadeIsRemembered() {
    Rehearsal play = Rehearsal.of(world, MONDAY_NOON, moving(callMissed()));
    play.happens(Rehearsal.call());
    assertThat(play.only().memory().deals()).isEmpty();
    play.report(play.pending.removeFirst(), done(OURS));

    assertThat(play.only().memory().deals()).containsEntry(World.SALES, OURS);
  }

  @Test
  void theFirstDealOfAPipelineStaysTheOne() {
    Rehearsal play = aboutOurs();
    play.report(play.pending.removeFirst(), done(OTHER));

    assertThat(play.only().memory().deals()).containsEntry(World.SALES, OURS);
  }

  @Test
  void anotherDealAtThePromisedStageProvesNothing() {
    assertThat(verified(read(1, 2))).isInstanceOf(Command.Ensure.class);
  }

  @Test
  void ourDealAtThePromisedStageProvesItWhereverAnotherStands() {
    Rehearsal play = leaving();
    play.report(play.pending.removeFirst(), done(OURS));
    play.report(play.pending.removeFirst(), new Outcome.ReadBack(read(2, 0)));

    assertThat(play.only().standing())
        .isInstanceOfSatisfying(
            Standing.Ended.class,
            ended -> assertThat(ended.proof()).isEqualTo(new Proof.Verified()));
  }

  @Test
  void whatAnExitMovedIsWhatIsReadBack() {
    Rehearsal play = Rehearsal.of(world, MONDAY_NOON, moving(callMissed()));
    play.happens(Rehearsal.call());
    play.settle();
    play.nextTimer();
    play.report(play.pending.removeFirst(), new Outcome.AlreadySo());
    assertThat(play.only().memory().deals()).isEmpty();
    play.report(play.pending.removeFirst(), done(OURS));

    assertThat(play.only().memory().deals()).containsEntry(World.SALES, OURS);
  }

  @Test
  void clausesAreAskedOfOurDeal() {
    View view =
        new View(
            read(0, 3),
            aboutOurs().facts().around(),
            new RunId("self"),
            Memory.Subject.contactOnly(),
            Map.of(World.SALES, OURS),
            MONDAY_NOON);

    assertThat(Asking.ask(stage(World.SALES).isBefore(World.STAGES.get(3)), view))
        .isEqualTo(Truth.YES);
  }

  @Test
  void aDealOfOursThatIsGoneIsNotReplacedByAnother() {
    View view =
        new View(
            read(0, 3),
            aboutOurs().facts().around(),
            new RunId("self"),
            Memory.Subject.contactOnly(),
            Map.of(World.SALES, new DealId("gone")),
            MONDAY_NOON);

    assertThat(view.deal(World.SALES)).isEqualTo(Known.said(Optional.empty()));
  }

  private Rehearsal leaving() {
    Rehearsal play = aboutOurs();
    play.report(play.pending.removeFirst(), done(OURS));
    play.nextTimer();
    play.report(play.pending.removeFirst(), new Outcome.Done(Optional.empty(), Optional.empty()));
    return play;
  }

  private Command.Doing verified(ContactSnapshot contact) {
    Rehearsal play = leaving();
    play.report(play.pending.removeFirst(), done(OURS));
    play.report(play.pending.removeFirst(), new Outcome.ReadBack(contact));
    return play.pending.getFirst().doing();
  }
}
