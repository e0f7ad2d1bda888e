package dev.interlock.library.mutants;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why mutants of a kind are left to people: they are contracts in which no rule is broken, and
/// whether they are the ones that are wanted stands in nobody's declarations.
///
/// @param what in words, for the guide
/// @param operator by whom they were made
/// @param where a pattern of the places
record Excuse(String what, String operator, String where, String reason) {
  private static final List<Excuse> ALL =
      List.of(
          new Excuse(
              "drop a filter clause",
              "drop a filter clause",
              "",
              "Whom a business wants in is its own decision. Consent, an address and "
                  + "quiet hours are asked for before each message all the same."),
          new Excuse(
              "widen a stage bound, of a missed call, up to Showed",
              "widen a stage bound",
              "missed-call-text-back/admits/2 to (No-show|Showed)",
              "It then lets in whose deal stands at Booked or No-show, and from there the"
                  + " operation lets deals return to Engaged."),
          new Excuse(
              "opt in to own writes",
              "opt in to own writes",
              "",
              "No contract calls, makes contacts or books, so that there is nothing of its own"
                  + " to hear."),
          new Excuse(
              "drop a silence branch, of the outcome of a date",
              "drop a silence branch",
              "outcome/silence goes on",
              "The run goes on to a task for the front desk, as it does after the "
                  + "second turn."),
          new Excuse(
              "drop an arm, for an answer",
              "drop an arm",
              "(first-reply|second-reply|reply-or-call|last-reply) -3",
              "A handler of the contract hears every answer and hands over to the "
                  + "front desk, too."),
          new Excuse(
              "drop an arm, for what may follow on the offer of a new date",
              "drop an arm",
              "new-date -[25]",
              "The contract says that it ignores answers and moved dates, and why."),
          new Excuse(
              "drop a whenever, for a no",
              "drop a whenever",
              "(missed-call-text-back|speed-to-lead) -3",
              "The next handler hears every answer, and a person reads the no."),
          new Excuse(
              "drop a whenever, for a cancelled date",
              "drop a whenever",
              "appointment-reminders -2",
              "The waits before the date leave when it is gone; after it, there is "
                  + "nothing to cancel."),
          new Excuse(
              "drop a whenever, for a further date",
              "drop a whenever",
              "appointment-reminders -4",
              "The contract says that it ignores further dates, and why."),
          new Excuse(
              "drop a whenever, for a contact who is gone",
              "drop a whenever",
              "speed-to-lead -6",
              "A run whose contact is gone is taken out in any case, and no life shows it"
                  + " otherwise."),
          new Excuse(
              "drop a failure target",
              "drop a failure target",
              "",
              "The usual exit for failures tells the owner, too; it only has another " + "name."),
          new Excuse(
              "go on after a failure",
              "go on after a failure",
              "",
              "What was asked before may still be answered, and a reminder speaks "
                  + "for itself."),
          new Excuse(
              "shorten a wait to nothing, before an exit",
              "shorten a wait to nothing",
              "a-week",
              "No message follows; how long one waits for an answer is a matter of " + "taste."),
          new Excuse(
              "drop an exit's promise",
              "drop an exit's promise",
              "",
              "What an ending leaves behind is for people to say, as long as endings "
                  + "can be told apart."),
          new Excuse(
              "swap two exits",
              "swap two exits",
              "",
              "Which ending an event means is for people to say, as long as it is "
                  + "not the opposite of what was heard."),
          new Excuse(
              "redirect a stage move",
              "redirect a stage move",
              "",
              "Which stage says it best is for people to say, as long as no deal " + "goes back."),
          new Excuse(
              "redirect the stage of an exit",
              "redirect the stage of an exit",
              "",
              "Which stage says it best is for people to say, as long as no deal " + "goes back."),
          new Excuse(
              "redirect a field",
              "redirect a field",
              "",
              "Which word says it best is for people to say, as long as endings can "
                  + "be told apart."));

  static List<Excuse> all() {
    return ALL;
  }

  static Optional<Excuse> of(Mutant mutant) {
    return ALL.stream().filter(excuse -> excuse.covers(mutant)).findFirst();
  }

  private boolean covers(Mutant mutant) {
    return operator.equals(mutant.operator().name())
        && Pattern.compile(where).matcher(mutant.where()).find();
  }
}
