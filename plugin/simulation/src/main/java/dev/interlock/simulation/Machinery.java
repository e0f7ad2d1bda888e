package dev.interlock.simulation;

import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings.SentMessage;
import dev.interlock.simulation.script.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Brings commands to their end, and writes down what it changed.
record Machinery(Stage stage, Deliberation deliberation) {
  private static final Outcome IN_DOUBT = new Outcome.InDoubt("the CRM did not answer");
  private static final Duration LEAVE_LASTS = Duration.ofMinutes(1);

  /// @param delay how much later than now the echoes of what was written are heard
  void end(Run run, Command command, Answer answer, Duration delay) {
    stage.runs().drop(command.id());
    Carried carried =
        switch (answer) {
          case DONE -> carriedOut(run, command);
          case REFUSED -> Carried.without(new Outcome.Refused("refused", "the CRM will not do it"));
          case BLOCKED -> Carried.without(new Outcome.Blocked("the CRM blocks the message"));
          case IN_DOUBT -> Carried.without(IN_DOUBT);
          case UNANSWERED -> unanswered(carriedOut(run, command));
        };
    record(run, command, carried);
    deliberation.reported(command, carried.outcome());
    if (isInDoubt(run, command)) {
      stage.runs().doubted(command, answer == Answer.UNANSWERED);
    }
    echo(run, carried, delay);
  }

  private static Carried unanswered(Carried carried) {
    return switch (carried.outcome()) {
      case Outcome.Done _, Outcome.AlreadySo _ -> new Carried(IN_DOUBT, carried.changes());
      case Outcome _ -> carried;
    };
  }

  private Carried carriedOut(Run run, Command command) {
    if (stage.runs().isDone(command)) {
      return Carried.without(new Outcome.Done(Optional.empty(), Optional.empty()));
    }
    return isOldLeave(command)
        ? Carried.without(
            new Outcome.Postponed(
                stage.clock().now(), "the leave to send it was no longer fresh", 0))
        : stage.adapter().carryOut(contract(run), command);
  }

  /// A message that has not gone out within a minute does not go out on that leave (decision 13).
  private boolean isOldLeave(Command command) {
    return stage
        .runs()
        .entry(command.id())
        .filter(given -> given.at().plus(LEAVE_LASTS).isBefore(stage.clock().now()))
        .isPresent();
  }

  private boolean isInDoubt(Run run, Command command) {
    return stage
        .runs()
        .underWay(run.id())
        .filter(now ->
            now.standing() instanceof Standing.Doubtful(_, var doubted, _, _)
                && doubted.equals(command.id()))
        .isPresent();
  }

  /// What was in doubt had happened: it is seen from now on. A message went out when it was given;
  /// anything else is done unless somebody has changed it since, so that it cannot be done any
  /// more.
  void turnsOutDone(Run run, Command command, Runnable settle) {
    stage.runs().drop(command.id());
    Carried carried =
        command.doing() instanceof Command.Say
            ? Carried.without(new Outcome.Done(Optional.empty(), Optional.empty()))
            : carriedOut(run, command);
    record(run, command, carried);
    settle.run();
    echo(run, carried, Duration.ZERO);
  }

  private Contract contract(Run run) {
    return stage.repertoire().program(run.contract()).orElseThrow().contract();
  }

  /// Limits and purposes count a message from when it went out on, and not from when it got leave.
  private void accepted(Run run, CommandId command, Command.Say say, Instant at) {
    stage.runs().struck(command);
    stage
        .runs()
        .entered(command, new SentMessage(say.message().channel(), say.purpose(), run.id(), at));
  }

  private void record(Run run, Command command, Carried carried) {
    Author author = new Author.Ours(Who.of(run), command.step());
    carried.changes().forEach(change -> note(author, change));
    switch (carried.outcome()) {
      case Outcome.Done(var number, _) when command.doing() instanceof Command.Say say -> {
        Instant at =
            stage
                .runs()
                .entry(command.id())
                .filter(_ -> number.isEmpty())
                .map(SentMessage::at)
                .orElse(stage.clock().now());
        stage
            .recorder()
            .note(
                new Fact.Sent(
                    author,
                    say.message().channel(),
                    Optional.of(say.purpose()),
                    Optional.of(say.message()),
                    at));
        number.ifPresent(_ -> accepted(run, command.id(), say, at));
        number.ifPresent(message ->
            stage
                .mailbag()
                .add(
                    new Letter(
                        at,
                        run.contract(),
                        command.step(),
                        say.message().channel(),
                        say.message().body(),
                        message)));
      }
      case Outcome.Refused(var code, _) when code.equals(Adapter.BACKWARD) ->
          movedTo(command)
              .ifPresent(to ->
                  stage
                      .account()
                      .deal(to.pipeline())
                      .map(Deal::stage)
                      .ifPresent(from ->
                          stage
                              .recorder()
                              .note(
                                  new Fact.MovedBack(
                                      Who.of(run), command.step(), from.stage(), to))));
      case Outcome _ -> {}
    }
  }

  void note(Author author, Change change) {
    change
        .edit()
        .ifPresent(edit ->
            stage
                .recorder()
                .note(new Fact.Written(author, edit.attribute(), edit.before(), edit.after())));
    change
        .move()
        .ifPresent(
            move -> stage.recorder().note(new Fact.StageMoved(author, move.from(), move.to())));
  }

  private static Optional<StageRef> movedTo(Command command) {
    return switch (command.doing()) {
      case Command.Perform(Action.MoveTo(var to)) -> Optional.of(to);
      case Command.Ensure(Leaves.AtStage(var to)) -> Optional.of(to);
      case Command.Say _, Command.Perform _, Command.Ensure _ -> Optional.empty();
      case Command.Tell _, Command.TickOff _, Command.ReadBack _ -> Optional.empty();
    };
  }

  private void echo(Run run, Carried carried, Duration delay) {
    Origin origin = new Origin.Ours(Who.of(run));
    carried
        .changes()
        .forEach(change -> stage.posts().post(run.contact(), change.told(), origin, delay));
  }
}
