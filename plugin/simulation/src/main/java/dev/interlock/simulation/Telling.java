package dev.interlock.simulation;

import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.core.EventsInWords;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.simulation.script.By;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Facts in words, as a story tells them. What another line says already has none.
final class Telling {
  private Telling() {}

  static Optional<String> words(Fact fact) {
    return switch (fact) {
      case Fact.Told(var event, _, _) when event.provenance() == Provenance.OURS ->
          Optional.empty();
      case Fact.Told(var event, _, _) -> Optional.of(EventsInWords.words(event.what()));
      case Fact.Refused(var contract, _, var reasons) ->
          Optional.of("not admitted to " + contract + ": " + words(reasons));
      case Fact.Noted(var who, var entry) -> Optional.of(who + ": " + entry.words());
      case Fact.Attention(_, _, var words) -> Optional.of("ATTENTION: " + words);
      case Fact.MovedBack(var who, _, var from, var to) ->
          Optional.of(who + ": tried to move the deal back from " + from + " to " + to.stage());
      case Fact.Sent(var by, var channel, var purpose, _, _)
          when by.run().isEmpty() && purpose.isPresent() ->
          Optional.of(by.words() + " wrote by " + channel.one() + " for " + purpose.get());
      case Fact.Written(var by, var attribute, var before, var after) when !isTold(by) ->
          Optional.of(
              by.words()
                  + " changed "
                  + attribute
                  + " from "
                  + before.orElse("nothing")
                  + " to "
                  + after.orElse("nothing"));
      case Fact.Played _, Fact.Began _, Fact.Queued _, Fact.TurnedAway _ -> Optional.empty();
      case Fact.Displaced _, Fact.Answered _, Fact.PassedBy _ -> Optional.empty();
      case Fact.Given _, Fact.Came _, Fact.Dropped _, Fact.Sent _ -> Optional.empty();
      case Fact.NotSent _, Fact.Unsaid _, Fact.Written _, Fact.StageMoved _ -> Optional.empty();
      case Fact.Leaving _, Fact.Left _, Fact.Rests _ -> Optional.empty();
    };
  }

  /// What runs do stands in their journals, and what the contact does in the event.
  private static boolean isTold(Author by) {
    return by.run().isPresent() || by.equals(new Author.Another(By.CONTACT));
  }

  private static String words(List<Reason> reasons) {
    return reasons.stream().map(Reason::words).collect(Collectors.joining("; "));
  }
}
