package dev.interlock.library.mutants;

import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import java.util.List;
import java.util.Optional;

/// What monitors see of a story: what was written, sent, begun and ended, and who did it.
final class Story {
  private Story() {}

  static List<String> in(Chronicle chronicle) {
    return chronicle.facts().stream()
        .flatMap(dated -> words(dated.fact()).stream().map(words -> dated.at() + " " + words))
        .toList();
  }

  private static Optional<String> words(Fact fact) {
    return switch (fact) {
      case Fact.Began(var who, var key, var cause) ->
          Optional.of("%s begins for %s by %s".formatted(who, key, cause));
      case Fact.Refused(var contract, _, _) -> Optional.of(contract + " turns away");
      case Fact.Queued(var who, var until, _) -> Optional.of(who + " waits in turn until " + until);
      case Fact.TurnedAway(var who, _) -> Optional.of(who + " waited in vain");
      case Fact.Displaced(var who, var by) -> Optional.of(who + " is displaced by " + by);
      case Fact.Given(var who, var command, _) ->
          Optional.of(who + " wants " + command.step() + ": " + command.doing());
      case Fact.Sent(var by, var channel, var purpose, var message, _) ->
          Optional.of(by.words() + " wrote by " + channel + " for " + purpose + ": " + message);
      case Fact.NotSent(var who, var step, _, var why, _) ->
          Optional.of(who + " did not send " + step + ": " + why);
      case Fact.Written(var by, var attribute, var before, var after) ->
          Optional.of(by.words() + " changed " + attribute + ": " + before + " to " + after);
      case Fact.MovedBack(var who, var step, _, _) -> Optional.of(who + " moved back at " + step);
      case Fact.Leaving(var who, var exit) -> Optional.of(who + " begins to leave by " + exit);
      case Fact.Left(var who, var exit, _, _, _, _) -> Optional.of(who + " left by " + exit);
      case Fact.Attention(var who, var concern, _) -> Optional.of(who + " wants help: " + concern);
      case Fact.Played _, Fact.Told _, Fact.Answered _, Fact.PassedBy _ -> Optional.empty();
      case Fact.Came _, Fact.Dropped _, Fact.StageMoved _ -> Optional.empty();
      case Fact.Noted _, Fact.Unsaid _, Fact.Rests _ -> Optional.empty();
    };
  }
}
