package dev.interlock.simulation;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.core.EventsInWords;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Chronicle.Dated;
import java.util.ArrayList;
import java.util.List;

/// Writes down what happens.
final class Recorder {
  private final Clock clock;
  private final List<Dated> facts = new ArrayList<>();

  Recorder(Clock clock) {
    this.clock = clock;
  }

  void note(Fact fact) {
    facts.add(new Dated(clock.now(), fact));
  }

  List<Dated> facts() {
    return facts;
  }

  /// What became of an event that a run heard.
  void heard(Run before, DomainEvent event, Run after, List<Entry> journal) {
    boolean echo =
        event.provenance() == Provenance.OURS
            && !(event.what() instanceof Happening.MessageOutcome);
    if (echo || before.memory().heard().contains(event.id())) {
      return;
    }
    String at = before.standing().place().map(Object::toString).orElse("");
    if (journal.stream().anyMatch(Recorder::isAnswer)) {
      note(new Fact.Answered(Who.of(before), event.id(), at));
    } else if (!after.memory().latched().contains(event)) {
      note(new Fact.PassedBy(Who.of(before), event, at, isWaiting(before.standing())));
    }
  }

  private static boolean isAnswer(Entry entry) {
    return switch (entry.kind()) {
      case HEARD, FAILED, EXIT, TURNED_AWAY -> true;
      case ENTERED, QUEUED, STEP, HELD, SUPPRESSED, BLOCKED, WAITING, BRANCHED -> false;
      case IGNORED, DOUBT, OPERATOR, MISMATCH, ENDED -> false;
    };
  }

  /// What became of events that were kept while a command was under way.
  void unlatched(Run before, Run after, List<Entry> journal) {
    for (DomainEvent event : before.memory().latched()) {
      if (after.memory().latched().contains(event)) {
        continue;
      }
      String at = after.standing().place().map(Object::toString).orElse("");
      if (journal.stream().anyMatch(entry -> isAbout(entry, event))) {
        note(new Fact.Answered(Who.of(before), event.id(), at));
      } else if (after.standing().place().isPresent()) {
        note(new Fact.PassedBy(Who.of(before), event, at, true));
      }
    }
  }

  private static boolean isAbout(Entry entry, DomainEvent event) {
    String words = EventsInWords.words(event.what());
    return isAnswer(entry) && entry.words().regionMatches(true, 0, words, 0, words.length());
  }

  private static boolean isWaiting(Standing standing) {
    return switch (standing) {
      case Standing.Waiting _, Standing.Awaiting _, Standing.Held _ -> true;
      case Standing.Queued _, Standing.Commanded _, Standing.Doubtful _ -> false;
      case Standing.Ready _, Standing.Paused _, Standing.Closing _ -> false;
      case Standing.Verifying _, Standing.Ended _, Standing.TurnedAway _ -> false;
    };
  }
}
