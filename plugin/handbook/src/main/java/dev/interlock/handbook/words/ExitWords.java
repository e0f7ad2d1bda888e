package dev.interlock.handbook.words;

import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.TaskLeft;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Endings in words: what they mean, what they leave, who is told, and what may come next.
public record ExitWords(Titles titles) {

  /// What an ending of the kind is.
  public static String meaning(ExitKind kind) {
    return switch (kind) {
      case SUCCESS -> "The workflow reached what it was for.";
      case DECLINED -> "The contact said no, and is left in peace.";
      case UNRESPONSIVE -> "The contact did not answer in the time given.";
      case HANDOVER -> "A person takes over from here.";
      case FAILED -> "Something could not be carried out, and people were told.";
      case DISPLACED -> "A more important workflow took the contact over.";
      case WITHDRAWN -> "The run was ended from outside before it came to an end by itself.";
    };
  }

  /// What the ending means to the business: the author's sentence, else that of its kind.
  public static String meaning(Exit exit) {
    return exit.meaning().isBlank() ? meaning(exit.kind()) : Phrases.sentence(exit.meaning());
  }

  /// One thing that is true afterwards: `their opportunity stands at “Booked” in “Sales”`.
  public static String leaves(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> "their opportunity stands at " + DealWords.stage(stage);
      case Leaves.Tagged(var tag) -> "they have the tag " + Phrases.quoted(tag);
      case Leaves.NotTagged(var tag) -> "they do not have the tag " + Phrases.quoted(tag);
      case Leaves.FieldSet(var field, var value) ->
          "the field " + Phrases.quoted(field) + " says " + Phrases.quoted(value);
      case Leaves.DealMarked(var pipeline, var status) ->
          "their opportunity in "
              + Phrases.quoted(pipeline)
              + " is marked "
              + DealWords.status(status);
    };
  }

  /// What becomes of a task that is still open: `the task “Call back” stays open`.
  public static String task(TaskLeft task) {
    String title = Phrases.quoted(Template.plain(task.title()));
    return switch (task.fate()) {
      case KEPT -> "the task " + title + " stays open if nobody has done it";
      case TICKED_OFF -> "the task " + title + " is ticked off if it is open";
    };
  }

  /// Everything that is true afterwards, as a sentence.
  public static String leaves(Exit exit) {
    List<String> things =
        Stream.concat(
                exit.leaves().stream().map(ExitWords::leaves),
                exit.tasks().stream().map(ExitWords::task))
            .toList();
    if (things.isEmpty()) {
      return "Nothing is changed in the CRM.";
    }
    return Phrases.sentence("afterwards " + Phrases.and(things));
  }

  /// Who is told, as a sentence.
  ///
  /// @param owner what the team that owns the workflow is called
  public static String notifies(List<Assignee> people, String owner) {
    if (people.isEmpty()) {
      return "Nobody needs to be told.";
    }
    List<String> names = people.stream().map(one -> AssigneeWords.who(one, owner)).toList();
    return Phrases.sentence(Phrases.and(names) + (names.size() == 1 ? " is told" : " are told"));
  }

  /// What may come next, as a sentence.
  public String next(Continuation continuation) {
    return switch (continuation) {
      case Continuation.Nothing _ -> "Nothing further is started.";
      case Continuation.RoutesTo(var contract, var orElse) ->
          "They go on into "
              + titles.quoted(contract)
              + " at once."
              + orElse.map(action -> " If it does not admit them: " + action(action)).orElse("");
      case Continuation.Next(var action) -> action(action);
    };
  }

  /// A next action is a sentence in which other contracts are called by their ids.
  private String action(String action) {
    String titled = action;
    for (var entry : titles.byId().entrySet()) {
      String id = "(?<![\\w-])" + Pattern.quote(entry.getKey().text()) + "(?![\\w-])";
      String title = Matcher.quoteReplacement(Phrases.quoted(entry.getValue()));
      titled = titled.replaceAll(id, title);
    }
    return Phrases.sentence(titled);
  }
}
