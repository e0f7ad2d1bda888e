package dev.interlock.engine.intents;

import dev.interlock.core.run.CommandId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Which commands of one installation are under way, and whether another one may be: so many at the
/// same time, and so many in a second.
///
/// Who stands in line goes before whoever has just come. Where it is only room that the line waits
/// for, some of the room is kept for it, and the rest is for those who come: everybody would stand
/// in line as soon as one does, otherwise.
final class UnderWay {
  private final int atOnce;
  private final Allowance allowance;
  private final Set<CommandId> inHand = new HashSet<>();
  private boolean line = true;

  /// The line waits for the CRM's limit, or nobody has looked yet.
  private boolean lineIsClosed = true;

  UnderWay(int atOnce, Allowance allowance) {
    this.atOnce = atOnce;
    this.allowance = allowance;
  }

  /// What becomes of a command that stood in line.
  sealed interface Admission {
    /// It is under way from now on.
    record Taken() implements Admission {}

    /// It was under way before.
    record TakenBefore() implements Admission {}

    /// As many are under way as may be.
    record NoRoom() implements Admission {}

    /// The CRM allows none before this moment.
    record NotBefore(Instant moment) implements Admission {}
  }

  /// Takes one from the line.
  synchronized Admission take(CommandId id, Instant now) {
    if (inHand.contains(id)) {
      return new Admission.TakenBefore();
    }
    if (inHand.size() >= atOnce) {
      line = true;
      return new Admission.NoRoom();
    }
    Optional<Instant> later = allowance.take(now);
    if (later.isPresent()) {
      lineIsClosed = true;
      return new Admission.NotBefore(later.get());
    }
    inHand.add(id);
    return new Admission.Taken();
  }

  /// Takes one that has just come, if that is fair to those who stand in line. Otherwise there is a
  /// line from now on, since it will stand there.
  synchronized boolean takeAtOnce(CommandId id, Instant now) {
    boolean isFair = !lineIsClosed && (!line || atOnce - inHand.size() > keptForTheLine());
    if (isFair && take(id, now) instanceof Admission.Taken) {
      return true;
    }
    line = true;
    return false;
  }

  private int keptForTheLine() {
    return Math.ceilDiv(atOnce, 4);
  }

  /// One that was taken has not begun after all.
  synchronized void undo(CommandId id) {
    if (inHand.remove(id)) {
      allowance.giveBack();
    }
  }

  /// One has come to its end.
  synchronized void ended(CommandId id) {
    inHand.remove(id);
  }

  /// How many there is room for, and how many are under way. Where there is none, somebody may
  /// stand in line from now on whom nobody has seen.
  synchronized Room room() {
    line |= inHand.size() >= atOnce;
    return new Room(atOnce - inHand.size(), inHand.size());
  }

  /// How full it is.
  record Room(int left, int taken) {}

  /// Somebody has looked whether there is a line, and may have taken from it whoever may go.
  synchronized void lineIs(boolean there) {
    line = there;
    lineIsClosed = false;
  }

  /// Nobody may go from the line before a moment that somebody waits for.
  synchronized void lineWaits() {
    line = true;
    lineIsClosed = true;
  }

  /// Whether somebody may stand in line.
  synchronized boolean hasLine() {
    return line;
  }
}
