package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Message;
import dev.interlock.core.ActionsInWords;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Chronicle.Dated;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Fact.Why;
import dev.interlock.simulation.Situation;
import dev.interlock.simulation.Who;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What contracts do in a story, in words of their own that a new version of Interlock keeps:
/// people have accepted them.
final class OutcomeInWords {
  private final ZoneId zone;

  private OutcomeInWords(ZoneId zone) {
    this.zone = zone;
  }

  static List<String> of(Chronicle chronicle) {
    OutcomeInWords words = new OutcomeInWords(chronicle.zone());
    List<String> lines = new ArrayList<>();
    Optional<Dated> rest = Optional.empty();
    for (Dated dated : chronicle.facts()) {
      words.words(dated.fact()).ifPresent(line -> lines.add(words.at(dated.at()) + " " + line));
      if (dated.fact() instanceof Fact.Rests) {
        rest = Optional.of(dated);
      }
    }
    rest.ifPresent(last -> lines.addAll(words.underWay(last)));
    return lines;
  }

  private Optional<String> words(Fact fact) {
    return switch (fact) {
      case Fact.Began(var who, _, _) -> Optional.of(who + " begins");
      case Fact.Refused(var contract, _, var reasons) -> Optional.of(refused(contract, reasons));
      case Fact.Queued(var who, var until, _) ->
          Optional.of(who + " has them wait in turn until " + at(until));
      case Fact.TurnedAway(var who, var reason) ->
          Optional.of(who + " turns them away: " + bare(reason));
      case Fact.Displaced(var who, var by) -> Optional.of(who + " makes way for " + by);
      case Fact.Sent(Author.Ours(var who, var step), _, _, var message, _) ->
          Optional.of(line(who, step, sent(message)));
      case Fact.NotSent(var who, var step, _, var why, _) ->
          Optional.of(line(who, step, unsent(why)));
      case Fact.Written(Author.Ours(var who, var step), var attribute, var before, var after) ->
          Optional.of(line(who, step, WritesInWords.words(attribute, before, after)));
      case Fact.MovedBack(var who, var step, var from, var to) ->
          Optional.of(
              line(who, step, "may not move the deal back from " + from + " to " + to.stage()));
      case Fact.Came(var who, var command, var outcome, _) ->
          came(command, outcome).map(words -> line(who, command.step(), words));
      case Fact.Left left -> Optional.of(Leftover.words(left));
      case Fact.Attention(var who, var concern, _) ->
          Optional.of(who + " wants somebody to look: " + lower(concern.name()));
      case Fact.Played _, Fact.Told _, Fact.Answered _, Fact.PassedBy _ -> Optional.empty();
      case Fact.Given _, Fact.Dropped _, Fact.Sent _, Fact.Unsaid _ -> Optional.empty();
      case Fact.Written _, Fact.StageMoved _, Fact.Leaving _ -> Optional.empty();
      case Fact.Noted _, Fact.Rests _ -> Optional.empty();
    };
  }

  /// What a run wants that leaves no trace on the contact's record, and what does not come about.
  private static Optional<String> came(Command command, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> deed(command.doing());
      case Outcome.Refused _ -> Optional.of("is refused by the CRM");
      // that it may not be sent is told by what was not sent
      case Outcome.Blocked _ -> Optional.empty();
      case Outcome.InDoubt _ -> Optional.of("may have been done or not");
      case Outcome.AlreadySo _, Outcome.Postponed _ -> Optional.empty();
      case Outcome.ReadBack _, Outcome.ContactGone _ -> Optional.empty();
    };
  }

  private static Optional<String> deed(Command.Doing doing) {
    return switch (doing) {
      case Command.Perform(var action) -> WritesInWords.deed(action);
      case Command.Tell(var whom, _) ->
          Optional.of("tells " + ActionsInWords.words(whom) + " how it ended");
      case Command.TickOff _ -> Optional.of("ticks off its open tasks");
      case Command.Say _, Command.Ensure _, Command.ReadBack _ -> Optional.empty();
    };
  }

  private static String refused(ContractId contract, List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> bare(reason.words()))
        .collect(Collectors.joining("; ", contract + " turns them away: ", ""));
  }

  private static String sent(Optional<Message> message) {
    return message
        .map(one ->
            switch (one) {
              case Message.Sms(var body) -> "sends a text message: " + body;
              case Message.Email(var subject, var body) ->
                  "sends an e-mail: " + subject + ": " + body;
            })
        .orElse("sends a message");
  }

  private static String unsent(Why why) {
    return switch (why) {
      case SUPPRESSED -> "is not sent: they have just heard the same";
      case BLOCKED -> "is not sent: it may not be, or there is no address";
      case HELD -> "is held back";
      case EXPIRED -> "is not sent: it would come too late";
    };
  }

  private List<String> underWay(Dated rest) {
    Situation situation = ((Fact.Rests) rest.fact()).situation();
    return situation.underWay().stream()
        .map(run ->
            "at the end %s is under way%s"
                .formatted(
                    run.contract(),
                    run.standing().place().map(place -> ", at *" + place.text() + "*").orElse("")))
        .toList();
  }

  private static String line(Who who, String step, String words) {
    return "%s, *%s*: %s".formatted(who, step, words);
  }

  private LocalDateTime at(Instant moment) {
    return moment.atZone(zone).toLocalDateTime();
  }

  private static String bare(String words) {
    return words.strip().replaceFirst("[.!]$", "");
  }

  private static String lower(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
