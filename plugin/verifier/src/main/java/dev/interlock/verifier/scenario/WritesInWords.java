package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.Action;
import dev.interlock.core.ActionsInWords;
import dev.interlock.core.Spans;
import java.util.Locale;
import java.util.Optional;

/// What contracts write and do, as the end of a line of an outcome.
final class WritesInWords {
  private WritesInWords() {}

  /// A change of an attribute, by its key as in [dev.interlock.core.Attributes].
  static String words(String attribute, Optional<String> before, Optional<String> after) {
    int space = attribute.indexOf(' ');
    String kind = space < 0 ? attribute : attribute.substring(0, space);
    String name = attribute.substring(space + 1);
    return switch (kind) {
      case "tag" -> after.isPresent() ? "adds the tag " + name : "takes the tag " + name + " away";
      case "field" -> "sets " + name + " to " + after.orElse("nothing");
      case "stage" ->
          before.isPresent()
              ? "moves the deal in %s to %s".formatted(name, after.orElse("nowhere"))
              : "makes a deal in %s at %s".formatted(name, after.orElse("no stage"));
      case "status" ->
          "marks the deal in %s as %s".formatted(name, after.orElse("").toLowerCase(Locale.ROOT));
      case "value" -> "values the deal in %s at %s".formatted(name, after.orElse("nothing"));
      default -> "changes %s to %s".formatted(attribute, after.orElse("nothing"));
    };
  }

  /// What an action does besides changing attributes, if anything.
  static Optional<String> deed(Action action) {
    return switch (action) {
      case Action.CreateTask(var title, _, var dueIn, var whom) ->
          Optional.of(
              "makes the task \"%s\" for %s, due in %s"
                  .formatted(title, ActionsInWords.words(whom), Spans.words(dueIn)));
      case Action.AddNote(var body) -> Optional.of("writes the note \"" + body + "\"");
      case Action.Notify(var whom, var text) ->
          Optional.of("tells " + ActionsInWords.words(whom) + " \"" + text + "\"");
      case Action.CallWebhook(var url, _) -> Optional.of("calls the address in setting " + url);
      case Action.StartAutomation(var automation) ->
          Optional.of("starts the CRM's automation " + automation);
      case Action.StopAutomation(var automation) ->
          Optional.of("stops the CRM's automation " + automation);
      case Action.AddTag _, Action.RemoveTag _, Action.SetField _ -> Optional.empty();
      case Action.ClearField _, Action.MoveTo _, Action.MarkDeal _ -> Optional.empty();
      case Action.ValueDeal _, Action.Assign _, Action.CompleteTasks _ -> Optional.empty();
    };
  }
}
