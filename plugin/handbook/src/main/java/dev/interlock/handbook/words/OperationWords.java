package dev.interlock.handbook.words;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.Pipeline.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What an operation declares about its world: stages, tags, fields, settings, automations.
public final class OperationWords {
  private OperationWords() {}

  /// Who acts at a stage and how long that may take, as sentences.
  public static List<String> stage(Stage stage) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        stage
            .owner()
            .map(team -> team.text() + " has the next move.")
            .orElse(
                stage.last() ? "The work ends here." : "Nobody in particular has the next move."));
    if (!stage.staffDoNext().isBlank()) {
      sentences.add("What is done next: " + Phrases.sentence(stage.staffDoNext()));
    }
    stage
        .dwell()
        .ifPresent(span ->
            sentences.add(
                "Whatever is still here after "
                    + DurationWords.span(span)
                    + " is raised on the first page, unless a workflow has the next move."));
    if (!stage.lawfulReturns().isEmpty()) {
      sentences.add(
          "From here an opportunity may go back to "
              + Phrases.or(Phrases.quotedAll(stage.lawfulReturns()))
              + ".");
    }
    if (!stage.movers().isEmpty()) {
      sentences.add(
          "Of our workflows, only "
              + Phrases.and(Phrases.quotedAll(stage.movers()))
              + " may move it on from here.");
    }
    return sentences;
  }

  /// Who besides the workflows may write something, as a sentence.
  public static String writers(Set<Writer> writers) {
    if (writers.isEmpty()) {
      return "Only our workflows write it.";
    }
    List<String> names = writers.stream().map(OperationWords::writer).toList();
    return "Besides our workflows, " + Phrases.and(names) + " may write it.";
  }

  private static String writer(Writer writer) {
    return switch (writer) {
      case STAFF -> "staff";
      case CONTACT -> "the contact";
      case AUTOMATION -> "the CRM's automations";
      case OTHER_APP -> "other apps";
    };
  }

  /// As in `a date`.
  public static String kind(FieldKind kind) {
    return switch (kind) {
      case TEXT -> "a text";
      case NUMBER -> "a number";
      case DATE -> "a date";
      case OPTION -> "one of fixed options";
    };
  }

  /// A field, as a sentence.
  public static String field(Operation.Field field) {
    String options =
        field.options().isEmpty()
            ? ""
            : " (" + Phrases.or(Phrases.quotedAll(field.options())) + ")";
    return Phrases.quoted(field.name())
        + " holds "
        + kind(field.kind())
        + options
        + ". "
        + writers(field.writers());
  }

  /// Tags that exclude each other, as a sentence.
  public static String group(TagGroup group) {
    if (group.members().isEmpty()) {
      return "The group of tags " + Phrases.quoted(group.name()) + " has no members.";
    }
    return "Of "
        + Phrases.quoted(group.name())
        + " (the tags "
        + Phrases.and(Phrases.quotedAll(group.members()))
        + ") a contact has "
        + (group.oneMustHold() ? "exactly one." : "at most one.");
  }

  /// One of the CRM's own automations and what it may do, as a sentence.
  public static String automation(Automation automation) {
    List<String> parts = new ArrayList<>();
    if (!automation.startsOn().isEmpty()) {
      parts.add(
          "starts when "
              + Phrases.or(automation.startsOn().stream().map(EventWords::clause).toList()));
    }
    if (!automation.mayWrite().isEmpty()) {
      parts.add(
          "may leave it so that "
              + Phrases.and(automation.mayWrite().stream().map(ExitWords::leaves).toList()));
    }
    if (!automation.maySend().isEmpty()) {
      parts.add("may send messages for " + Phrases.and(Phrases.quotedAll(automation.maySend())));
    }
    String does = parts.isEmpty() ? "does nothing that we know of" : String.join("; it ", parts);
    return Phrases.quoted(automation.name()) + " is the CRM's own: it " + does + ".";
  }
}
