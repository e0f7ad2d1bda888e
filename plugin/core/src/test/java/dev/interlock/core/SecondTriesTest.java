package dev.interlock.core;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Exits;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Input.Order;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Proof;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What operators have tried again, and what they have left out.
class SecondTriesTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");

  private final World world = new World();
  private final Rehearsal play = Rehearsal.of(world, MONDAY_NOON, asking());

  SecondTriesTest() {
    world.tags.add(new TagName("prospect"));
  }

  /// A tag, an hour, a text, and an answer or silence.
  private static Contract asking() {
    return workflow("asking")
        .title("Asking")
        .owner("Desk")
        .purpose("Nobody waits for an answer.")
        .startsWhen(callMissed(), milestone("A call was missed"))
        .admits(require(contact().hasTag("prospect"), "only prospects are asked"))
        .lane(World.LANE, whenOccupied(REFUSE))
        .reentry(afterExit())
        .path(
            addTag("called"),
            waitFor("breath", hours(1)),
            sms("hello", "Sorry we missed you").onFailure(retry(2), thenExit("unreachable")),
            await("answer")
                .when(replied())
                .thenExit("answered")
                .silentFor(hours(24))
                .thenExit("cold"))
        .exits(
            exit("answered", ExitKind.SUCCESS),
            exit("cold", ExitKind.UNRESPONSIVE).leaves(Exits.tag("cold")),
            exit("unreachable", ExitKind.FAILED))
        .build();
  }

  private void orders(Order order) {
    play.tell(play.only().id(), new Input.Ordered(order, "Olga"));
  }

  private static Order skip(String at) {
    return new Order.Skip(new NodeId(at), "they are in a hurry");
  }

  private void begun() {
    play.happens(Rehearsal.call());
  }

  private void held() {
    begun();
    play.settle();
    play.nextTimer();
    play.report(
        play.pending.removeFirst(),
        new Outcome.Postponed(play.now.plus(hours(3)), "the CRM says slow down", 0));
    assertThat(play.only().standing()).isInstanceOf(Standing.Held.class);
  }

  private String end() {
    return play.only().standing() instanceof Standing.Ended(var exit, _, _, var proof)
        ? exit.text() + " " + proof.getClass().getSimpleName()
        : "not over: " + play.only().standing();
  }

  @Test
  void aHeldMessageIsAskedAboutAtOnce() {
    held();

    orders(new Order.Retry());
    play.settle();

    assertThat(world.sent).hasSize(1);
    assertThat(play.only().standing()).isInstanceOf(Standing.Awaiting.class);
    assertThat(play.journal()).anyMatch(line -> line.contains("Olga had it tried again"));
  }

  @Test
  void aHeldMessageIsNotSentToWhoNoLongerQualifies() {
    held();
    world.tags.clear();

    orders(new Order.Retry());
    play.settle();

    assertThat(world.sent).isEmpty();
    assertThat(end()).startsWith("withdrawn");
  }

  @Test
  void aStepThatWaitsForTheCrmIsTriedNow() {
    begun();
    Command command = play.pending.peekFirst();

    orders(new Order.Retry());

    assertThat(play.effects).contains(new Effect.TryNow(command.id()));
    assertThat(play.pending).as("the same command").hasSize(1);
  }

  @Test
  void aStepIsNotTriedAgainForWhoNoLongerQualifies() {
    begun();
    Command command = play.pending.peekFirst();
    world.tags.clear();

    orders(new Order.Retry());

    assertThat(play.effects)
        .contains(new Effect.CommandCancelled(command.id()))
        .noneMatch(Effect.TryNow.class::isInstance);
    assertThat(play.journal()).anyMatch(line -> line.contains("No longer qualifies"));
  }

  /// Ends by an exit whose tag somebody keeps taking away.
  private void endedWithoutProof() {
    begun();
    play.settle();
    play.passes(hours(1));
    play.nextTimer();
    while (!play.pending.isEmpty()) {
      Command command = play.pending.removeFirst();
      if (command.doing() instanceof Command.Ensure) {
        play.report(command, new Outcome.Refused("503", "not now"));
      } else {
        play.report(command);
      }
    }
    assertThat(end()).isEqualTo("cold Unverified");
  }

  @Test
  void anExitThatWasNotTrueIsMadeTrueAndReadBack() {
    endedWithoutProof();
    Instant ended = ((Standing.Ended) play.only().standing()).at();
    play.now = play.now.plus(hours(5));

    orders(new Order.Retry());
    play.settle();

    assertThat(world.tags).contains(new TagName("cold"));
    assertThat(end()).isEqualTo("cold Verified");
    assertThat(((Standing.Ended) play.only().standing()).at()).as("since then").isEqualTo(ended);
  }

  @Test
  void nothingIsWrittenWhereTheContactHasGoneOn() {
    endedWithoutProof();
    var first = play.only().id();
    play.now = play.now.plus(hours(1));
    play.happens(Rehearsal.call());
    play.settle();
    List<Standing> second =
        play.runs.values().stream()
            .filter(run -> !run.id().equals(first))
            .map(run -> run.standing())
            .toList();
    assertThat(second).singleElement().isInstanceOf(Standing.Waiting.class);

    play.tell(first, new Input.Ordered(new Order.Retry(), "Olga"));

    assertThat(play.pending).as("the same workflow is under way again").isEmpty();
    play.runs.keySet().stream()
        .filter(run -> !run.equals(first))
        .toList()
        .forEach(run -> play.tell(run, new Input.Ordered(new Order.Withdraw("a test"), "Olga")));
    play.settle();

    play.tell(first, new Input.Ordered(new Order.Retry(), "Olga"));
    play.settle();

    assertThat(world.tags).doesNotContain(new TagName("cold"));
    assertThat(play.run(first).standing())
        .isInstanceOfSatisfying(
            Standing.Ended.class,
            ended -> assertThat(ended.proof()).isInstanceOf(Proof.Unverified.class));
  }

  @Test
  void aWaitThatIsSkippedIsOver() {
    begun();
    play.settle();

    orders(skip("breath"));
    play.settle();

    assertThat(world.sent).hasSize(1);
    assertThat(play.now).isEqualTo(MONDAY_NOON);
    assertThat(play.journal())
        .anyMatch(line -> line.contains("Olga had it go on without waiting: they are in a hurry."));
  }

  @Test
  void anOrderThatIsRepeatedSkipsNothingElse() {
    begun();
    play.settle();

    orders(skip("breath"));
    play.settle();
    var listening = play.only().standing();
    orders(skip("breath"));

    assertThat(listening).isInstanceOf(Standing.Awaiting.class);
    assertThat(play.only().standing()).isEqualTo(listening);
    assertThat(play.pending).isEmpty();
  }

  @Test
  void anAwaitThatIsSkippedGoesOnAsInSilence() {
    begun();
    play.settle();
    play.passes(hours(1));
    assertThat(play.only().standing()).isInstanceOf(Standing.Awaiting.class);

    orders(skip("answer"));
    play.settle();

    assertThat(end()).isEqualTo("cold Verified");
  }

  @Test
  void aHeldMessageThatIsSkippedIsNotSent() {
    held();

    orders(skip("hello"));
    play.settle();

    assertThat(world.sent).isEmpty();
    assertThat(play.only().standing()).isInstanceOf(Standing.Awaiting.class);
  }

  @Test
  void aStepUnderWayThatIsSkippedIsNotWantedAnyMore() {
    begun();
    Command command = play.pending.removeFirst();

    orders(new Order.Skip(new NodeId(command.step()), "they are in a hurry"));
    play.report(command);

    assertThat(play.effects).contains(new Effect.CommandCancelled(command.id()));
    assertThat(play.only().standing()).isInstanceOf(Standing.Waiting.class);
  }

  @Test
  void leavingAndStandingStillAreNotSkipped() {
    begun();
    play.settle();
    orders(new Order.Pause());
    orders(skip("breath"));
    assertThat(play.only().standing()).isInstanceOf(Standing.Paused.class);
    orders(new Order.Withdraw("a test"));
    var leaving = play.only().standing();

    orders(skip("breath"));

    assertThat(play.only().standing()).isEqualTo(leaving);
  }
}
