package dev.interlock.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contracts by lot, played with inputs by lot: duplicated, reordered, late and contradicting ones.
/// Whatever comes, what the core promises holds.
class DeciderPropertiesTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");
  private static final int STORIES = 80;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverComesThePromisesHold(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < STORIES; i++) {
      new Story(random).play();
    }
  }

  @Test
  void theStoriesVisitEveryStanding() {
    Random random = new Random(42);
    Set<Class<?>> visited = new HashSet<>();
    boolean reopened = false;
    for (int i = 0; i < 200 || (!reopened && i < 1_000); i++) {
      Story story = new Story(random);
      story.play();
      visited.addAll(story.visited);
      reopened |=
          story.rehearsal.runs.values().stream()
              .anyMatch(run -> run.memory().overSince().isPresent());
    }
    assertThat(reopened).as("an exit without proof was looked into again").isTrue();
    assertThat(visited)
        .containsAll(
            List.of(Standing.class.getPermittedSubclasses()).stream()
                .filter(one -> one != Standing.Ready.class && !one.isInterface())
                .toList());
  }

  /// One contact's fate under three random contracts that share a lane.
  private static final class Story {
    private final Random random;
    private final World world = new World();
    private final Rehearsal rehearsal;
    private final List<DomainEvent> past = new ArrayList<>();
    private final List<Input.TimerDue> timers = new ArrayList<>();
    private final List<Command> reported = new ArrayList<>();
    private final Set<Class<?>> visited = new HashSet<>();

    Story(Random random) {
      this.random = random;
      RandomContracts contracts = new RandomContracts(random);
      this.rehearsal =
          new Rehearsal(
              world,
              MONDAY_NOON,
              this::check,
              contracts.next("first"),
              contracts.next("second"),
              contracts.next("third"));
    }

    void play() {
      world.fields.put(new FieldName("Source"), "web");
      for (int i = 0; i < 40; i++) {
        act();
      }
      endsInSilence();
    }

    private void act() {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> happens(rehearsal.event(something()));
        case 3 -> again();
        case 4, 5 -> rehearsal.nextTimer();
        case 6 -> staleTimer();
        case 7, 8 -> rehearsal.settle();
        case 9 -> outcome();
        case 10 -> order();
        default -> rehearsal.now = rehearsal.now.plus(Duration.ofMinutes(random.nextInt(600)));
      }
      rehearsal.runs.values().stream()
          .filter(run -> run.standing().alarm().isPresent())
          .forEach(run -> timers.add(new Input.TimerDue(run.standing().alarm().orElseThrow())));
    }

    private void happens(DomainEvent event) {
      past.add(event);
      rehearsal.happens(event);
    }

    private void again() {
      if (!past.isEmpty()) {
        DomainEvent old = past.get(random.nextInt(past.size()));
        List.copyOf(rehearsal.runs.keySet())
            .forEach(run -> rehearsal.tell(run, new Input.Heard(old)));
      }
    }

    private void staleTimer() {
      if (!timers.isEmpty()) {
        Input.TimerDue stale = timers.get(random.nextInt(timers.size()));
        List.copyOf(rehearsal.runs.keySet()).forEach(run -> rehearsal.tell(run, stale));
      }
    }

    private void outcome() {
      Command command = rehearsal.pending.pollFirst();
      if (command == null) {
        reported.stream()
            .skip(reported.isEmpty() ? 0 : random.nextInt(reported.size()))
            .findFirst()
            .ifPresent(rehearsal::report);
        return;
      }
      reported.add(command);
      Outcome outcome =
          switch (random.nextInt(8)) {
            case 0 -> new Outcome.Refused("test", "it would not");
            case 1 -> new Outcome.Blocked("opted out");
            case 2 -> new Outcome.InDoubt("the line broke");
            case 3 -> new Outcome.ContactGone();
            case 4, 5 ->
                new Outcome.Postponed(
                    rehearsal.now.plus(Duration.ofHours(random.nextInt(30))), "it is busy", 1);
            default -> world.carryOut(command.doing(), rehearsal.now);
          };
      rehearsal.report(command, outcome);
    }

    private void order() {
      rehearsal.runs.values().stream()
          .skip(rehearsal.runs.isEmpty() ? 0 : random.nextInt(rehearsal.runs.size()))
          .findFirst()
          .ifPresent(run -> rehearsal.tell(run.id(), new Input.Ordered(orderAbout(run), "Olga")));
    }

    private Input.Order orderAbout(Run run) {
      return switch (random.nextInt(9)) {
        case 6, 7 -> new Input.Order.Retry();
        case 8 -> new Input.Order.Skip(seen(run), "a test");
        case 0 -> new Input.Order.Pause();
        case 1, 2 -> new Input.Order.Resume(random.nextBoolean());
        case 3 -> new Input.Order.Withdraw("a test");
        default -> new Input.Order.Settle(random.nextBoolean());
      };
    }

    /// Where somebody saw the run stand, who may have looked too early.
    private NodeId seen(Run run) {
      var elsewhere = new NodeId("elsewhere");
      return random.nextInt(4) == 0 ? elsewhere : run.standing().place().orElse(elsewhere);
    }

    private Happening something() {
      return switch (random.nextInt(11)) {
        case 0 -> Rehearsal.call();
        case 1 -> Rehearsal.reply("yes please");
        case 2 -> {
          world.consent.put(Channel.SMS, Consent.OPTED_OUT);
          yield Rehearsal.reply("STOP");
        }
        case 3 -> booked();
        case 4 -> appointment(AppointmentChange.CANCELLED, Appointment.Status.CANCELLED);
        case 5 -> appointment(AppointmentChange.NO_SHOW, Appointment.Status.NO_SHOW);
        case 6 -> new Happening.ForeignHandActed(Hand.STAFF, HandAct.MOVED_STAGE, "moved the deal");
        case 7 ->
            new Happening.MessageOutcome(
                Delivery.FAILED, Channel.SMS, lastMessage(), "no such number");
        case 8 -> {
          world.tags.add(new TagName("vip"));
          yield new Happening.TagHappened(TagChange.ADDED, new TagName("vip"));
        }
        case 9 -> new Happening.ConsentHappened(ConsentChange.OPTED_OUT, Set.of(Channel.EMAIL));
        default -> new Happening.ContactHappened(ContactChange.CREATED, Optional.empty());
      };
    }

    private Happening booked() {
      Instant start = rehearsal.now.plus(Duration.ofHours(1 + random.nextInt(72)));
      return new Happening.AppointmentHappened(AppointmentChange.BOOKED, world.book(start));
    }

    private Happening appointment(AppointmentChange change, Appointment.Status status) {
      if (world.appointments.isEmpty()) {
        return booked();
      }
      Appointment one = world.appointments.getLast();
      world.mark(one, status);
      return new Happening.AppointmentHappened(change, one);
    }

    private MessageId lastMessage() {
      return rehearsal.runs.values().stream()
          .flatMap(run -> run.memory().sent().stream())
          .map(Memory.Sent::message)
          .reduce((first, second) -> second)
          .orElse(new MessageId("none"));
    }

    /// With a silent world, fair timers and an operator who answers, every run comes to its end.
    private void endsInSilence() {
      for (int i = 0; i < 2000 && anyUnderWay(); i++) {
        rehearsal.settle();
        for (RunId id : List.copyOf(rehearsal.runs.keySet())) {
          rehearsal.tell(id, new Input.Ordered(new Input.Order.Resume(false), "Olga"));
          rehearsal.tell(id, new Input.Ordered(new Input.Order.Settle(true), "Olga"));
        }
        rehearsal.settle();
        rehearsal.nextTimer();
      }
      assertThat(rehearsal.runs.values())
          .allSatisfy(run -> assertThat(run.standing().isOver()).as(run.toString()).isTrue());
    }

    private boolean anyUnderWay() {
      return rehearsal.runs.values().stream().anyMatch(run -> !run.standing().isOver());
    }

    private void check(Run before, Input input, Facts facts, Instant now, Decision decision) {
      Program program = rehearsal.program(before);
      visited.add(decision.next().standing().getClass());
      decidingTwiceIsTheSame(program, before, input, facts, now, decision);
      theSameAgainChangesNothing(program, input, facts, now, decision);
      nothingIsCommandedAfterAnExit(before, input, decision);
      movedToTheSameVersionItBehavesAsBefore(program, decision.next());
      whatIsLeftOutIsNotDone(before, input, decision);
      whatIsTriedAgainPassesEveryQuestion(before, input, facts, decision);
      everyEndIsDeclared(program.contract(), decision);
      messagesRespectPeaceAndConsent(program, before, facts, now, decision);
      aLaneIsReleasedOnceAtTheEnd(before, decision);
      whatIsPostponedIsHeldOrAskedAgain(input, now, decision);
    }

    /// Being postponed sends nothing by itself before its time.
    private static void whatIsPostponedIsHeldOrAskedAgain(
        Input input, Instant now, Decision decision) {
      boolean later =
          input instanceof Input.Reported(_, Outcome.Postponed(var until, _, _))
              && until.isAfter(now);
      boolean held = decision.next().standing() instanceof Standing.Held;
      if (later && held) {
        assertThat(decision.commands()).isEmpty();
        assertThat(decision.next().standing().alarm()).isPresent();
      }
    }

    private static void decidingTwiceIsTheSame(
        Program program, Run before, Input input, Facts facts, Instant now, Decision decision) {
      assertThat(Decider.decide(program, before, input, facts, now))
          .isEqualTo(new Verdict.Decided(decision));
    }

    private static void theSameAgainChangesNothing(
        Program program, Input input, Facts facts, Instant now, Decision decision) {
      if (input instanceof Input.Ordered) {
        return;
      }
      Verdict again = Decider.decide(program, decision.next(), input, facts, now);
      if (again instanceof Verdict.Decided(var second)) {
        assertThat(second.next()).as("%s again", input).isEqualTo(decision.next());
        assertThat(second.commands()).isEmpty();
        assertThat(second.effects()).isEmpty();
      }
    }

    /// Only an exit that is not true is looked into once more, and then nothing but the exit.
    private static void nothingIsCommandedAfterAnExit(Run before, Input input, Decision decision) {
      boolean again =
          input instanceof Input.Ordered(Input.Order.Retry _, _)
              && before.standing() instanceof Standing.Ended(_, _, _, Standing.Proof.Unverified _);
      if (before.standing().isOver() && !again) {
        assertThat(decision).isEqualTo(Decision.unchanged(before));
      }
      if (before.standing().isOver()) {
        assertThat(decision.commands())
            .allSatisfy(
                command -> assertThat(command.doing()).isInstanceOf(Command.ReadBack.class));
      }
      boolean leaving =
          before.standing() instanceof Standing.Closing
              || before.standing() instanceof Standing.Verifying;
      if (leaving) {
        assertThat(decision.commands())
            .allSatisfy(command ->
                assertThat(command.doing())
                    .isNotInstanceOfAny(Command.Say.class, Command.Perform.class));
      }
      if (decision.next().standing().isOver()) {
        assertThat(decision.commands()).isEmpty();
      }
    }

    /// Deciding is a function of the run: one that is equal to what it was behaves as it did.
    private static void movedToTheSameVersionItBehavesAsBefore(Program program, Run run) {
      var moved = new Relocation(program, program, Map.of()).move(run, run.contractHash(), "Olga");
      switch (moved) {
        case Relocation.Moved.Done(var decision) -> {
          assertThat(decision.next()).isEqualTo(run);
          assertThat(decision.commands()).isEmpty();
          assertThat(decision.effects()).isEmpty();
        }
        case Relocation.Moved.Stays _ ->
            assertThat(restsAtAPlace(run.standing())).as(run.toString()).isFalse();
      }
    }

    private static boolean restsAtAPlace(Standing standing) {
      return switch (standing) {
        case Standing.Waiting _, Standing.Awaiting _, Standing.Held _, Standing.Queued _ -> true;
        case Standing.Paused(var stopped, _) -> restsAtAPlace(stopped);
        case Standing.Commanded _, Standing.Doubtful _, Standing.Ready _ -> false;
        case Standing.Closing _, Standing.Verifying _ -> false;
        case Standing.Ended _, Standing.TurnedAway _ -> false;
      };
    }

    private static void whatIsLeftOutIsNotDone(Run before, Input input, Decision decision) {
      if (input instanceof Input.Ordered(Input.Order.Skip(var seen, _), _)
          && before.standing().place().isPresent()) {
        String at = before.standing().place().get().text();
        assertThat(decision.commands())
            .noneMatch(
                command -> command.doing() instanceof Command.Say && command.step().equals(at));
        assertThat(seen.text().equals(at) || decision.equals(Decision.unchanged(before))).isTrue();
        boolean movedOn = !decision.next().standing().place().equals(before.standing().place());
        assertThat(movedOn || decision.equals(Decision.unchanged(before))).isTrue();
      }
    }

    private static void whatIsTriedAgainPassesEveryQuestion(
        Run before, Input input, Facts facts, Decision decision) {
      boolean hurries = decision.effects().stream().anyMatch(Effect.TryNow.class::isInstance);
      if (hurries) {
        assertThat(input).isInstanceOfSatisfying(Input.Ordered.class, Story::isRetry);
        assertThat(decision.next().standing()).isEqualTo(before.standing());
        assertThat(decision.commands()).isEmpty();
      }
      if (hurries && before.standing() instanceof Standing.Commanded) {
        assertThat(facts.contact().map(ContactSnapshot::exists)).isEqualTo(Known.said(true));
      }
    }

    private static void isRetry(Input.Ordered ordered) {
      assertThat(ordered.order()).isInstanceOf(Input.Order.Retry.class);
    }

    private static void everyEndIsDeclared(Contract contract, Decision decision) {
      if (decision.next().standing() instanceof Standing.Ended(var exit, _, _, _)) {
        assertThat(contract.exit(exit)).isPresent();
      }
    }

    private static void messagesRespectPeaceAndConsent(
        Program program, Run before, Facts facts, Instant now, Decision decision) {
      for (Command command : decision.commands()) {
        if (command.doing() instanceof Command.Say(var message, _)) {
          Step.Send step = sender(program, command);
          assertThat(
                  facts
                      .contact()
                      .map(one -> one.consent().getOrDefault(message.channel(), Consent.OPTED_OUT)))
              .isEqualTo(Known.said(Consent.ALLOWED));
          if (step.terms().afterOptOut().isEmpty()) {
            assertThat(decision.next().memory().optedOut())
                .as("a message after an opt-out in %s", before)
                .isFalse();
          }
          Instant caused = decision.next().memory().causedAt();
          boolean fresh = !now.isAfter(caused.plus(SendTerms.FRESH));
          if (step.terms().urgent().isEmpty() || !fresh) {
            assertThat(now.atZone(World.NEW_YORK).getHour()).isBetween(8, 20);
          }
        }
      }
    }

    private static Step.Send sender(Program program, Command command) {
      return program.nodes().values().stream()
          .filter(node -> node.id().text().equals(command.step()))
          .filter(Node.SendNode.class::isInstance)
          .map(node -> ((Node.SendNode) node).step())
          .findFirst()
          .orElseThrow();
    }

    private static void aLaneIsReleasedOnceAtTheEnd(Run before, Decision decision) {
      long releases =
          decision.effects().stream().filter(Effect.LaneReleased.class::isInstance).count();
      boolean endsNow =
          !before.standing().isOver() && decision.next().standing() instanceof Standing.Ended;
      assertThat(releases).isEqualTo(endsNow ? 1 : 0);
    }
  }
}
