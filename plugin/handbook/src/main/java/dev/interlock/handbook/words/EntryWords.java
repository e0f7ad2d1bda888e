package dev.interlock.handbook.words;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Trigger;

/// What begins a workflow and who may enter it.
public record EntryWords(Titles titles) {

  /// What begins it, as a sentence.
  public String trigger(Trigger trigger) {
    String heard =
        switch (trigger.ownWrites()) {
          case IGNORED -> "";
          case HEARD -> " This counts as well when one of our own workflows caused it.";
        };
    return "It begins when " + EventWords.clause(trigger.event()) + "." + heard;
  }

  /// One clause of the entry filter, without its reason: `Only if they have a phone number`.
  public String clause(EntryClause clause) {
    if (clause.condition() instanceof Condition.Always) {
      return switch (clause.demand()) {
        case REQUIRE -> "Everybody may enter";
        case REFUSE -> "Nobody may enter";
      };
    }
    String holds = new ConditionWords(titles).holds(clause.condition());
    return switch (clause.demand()) {
      case REQUIRE -> "Only if " + holds;
      case REFUSE -> "Not if " + holds;
    };
  }

  /// How a refusal by the clause is explained: `they have no phone number`.
  public String refusal(EntryClause clause) {
    ConditionWords words = new ConditionWords(titles);
    return switch (clause.demand()) {
      case REQUIRE -> words.fails(clause.condition());
      case REFUSE -> words.holds(clause.condition());
    };
  }

  /// What becomes of somebody of whom the CRM does not say, as a sentence.
  public static String unknown(EntryClause.WhenUnknown treatment) {
    return switch (treatment) {
      case TURN_AWAY -> "If the CRM does not say, they do not enter.";
      case ADMIT -> "If the CRM does not say, they may enter.";
    };
  }

  /// Whether the clause is asked again later, as a sentence.
  public static String later(EntryClause clause) {
    return clause
        .atEntryOnly()
        .map(reason -> "Asked on entry only: " + Phrases.sentence(reason))
        .orElse("Asked again before every message and stage move.");
  }

  /// When somebody may enter again, as a sentence. It is counted per key.
  public static String reentry(Reentry reentry, RunKey key) {
    String same =
        switch (key) {
          case CONTACT -> "";
          case APPOINTMENT, OPPORTUNITY, INVOICE -> " for the same " + key.words();
        };
    return switch (reentry) {
      case Reentry.Never _ ->
          same.isEmpty()
              ? "Once in a lifetime: whoever went through it never enters again."
              : "Once per " + key.words() + ": it never runs again" + same + ".";
      case Reentry.AfterExit _ -> "Again" + same + " as soon as the last time is over.";
      case Reentry.After(var span) ->
          "Again"
              + same
              + " when "
              + DurationWords.span(span)
              + " have passed since the last time ended.";
    };
  }

  /// What one run is about, as a sentence.
  public static String key(RunKey key) {
    return switch (key) {
      case CONTACT -> "While it runs for somebody, a second start for the same person is refused.";
      case APPOINTMENT, OPPORTUNITY, INVOICE ->
          "It runs once per "
              + key.words()
              + ": a second start for the same "
              + key.words()
              + " is refused while it runs.";
    };
  }
}
