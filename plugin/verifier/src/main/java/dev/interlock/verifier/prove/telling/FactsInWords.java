package dev.interlock.verifier.prove.telling;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Leaves;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Outcome;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Who;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What happens in a story, as clauses. What another clause says already has none, nor has what
/// does not matter to whoever reads on.
record FactsInWords(Cast cast) {

  Optional<String> words(Fact fact) {
    return switch (fact) {
      case Fact.Played(_, var act) -> new ActsInWords(cast).words(act);
      case Fact.Began(var who, _, _) -> Optional.of("%s begins".formatted(cast.newRun(who)));
      case Fact.Refused(var contract, _, var reasons) ->
          Optional.of(
              "%s turns %s away: %s"
                  .formatted(
                      cast.contract(contract),
                      cast.contact(),
                      reasons.stream()
                          .map(reason -> cast.byName(Sentences.bare(reason.words())))
                          .collect(Collectors.joining("; "))));
      case Fact.Queued(var who, _, _) ->
          Optional.of("%s has to wait in turn".formatted(cast.run(who)));
      case Fact.TurnedAway(var who, var reason) ->
          Optional.of("%s gives up waiting: %s".formatted(cast.run(who), Sentences.bare(reason)));
      case Fact.Displaced(var who, var by) ->
          Optional.of("%s takes the lane from %s".formatted(cast.contract(by), cast.run(who)));
      case Fact.Answered(var who, _, _) -> Optional.of("%s hears it".formatted(cast.run(who)));
      case Fact.Sent sent -> sent(sent);
      case Fact.NotSent(var who, var step, _, var why, var words) ->
          Optional.of(
              (why == Fact.Why.HELD ? "%s holds *%s* back: %s" : "%s cannot send *%s*: %s")
                  .formatted(
                      cast.run(who),
                      step,
                      cast.byName(Sentences.bare(Sentences.behindColon(words)))));
      case Fact.Written(Author.Ours(var who, _), var attribute, _, var after) ->
          written(who, attribute, after);
      case Fact.StageMoved(Author.Ours(var who, _), var from, var to) ->
          Optional.of(
              (from.isPresent() ? "%s moves the deal to %s" : "%s makes a deal at %s")
                  .formatted(cast.run(who), to));
      case Fact.MovedBack(var who, _, var from, var to) ->
          Optional.of(
              "%s tries to move the deal back from %s to %s"
                  .formatted(cast.run(who), from, to.stage()));
      case Fact.Left(var who, var exit, _, _, _, _) ->
          Optional.of("%s ends by *%s*".formatted(cast.run(who), exit));
      case Fact.Noted(var who, var entry) -> noted(who, entry);
      case Fact.Came came -> came(came);
      case Fact _ -> Optional.empty();
    };
  }

  /// The words of the fact with which a story ends: there it matters what a run is about to do, and
  /// what is said otherwise by the fact behind it.
  Optional<String> last(Fact fact) {
    return switch (fact) {
      case Fact.Given(var who, var command, _) ->
          Optional.of("%s is about to %s".formatted(cast.run(who), doing(command)));
      case Fact.Written(Author.Ours(var who, _), var attribute, _, var after)
          when attribute.startsWith("stage ") ->
          Optional.of("%s moves the deal to %s".formatted(cast.run(who), after.orElse("nowhere")));
      case Fact _ -> words(fact);
    };
  }

  private String doing(Command command) {
    return switch (command.doing()) {
      case Command.Say _ -> "write to %s (*%s*)".formatted(cast.contact(), command.step());
      case Command.Perform(Action.MoveTo(var to)) -> "move the deal to " + to;
      case Command.Ensure(Leaves.AtStage(var to)) -> "move the deal to " + to;
      case Command.Perform _, Command.Ensure _, Command.Tell _ -> "do *" + command.step() + "*";
      case Command.TickOff _, Command.ReadBack _ -> "do *" + command.step() + "*";
    };
  }

  /// What others send, their act has said.
  private Optional<String> sent(Fact.Sent sent) {
    return sent.by() instanceof Author.Ours(var who, var step)
        ? Optional.of(
            "%s %s %s (*%s*)"
                .formatted(cast.run(who), writesTo(sent.channel()), cast.contact(), step))
        : Optional.empty();
  }

  private static String writesTo(Channel channel) {
    return switch (channel) {
      case SMS -> "texts";
      case EMAIL -> "mails";
      case CHAT, CALL, VOICEMAIL -> "writes to";
    };
  }

  /// Stages have a fact of their own.
  private Optional<String> written(Who who, String attribute, Optional<String> after) {
    int space = attribute.indexOf(' ');
    String kind = space < 0 ? attribute : attribute.substring(0, space);
    String name = attribute.substring(space + 1);
    return switch (kind) {
      case "tag" ->
          Optional.of(
              (after.isPresent() ? "%s adds the tag `%s`" : "%s takes the tag `%s` away")
                  .formatted(cast.run(who), name));
      case "field" ->
          after.isPresent()
              ? Optional.of("%s sets *%s* to %s".formatted(cast.run(who), name, after.get()))
              : Optional.of("%s empties *%s*".formatted(cast.run(who), name));
      case "status" ->
          Optional.of(
              "%s marks the deal in %s as %s"
                  .formatted(cast.run(who), name, after.orElse("").toLowerCase(Locale.ROOT)));
      default -> Optional.empty();
    };
  }

  private Optional<String> noted(Who who, Entry entry) {
    return switch (entry.kind()) {
      case WAITING -> told(who, entry);
      case BRANCHED -> branched(who, entry);
      case IGNORED -> Optional.of("%s does not listen for that".formatted(cast.run(who)));
      case ENTERED, QUEUED, TURNED_AWAY, STEP, HELD, SUPPRESSED, BLOCKED -> Optional.empty();
      case FAILED, HEARD, DOUBT, OPERATOR, EXIT, MISMATCH, ENDED -> Optional.empty();
    };
  }

  private Optional<String> branched(Who who, Entry entry) {
    if (entry.words().startsWith("The CRM does not say")) {
      return Optional.of(
          "the CRM does not say what *%s* of %s asks".formatted(entry.step(), cast.run(who)));
    }
    return entry.words().startsWith("No arm holds")
        ? Optional.of("%s finds that no arm of *%s* holds".formatted(cast.run(who), entry.step()))
        : told(who, entry);
  }

  private Optional<String> told(Who who, Entry entry) {
    return Optional.of(
        (Sentences.isDoing(entry.words()) ? "%s %s" : "%s: %s")
            .formatted(cast.run(who), Sentences.begun(entry.words())));
  }

  private Optional<String> came(Fact.Came came) {
    Command command = came.command();
    return switch (came.outcome()) {
      case Outcome.Refused _ ->
          command.doing() instanceof Command.Ensure
              ? Optional.empty()
              : Optional.of(
                  "the CRM refuses *%s* of %s".formatted(command.step(), cast.run(came.who())));
      case Outcome.Blocked _ ->
          Optional.of("*%s* of %s may not be sent".formatted(command.step(), cast.run(came.who())));
      case Outcome.Done _ -> done(came.who(), command.doing());
      case Outcome.InDoubt _ ->
          Optional.of(
              "the CRM gives no answer to *%s* of %s"
                  .formatted(command.step(), cast.run(came.who())));
      case Outcome.AlreadySo _, Outcome.Postponed _ -> Optional.empty();
      case Outcome.ReadBack _, Outcome.ContactGone _ -> Optional.empty();
    };
  }

  /// What leaves no trace on the contact.
  private Optional<String> done(Who who, Command.Doing doing) {
    return switch (doing) {
      case Command.Perform(Action.CreateTask(var title, _, _, _)) ->
          Optional.of("%s makes the task *%s*".formatted(cast.run(who), title));
      case Command.TickOff _ -> Optional.of("%s ticks its tasks off".formatted(cast.run(who)));
      case Command.Perform _, Command.Say _, Command.Ensure _ -> Optional.empty();
      case Command.Tell _, Command.ReadBack _ -> Optional.empty();
    };
  }
}
