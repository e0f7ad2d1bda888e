package dev.interlock.app.wiring;

import dev.interlock.app.preflight.Line;
import dev.interlock.app.preflight.State;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.crm.inventory.Bindings;
import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Guide;
import dev.interlock.crm.inventory.Name;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.Records;
import java.util.List;
import java.util.Optional;

/// What contracts name and what is not as it was when they went live, in the words in which it is
/// raised.
///
/// @param subject what it is, with which the words begin
/// @param words with what became of it, and the way to mend it
record Drifted(String subject, String words) {

  /// What of it has been raised in an account and is not yet put right, in words.
  static List<String> in(Records records, InstallationId account) {
    return records.attention(account).stream()
        .filter(line -> line.concern() == Concern.DRIFTED)
        .map(AttentionLine::words)
        .toList();
  }

  /// What an operator has to know of it.
  static Optional<String> notice(long count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "What live contracts name has changed in the CRM since they went live: "
                + (count == 1 ? "1 thing." : count + " things."));
  }

  /// What a line of a plan is about, where the CRM has ids for such things.
  static Optional<Name> name(Line line) {
    return switch (line.group()) {
      case PIPELINES ->
          Optional.of(
              line.within().isEmpty()
                  ? Name.of(Thing.Kind.PIPELINE, line.name())
                  : Name.ofStage(line.within(), line.name()));
      case TAGS -> Optional.of(Name.of(Thing.Kind.TAG, line.name()));
      case FIELDS -> Optional.of(Name.of(Thing.Kind.FIELD, line.name()));
      case USERS -> Optional.of(Name.of(Thing.Kind.USER, line.name()));
      case CALENDARS -> Optional.of(Name.of(Thing.Kind.CALENDAR, line.name()));
      case AUTOMATIONS -> Optional.of(Name.of(Thing.Kind.AUTOMATION, line.name()));
      case SETTINGS -> Optional.of(Name.of(Thing.Kind.VALUE, line.name()));
      case SENDING, SCOPES, ACCOUNT -> Optional.empty();
    };
  }

  /// With which the words about a thing begin.
  static Optional<String> subject(Line line) {
    return name(line).map(name -> "The " + name.kind().word() + " \"" + line.words() + "\"");
  }

  /// Whether words that were raised are about a stage, of which no line tells while the pipelines
  /// cannot be read.
  static boolean isAboutAStage(String words) {
    return words.startsWith("The " + Thing.Kind.STAGE.word() + " \"");
  }

  /// What became of what a line is about; empty where it is as it was, was not there when contracts
  /// went live, or cannot be told.
  static Optional<Drifted> of(Line line, Bindings then, Guide guide) {
    boolean isOurs = line.group() == Line.Group.SETTINGS && line.state() instanceof State.Creates;
    return name(line)
        // with a value of ours, contracts do not need the CRM's
        .filter(name -> !isOurs && then.of(name).isPresent())
        .flatMap(_ -> became(line.state(), guide))
        .flatMap(
            became -> subject(line).map(subject -> new Drifted(subject, subject + " " + became)));
  }

  private static Optional<String> became(State state, Guide guide) {
    return switch (state) {
      case State.Present _, State.Unknown _ -> Optional.empty();
      case State.Creates _ -> Optional.of("is gone. `interlock apply` makes it anew.");
      case State.Yours(var what, var chore) ->
          Optional.of("is not as it was: " + what + ". " + path(chore, guide));
      case State.Ambiguous(var count, var chore) ->
          Optional.of("is there " + count + " times. " + path(chore, guide));
      case State.Drifted(var what, var chore, var remedy) ->
          Optional.of(
              "is not as it was: "
                  + what
                  + ". "
                  + (remedy.isPresent() ? "`interlock apply` makes it anew." : path(chore, guide)));
    };
  }

  private static String path(Chore chore, Guide guide) {
    return "To mend it: " + guide.path(chore);
  }
}
