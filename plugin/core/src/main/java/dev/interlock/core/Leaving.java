package dev.interlock.core;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Closer;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Leads a run out by an exit: bring about what it leaves, tell whom it notifies, read the contact
/// back, repair once, and only then be over.
final class Leaving {
  private static final int RETRIES = 5;

  private final Turn turn;

  Leaving(Turn turn) {
    this.turn = turn;
  }

  Verdict begin(ExitName name, String reason) {
    Exit exit = exit(name);
    turn.note(
        Kind.EXIT,
        name.text(),
        "Leaves by " + name + " (" + exit.kind().words() + "): " + reason + ".");
    List<Closer> open =
        Stream.of(
                exit.leaves().stream().<Closer>map(Closer.Ensures::new),
                TaskLeft.tickedOffBy(exit).stream()
                    .filter(title -> !made(title).isEmpty())
                    .<Closer>map(Closer.TicksOff::new),
                exit.notifies().stream().<Closer>map(Closer.Tells::new))
            .flatMap(closers -> closers)
            .toList();
    return next(name, reason, open, false);
  }

  private List<String> made(String title) {
    return turn.memory().tasks().stream()
        .filter(task -> task.title().equals(title))
        .map(Memory.Task::id)
        .toList();
  }

  /// Ends the run by the exit that it keeps for being ended from outside.
  Verdict withdraw(String reason) {
    return begin(turn.program.contract().exitOf(ExitKind.WITHDRAWN).name(), reason);
  }

  /// Ends the run of a contact that is no longer there: nothing can be written or read back.
  Verdict contactGone() {
    ExitName name = turn.program.contract().exitOf(ExitKind.WITHDRAWN).name();
    turn.note(Kind.EXIT, name.text(), "Leaves by " + name + ": the contact is gone from the CRM.");
    return end(name, "the contact is gone from the CRM", new Proof.ContactGone());
  }

  Verdict reported(Standing.Closing closing, Outcome outcome) {
    Closer done = closing.open().getFirst();
    switch (outcome) {
      case Outcome.ContactGone() -> {
        return end(closing.exit(), closing.reason(), new Proof.ContactGone());
      }
      case Outcome.Refused(_, var reason) -> fell(closing, done, reason);
      case Outcome.Blocked(var reason) -> fell(closing, done, reason);
      case Outcome.InDoubt(var reason) -> fell(closing, done, reason);
      case Outcome.Postponed(_, var reason, _) -> fell(closing, done, reason);
      case Outcome.Done(_, var reference) -> {
        reference.ifPresent(id -> keep(done, id));
        turn.note(Kind.STEP, closing.exit().text(), words(done) + ".");
      }
      case Outcome.AlreadySo() ->
          turn.note(Kind.STEP, closing.exit().text(), words(done) + ": it was so already.");
      case Outcome.ReadBack _ ->
          throw new IllegalStateException("a reading was reported for " + closing.command());
    }
    List<Closer> open = closing.open().subList(1, closing.open().size());
    return next(closing.exit(), closing.reason(), open, closing.repairing());
  }

  /// What is read back is the opportunity that was written.
  private void keep(Closer done, String reference) {
    if (done instanceof Closer.Ensures(var leaves)) {
      pipeline(leaves).ifPresent(pipeline -> turn.keeps(pipeline, new DealId(reference)));
    }
  }

  private static Optional<PipelineName> pipeline(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> Optional.of(stage.pipeline());
      case Leaves.DealMarked(var pipeline, _) -> Optional.of(pipeline);
      case Leaves.Tagged _, Leaves.NotTagged _, Leaves.FieldSet _ -> Optional.empty();
    };
  }

  private void fell(Standing.Closing closing, Closer what, String reason) {
    turn.note(
        Kind.FAILED, closing.exit().text(), "Could not do this: " + words(what) + ": " + reason);
    switch (what) {
      case Closer.Tells(var whom) ->
          attention(
              "Could not tell "
                  + ActionsInWords.words(whom)
                  + " that a run ended by "
                  + closing.exit()
                  + ": "
                  + reason);
      case Closer.TicksOff(var title) ->
          attention(
              "Could not tick off the task \""
                  + title
                  + "\" of a run that ended by "
                  + closing.exit()
                  + ": "
                  + reason);
      // what a promise lacks is seen when the contact is read back
      case Closer.Ensures _ -> {}
    }
  }

  private void attention(String words) {
    turn.effect(new Effect.Attention(Concern.STEP_FAILED, words));
  }

  /// Looks once more whether the exit is true, of a run that ended without proof.
  Verdict readAgain(ExitName name, String reason, boolean repaired) {
    CommandId id =
        turn.command(name.text(), RETRIES, new Command.ReadBack(name, exit(name).leaves()));
    return turn.rest(new Standing.Verifying(name, reason, id, repaired));
  }

  private Verdict next(ExitName name, String reason, List<Closer> open, boolean repairing) {
    if (!open.isEmpty()) {
      CommandId id = turn.command(name.text(), RETRIES, doing(name, open.getFirst()));
      return turn.rest(new Standing.Closing(name, reason, id, open, repairing));
    }
    List<Leaves> promises = exit(name).leaves();
    if (promises.isEmpty()) {
      return end(name, reason, new Proof.Verified());
    }
    CommandId id = turn.command(name.text(), RETRIES, new Command.ReadBack(name, promises));
    return turn.rest(new Standing.Verifying(name, reason, id, repairing));
  }

  private Command.Doing doing(ExitName name, Closer closer) {
    return switch (closer) {
      case Closer.Ensures(var leaves) -> {
        turn.wrote(OwnWrites.by(leaves));
        yield new Command.Ensure(leaves);
      }
      case Closer.TicksOff(var title) -> new Command.TickOff(made(title));
      case Closer.Tells(var whom) -> new Command.Tell(whom, notice(name));
    };
  }

  /// What an exit means, as the end of a sentence.
  static String sentence(Exit exit) {
    String meaning = exit.meaning().strip();
    return meaning.isEmpty() ? "the path led here" : meaning.replaceFirst("[.!]$", "");
  }

  private String notice(ExitName name) {
    Exit exit = exit(name);
    String meaning = exit.meaning().isBlank() ? exit.kind().words() : exit.meaning();
    return turn.program.contract().title() + " ended by " + name + ": " + meaning;
  }

  Verdict reported(Standing.Verifying verifying, Outcome outcome) {
    return switch (outcome) {
      case Outcome.ReadBack(var contact) -> compared(verifying, contact);
      case Outcome.ContactGone() ->
          end(verifying.exit(), verifying.reason(), new Proof.ContactGone());
      case Outcome.Refused(_, var reason) -> unread(verifying, reason);
      case Outcome.Blocked(var reason) -> unread(verifying, reason);
      case Outcome.InDoubt(var reason) -> unread(verifying, reason);
      case Outcome.Postponed(_, var reason, _) -> unread(verifying, reason);
      case Outcome.Done _, Outcome.AlreadySo _ ->
          unread(verifying, "the reading came back without a contact");
    };
  }

  private Verdict unread(Standing.Verifying verifying, String reason) {
    return unverified(verifying, "the contact could not be read back: " + reason);
  }

  private Verdict compared(Standing.Verifying verifying, ContactSnapshot contact) {
    if (!contact.exists()) {
      return end(verifying.exit(), verifying.reason(), new Proof.ContactGone());
    }
    List<Leaves> broken =
        exit(verifying.exit()).leaves().stream().filter(leaves -> !holds(leaves, contact)).toList();
    if (broken.isEmpty()) {
      turn.note(Kind.ENDED, verifying.exit().text(), "Read back: the contact is left as promised.");
      return end(verifying.exit(), verifying.reason(), new Proof.Verified());
    }
    String difference =
        String.join("; ", broken.stream().map(Leaving::words).map(String::strip).toList());
    turn.note(
        Kind.MISMATCH, verifying.exit().text(), "Read back, and not true: " + difference + ".");
    if (verifying.repaired()) {
      return unverified(verifying, "not true after a repair: " + difference);
    }
    List<Closer> repairs = new ArrayList<>();
    broken.forEach(leaves -> repairs.add(new Closer.Ensures(leaves)));
    return next(verifying.exit(), verifying.reason(), repairs, true);
  }

  private Verdict unverified(Standing.Verifying verifying, String difference) {
    turn.note(Kind.ENDED, verifying.exit().text(), "Ended without proof: " + difference + ".");
    turn.effect(new Effect.Attention(Concern.EXIT_UNVERIFIED, difference));
    return end(verifying.exit(), verifying.reason(), new Proof.Unverified(difference));
  }

  private Verdict end(ExitName name, String reason, Proof proof) {
    turn.forgetLatched();
    turn.effect(new Effect.LaneReleased());
    boolean gone = proof instanceof Proof.ContactGone;
    Optional<Instant> before = turn.memory().overSince();
    if (!gone
        && before.isEmpty()
        && exit(name).continuation() instanceof Continuation.RoutesTo(var contract, _)) {
      turn.effect(new Effect.RouteTo(contract, name));
    }
    return turn.rest(new Standing.Ended(name, reason, before.orElse(turn.now), proof));
  }

  private Exit exit(ExitName name) {
    return turn.program
        .contract()
        .exit(name)
        .orElseThrow(
            () -> new IllegalStateException(turn.program.contract().id() + " has no exit " + name));
  }

  private boolean holds(Leaves leaves, ContactSnapshot contact) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> contact.tags().contains(tag);
      case Leaves.NotTagged(var tag) -> !contact.tags().contains(tag);
      case Leaves.FieldSet(var field, var value) ->
          contact.fields().getOrDefault(field, "").strip().equals(value.strip());
      case Leaves.AtStage(var stage) ->
          meant(stage.pipeline(), contact) instanceof Known.Said<Optional<Deal>>(var deal)
              && deal.map(one -> one.stage().equals(stage)).orElse(false);
      case Leaves.DealMarked(var pipeline, var status) ->
          meant(pipeline, contact) instanceof Known.Said<Optional<Deal>>(var deal)
              && deal.map(one -> one.status() == status).orElse(false);
    };
  }

  private Known<Optional<Deal>> meant(PipelineName pipeline, ContactSnapshot contact) {
    return OwnDeal.meant(pipeline, turn.memory().deals(), contact);
  }

  private static String words(Closer closer) {
    return switch (closer) {
      case Closer.Ensures(var leaves) -> words(leaves);
      case Closer.TicksOff(var title) -> "task " + title + " ticked off";
      case Closer.Tells(Assignee whom) -> ActionsInWords.words(whom) + " is told";
    };
  }

  private static String words(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> "tag " + tag;
      case Leaves.NotTagged(var tag) -> "no tag " + tag;
      case Leaves.FieldSet(var field, _) -> "field " + field + " as declared";
      case Leaves.AtStage(var stage) -> "deal at " + stage;
      case Leaves.DealMarked(var pipeline, var status) ->
          "deal in " + pipeline + " marked " + status.name().toLowerCase(Locale.ROOT);
    };
  }
}
