package dev.interlock.handbook.words;

import dev.interlock.contract.model.Declaration;

/// What an author declared on purpose, as sentences with their reasons.
public record DeclarationWords(Titles titles) {

  /// The declaration and its reason.
  public String sentence(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Ignores(var event, var reason, _) ->
          "It does not matter here when "
              + EventWords.clause(event)
              + ": "
              + Phrases.sentence(reason);
      case Declaration.Besides(var contract, var reason, _) ->
          "It may run beside " + titles.quoted(contract) + ": " + Phrases.sentence(reason);
      case Declaration.Waives waives ->
          "The finding "
              + waives.rule()
              + (waives.at().isBlank() ? "" : " at " + Phrases.quoted(waives.at()))
              + waives.with().map(other -> " with " + titles.quoted(other)).orElse("")
              + (waives.story().isBlank() ? "" : " with the story " + waives.story())
              + " is accepted until "
              + TimeWords.date(waives.until())
              + ": "
              + Phrases.sentence(waives.reason())
              + " Decided by "
              + waives.decidedBy()
              + "; made up for by: "
              + Phrases.sentence(waives.compensation());
      case Declaration.Changed(var on, var what, _) ->
          TimeWords.date(on) + ": " + Phrases.sentence(what);
    };
  }
}
