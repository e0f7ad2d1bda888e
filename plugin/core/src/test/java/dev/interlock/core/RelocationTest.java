package dev.interlock.core;

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
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Relocation.Moved;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Runs that are moved to another version of their contract.
class RelocationTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");
  private static final String NEW = "new-hash";

  private final Rehearsal play =
      Rehearsal.of(new World(), MONDAY_NOON, asking(0, hello("hello"), answer("answer", "cold")));

  private static Contract asking(int priority, Step first, Step second) {
    return workflow("asking")
        .title("Asking")
        .owner("Desk")
        .purpose("Nobody waits for an answer.")
        .startsWhen(callMissed(), milestone("A call was missed"))
        .admitsEveryone("it is a test")
        .lane(World.LANE, whenOccupied(REFUSE), priority(priority))
        .reentry(afterExit())
        .path(addTag("called"), first, second)
        .exits(
            exit("answered", ExitKind.SUCCESS),
            exit("cold", ExitKind.UNRESPONSIVE),
            exit("colder", ExitKind.UNRESPONSIVE),
            exit("unreachable", ExitKind.FAILED))
        .build();
  }

  private static Step hello(String name) {
    return sms(name, "Sorry we missed you").onFailure(retry(2), thenExit("unreachable"));
  }

  private static Step answer(String name, String silence) {
    return await(name).when(replied()).thenExit("answered").silentFor(hours(24)).thenExit(silence);
  }

  private Run listening() {
    play.happens(Rehearsal.call());
    play.settle();
    assertThat(play.only().standing()).isInstanceOf(Standing.Awaiting.class);
    return play.only();
  }

  private Moved moved(Run run, Contract to, Map<NodeId, NodeId> named) {
    return new Relocation(play.program(run), Program.of(to), named).move(run, NEW, "Olga");
  }

  private static String why(Moved moved) {
    return moved instanceof Moved.Stays(var why) ? why : "moved: " + moved;
  }

  private static Decision done(Moved moved) {
    assertThat(moved).isInstanceOf(Moved.Done.class);
    return ((Moved.Done) moved).decision();
  }

  private static final Map<NodeId, NodeId> RENAMED =
      Map.of(new NodeId("hello"), new NodeId("hi"), new NodeId("answer"), new NodeId("reply"));

  @Test
  void itGoesOnInTheNewVersionFromTheSamePlaceAtTheSameTime() {
    Run before = listening();
    Contract fresh = asking(0, hello("hi"), answer("reply", "colder"));

    Decision decision = done(moved(before, fresh, RENAMED));

    Run after = decision.next();
    assertThat(after.contractHash()).isEqualTo(NEW);
    assertThat(after.standing().place()).contains(new NodeId("reply"));
    assertThat(after.standing().alarm()).isEqualTo(before.standing().alarm());
    assertThat(decision.commands()).isEmpty();
    assertThat(decision.journal())
        .extracting(Entry::words)
        .containsExactly("Olga moved the run to another version of the workflow.");
    assertThat(after.memory().sent()).extracting(Memory.Sent::at).containsExactly(new NodeId("hi"));
    assertThat(silent(fresh, after)).isEqualTo("colder");
  }

  private String silent(Contract contract, Run run) {
    Instant due = run.standing().alarm().orElseThrow();
    Verdict verdict =
        Decider.decide(Program.of(contract), run, new Input.TimerDue(due), play.facts(), due);
    return verdict instanceof Verdict.Decided(var decision)
            && decision.next().standing() instanceof Standing.Ended(var exit, _, _, _)
        ? exit.text()
        : verdict.toString();
  }

  @Test
  void itStaysWhereThereIsNoPlaceForIt() {
    Contract fresh = asking(0, hello("hello"), answer("reply", "cold"));

    assertThat(why(moved(listening(), fresh, Map.of())))
        .isEqualTo("the new version has no place answer");
  }

  @Test
  void anAwaitIsNoWait() {
    Contract fresh = asking(0, answer("first", "cold"), waitFor("answer", hours(2)));
    Contract waiting = asking(0, waitFor("answer", hours(2)), answer("first", "cold"));

    assertThat(why(moved(listening(), waiting, Map.of())))
        .isEqualTo("answer is a wait there, and not an await");
    assertThat(why(moved(play.only(), fresh, Map.of(new NodeId("answer"), new NodeId("called")))))
        .contains("the new version has no place called");
  }

  @Test
  void aNameThatIsNoPlaceMovesNobody() {
    Contract fresh = asking(0, hello("hello"), answer("answer", "cold"));
    var known = new NodeId("hello");
    var unknown = new NodeId("helo");

    assertThat(why(moved(listening(), fresh, Map.of(unknown, known))))
        .isEqualTo("its version has no place helo");
    assertThat(why(moved(play.only(), fresh, Map.of(known, unknown))))
        .isEqualTo("the new version has no place helo");
  }

  @Test
  void itKeepsItsLaneOrStays() {
    assertThat(
            why(moved(listening(), asking(1, hello("hello"), answer("answer", "cold")), Map.of())))
        .contains("another lane");
  }

  @Test
  void whatIsUnderWayIsWaitedFor() {
    play.happens(Rehearsal.call());

    assertThat(why(moved(play.only(), play.program(play.only()).contract(), Map.of())))
        .contains("in the middle of a step");
  }

  @Test
  void aPausedRunIsMovedAndStaysPaused() {
    Run run = listening();
    play.tell(run.id(), new Input.Ordered(new Input.Order.Pause(), "Olga"));

    var after =
        done(moved(play.only(), asking(0, hello("hi"), answer("reply", "cold")), RENAMED)).next();

    assertThat(after.standing())
        .isInstanceOfSatisfying(
            Standing.Paused.class,
            paused -> assertThat(paused.stopped().place()).contains(new NodeId("reply")));
  }

  @Test
  void aReportOfAMessageWhoseStepIsGoneIsNoFault() {
    Run before = listening();
    var message = before.memory().sent().getFirst().message();
    Contract fresh = asking(0, waitFor("breath", hours(1)), answer("answer", "cold"));

    Decision decision = done(moved(before, fresh, Map.of()));

    assertThat(decision.journal().getFirst().words()).contains("nothing follows from that");
    DomainEvent failed =
        play.event(
            new Happening.MessageOutcome(Delivery.FAILED, Channel.SMS, message, "no such number"));
    assertThat(
            Decider.decide(
                Program.of(fresh),
                decision.next(),
                new Input.Heard(failed),
                play.facts(),
                play.now))
        .isInstanceOf(Verdict.Decided.class);
  }
}
