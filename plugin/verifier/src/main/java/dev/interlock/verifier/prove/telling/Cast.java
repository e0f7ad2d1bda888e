package dev.interlock.verifier.prove.telling;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Who;
import dev.interlock.simulation.script.By;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a story calls those who act in it.
///
/// @param contact as in "Ana calls"
record Cast(ContractSet set, String contact) {

  String contract(ContractId id) {
    String title = set.contract(id).map(Contract::title).orElse("");
    return "*" + (title.isBlank() ? id.text() : title) + "*";
  }

  String run(Who who) {
    return contract(who.contract());
  }

  String person(By by) {
    return switch (by) {
      case By.Contact() -> contact;
      case By.Staff() -> "a colleague";
      case By.OtherApp() -> "another app";
      case By.Automation(var name) -> "the CRM's automation *" + name + "*";
    };
  }

  String author(Author author) {
    return switch (author) {
      case Author.Ours(var who, _) -> run(who);
      case Author.Another(var by) -> person(by);
    };
  }

  /// The clause with the contact's name, where it speaks of them as anybody.
  String byName(String clause) {
    return clause.replaceAll("\\b[Tt](he|his) contact\\b", Matcher.quoteReplacement(contact));
  }

  /// The clause with titles in the place of ids, as they stand between asterisks or before a step.
  String byTitle(String clause) {
    String told = clause;
    for (Contract contract : set.contracts()) {
      String id = Pattern.quote(contract.id().text());
      String title = Matcher.quoteReplacement(contract(contract.id()));
      told = told.replaceAll("(?<![\\w*-])" + id + ", (\\*[^*]+\\*)", "$1 of " + title);
      told = told.replaceAll("\\*" + id + "\\*", title);
    }
    return told;
  }
}
