package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// All that happened and did not happen to a contact.
///
/// @param name what people call the contact; its id when never read
/// @param entering entries that wait for a displaced run to leave, the one that comes next first
/// @param runs the oldest first
public record ContactStory(
    ContactId contact,
    String name,
    List<EventLine> events,
    List<RefusalLine> refusals,
    List<EntryLine> entering,
    List<RunDetail> runs) {
  public ContactStory {
    events = List.copyOf(events);
    refusals = List.copyOf(refusals);
    entering = List.copyOf(entering);
    runs = List.copyOf(runs);
  }

  /// The same in the order in which we came to know it. What one event brought about follows it.
  public List<Moment> timeline() {
    Stream<Moment> heard = events.stream().map(Heard::new);
    Stream<Moment> refused = refusals.stream().map(Refused::new);
    Stream<Moment> done =
        runs.stream()
            .flatMap(run -> run.journal().stream().map(line -> new Noted(run.summary(), line)));
    return Stream.of(heard, refused, done)
        .flatMap(each -> each)
        .sorted(Comparator.comparing(Moment::at))
        .toList();
  }

  /// One thing of the story.
  public sealed interface Moment {
    /// When we came to know it.
    Instant at();
  }

  /// Something was heard.
  public record Heard(EventLine event) implements Moment {
    @Override
    public Instant at() {
      return event.heardAt();
    }
  }

  /// A contract turned the contact away.
  public record Refused(RefusalLine refusal) implements Moment {
    @Override
    public Instant at() {
      return refusal.at();
    }
  }

  /// A run did something, or did not.
  public record Noted(RunSummary run, JournalLine line) implements Moment {
    @Override
    public Instant at() {
      return line.at();
    }
  }
}
