package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.View;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings.SentMessage;
import java.util.List;

/// Stores what was decided about a run, and writes it down.
record Bookkeeping(Account account, Clock clock, Runs runs, Recorder recorder) {

  /// Everything but the decision's effects.
  void keep(Program program, Decision decision, Facts facts) {
    Run run = decision.next();
    Who who = Who.of(run);
    runs.put(run);
    decision.journal().forEach(entry -> recorder.note(new Fact.Noted(who, entry)));
    new Unsent(program, facts).of(decision).forEach(recorder::note);
    new Unsure(program, view(run, facts)).of(decision).forEach(recorder::note);
    leaving(run, decision);
    decision.commands().forEach(command -> give(run, command, facts));
    over(run);
  }

  private void leaving(Run run, Decision decision) {
    decision.journal().stream()
        .filter(entry -> entry.kind() == Entry.Kind.EXIT)
        .findFirst()
        .ifPresent(
            entry -> recorder.note(new Fact.Leaving(Who.of(run), new ExitName(entry.step()))));
  }

  private void over(Run run) {
    switch (run.standing()) {
      case Standing.Ended(var exit, var reason, _, var proof) ->
          recorder.note(
              new Fact.Left(Who.of(run), exit, reason, proof, account.read(), openTasks(run)));
      case Standing.TurnedAway(_, var reason) ->
          recorder.note(new Fact.TurnedAway(Who.of(run), reason));
      case Standing _ -> {}
    }
  }

  private List<String> openTasks(Run run) {
    return run.memory().tasks().stream()
        .filter(task -> account.openTask(task.id()).isPresent())
        .map(Memory.Task::title)
        .toList();
  }

  private void give(Run run, Command command, Facts facts) {
    recorder.note(new Fact.Given(Who.of(run), command, view(run, facts)));
    runs.given(command);
    if (command.doing() instanceof Command.Say(var message, var purpose)) {
      runs.entered(
          command.id(), new SentMessage(message.channel(), purpose, run.id(), clock.now()));
    }
  }

  /// What is asked of then, where the run asks.
  View view(Run run, Facts facts) {
    ContactSnapshot contact =
        switch (facts.contact()) {
          case Known.Said<ContactSnapshot>(var said) -> said;
          case Known.Unsaid<ContactSnapshot> _ -> account.read();
        };
    return new View(
        contact,
        facts.around(),
        run.id(),
        run.memory().subject(),
        run.memory().deals(),
        clock.now());
  }

  /// The command is not begun any more.
  void drop(Who who, CommandId id) {
    runs.drop(id)
        .ifPresent(command -> {
          runs.struck(id);
          recorder.note(new Fact.Dropped(who, command));
        });
  }
}
