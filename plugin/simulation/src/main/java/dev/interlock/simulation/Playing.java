package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Doing.Cannot;
import dev.interlock.simulation.Doing.Did;
import dev.interlock.simulation.Doing.Reached;
import dev.interlock.simulation.Doing.Starts;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Plays single acts. Each says why it cannot be played, if it cannot.
record Playing(Stage stage, Deliberation deliberation, Machinery machinery, Pacing pacing) {

  /// @param delay how much later than now contracts hear of it
  Optional<String> act(Act act, Duration delay) {
    return switch (act) {
      case Act.Passes() -> Optional.empty();
      case Act.TimerFires(var contract, var occurrence) -> onRun(contract, occurrence, this::fire);
      case Act.CommandEnds(var contract, var occurrence, var answer) ->
          onRun(contract, occurrence, run -> end(run, answer, delay));
      case Act.Settles(var contract, var occurrence, var happened) ->
          onRun(contract, occurrence, run -> doubtEnds(run, happened));
      case Act.Withdraws(var contract, var occurrence) ->
          onRun(contract, occurrence, this::withdraw);
      case Act.HeardLate(Act.HeardLate _, _) -> Optional.of("one delay is enough");
      case Act.HeardLate(var late, var by) -> act(late, by);
      case Act.HeardAgain(var back) -> again(back, delay);
      case Act.GoesLive() -> goesLive();
      case Act world -> inTheWorld(world, delay);
    };
  }

  private Optional<String> onRun(
      ContractId contract, int occurrence, Function<Run, Optional<String>> order) {
    return stage
        .runs()
        .underWay(contract, occurrence)
        .map(order)
        .orElseGet(
            () -> Optional.of("there is no run " + occurrence + " of " + contract + " under way"));
  }

  private Optional<String> fire(Run run) {
    Optional<Instant> alarm = run.standing().alarm();
    if (alarm.isEmpty()) {
      return Optional.of("the run of " + run.contract() + " waits for no time");
    }
    if (alarm.get().isAfter(now())) {
      pacing.passes(Duration.between(now(), alarm.get()));
    }
    Optional<Run> still =
        stage.runs().underWay(run.id()).filter(now -> now.standing().alarm().equals(alarm));
    still.ifPresent(deliberation::due);
    return still.isPresent() || pacing.goesOnByItself()
        ? Optional.empty()
        : Optional.of("news came in before the timer of " + run.contract() + " was due");
  }

  private Optional<String> end(Run run, Answer answer, Duration delay) {
    Optional<Command> command = stage.runs().command(run.id());
    if (command.isEmpty()) {
      return Optional.of("the run of " + run.contract() + " has no command under way");
    }
    if (answer == Answer.BLOCKED && !(command.get().doing() instanceof Command.Say)) {
      return Optional.of("only a message can be blocked");
    }
    if (answer == Answer.UNANSWERED && !canBeUnanswered(run, command.get())) {
      return Optional.of(
          "no answer is lost of a message, of what an exit does, or of a second try");
    }
    machinery.end(run, command.get(), answer, delay);
    return Optional.empty();
  }

  private static boolean canBeUnanswered(Run run, Command command) {
    return run.standing() instanceof Standing.Commanded
        && command.doing() instanceof Command.Perform;
  }

  private Optional<String> doubtEnds(Run run, boolean happened) {
    if (!(run.standing() instanceof Standing.Doubtful(_, var id, _, _))) {
      return Optional.of("nothing that the run of " + run.contract() + " did is in doubt");
    }
    Optional<Command> command = stage.runs().command(run.id()).filter(one -> one.id().equals(id));
    if (!happened && command.filter(stage.runs()::isDone).isPresent()) {
      return Optional.of("what the run of " + run.contract() + " did had happened");
    }
    Runnable order = () -> deliberation.ordered(run.id(), new Input.Order.Settle(happened));
    if (command.isPresent() && happened) {
      machinery.turnsOutDone(run, command.get(), order);
    } else {
      order.run();
    }
    return Optional.empty();
  }

  private Optional<String> withdraw(Run run) {
    deliberation.ordered(run.id(), new Input.Order.Withdraw("somebody asked for it"));
    return Optional.empty();
  }

  private Optional<String> goesLive() {
    if (!stage.repertoire().changeover().isPlanned()) {
      return Optional.of("nothing goes live in these contracts");
    }
    deliberation.changeOver();
    return Optional.empty();
  }

  private Optional<String> again(int back, Duration delay) {
    Optional<DomainEvent> event = stage.posts().delivered(back);
    event.ifPresent(one -> stage.posts().post(News.of(List.of(one), new Origin.World()), delay));
    return event.isPresent() ? Optional.empty() : Optional.of("nothing was heard so far back");
  }

  private Optional<String> inTheWorld(Act act, Duration delay) {
    ContactId contact = stage.account().id();
    return switch (stage.world().act(act)) {
      case Cannot(var why) -> Optional.of(why);
      case Did(var by, var origin, var changes) -> {
        changes.forEach(change -> machinery.note(by, change));
        changes.forEach(change -> stage.posts().post(contact, change.told(), origin, delay));
        yield Optional.empty();
      }
      case Reached(var by, var origin, var told, var message, var purpose) -> {
        if (message.isPresent()) {
          stage.recorder().note(new Fact.Sent(by, message.get(), purpose, Optional.empty(), now()));
        }
        stage.posts().post(contact, List.of(told), origin, delay);
        yield Optional.empty();
      }
      case Starts(var origin, var starts) -> {
        starts.forEach(
            start -> stage.posts().post(contact, start.contract(), start.by(), origin, delay));
        yield Optional.empty();
      }
    };
  }

  private Instant now() {
    return stage.clock().now();
  }
}
