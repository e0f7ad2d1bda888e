package dev.interlock.verifier.prove.telling;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Who;
import dev.interlock.simulation.script.By;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a story calls those who act in it.
///
/// @param contact as in "Ana calls"
/// @param further runs that begin beside another one of their contract: which one each is
record Cast(ContractSet set, String contact, Map<RunId, Integer> further) {
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

  /// Where runs of a contract are not told apart.
  Cast(ContractSet set, String contact) {
    this(set, contact, Map.of());
  }

  /// The same, for a story in which all this happens.
  Cast in(Chronicle chronicle) {
    Map<RunId, Integer> later = new HashMap<>();
    Map<ContractId, Set<RunId>> inside = new HashMap<>();
    for (Chronicle.Dated dated : chronicle.facts()) {
      switch (dated.fact()) {
        case Fact.Began(var who, _, _) -> {
          Set<RunId> beside = inside.computeIfAbsent(who.contract(), _ -> new HashSet<>());
          if (!beside.isEmpty()) {
            later.put(who.run(), beside.size());
          }
          beside.add(who.run());
        }
        case Fact.Left(var who, _, _, _, _, _) ->
            inside.getOrDefault(who.contract(), Set.of()).remove(who.run());
        case Fact _ -> {}
      }
    }
    return new Cast(set, contact, Map.copyOf(later));
  }

  String contract(ContractId id) {
    String title = set.contract(id).map(Contract::title).orElse("");
    return "*" + (title.isBlank() ? id.text() : title) + "*";
  }

  String run(Who who) {
    return run("the ", who);
  }

  /// A run of which nothing was told yet.
  String newRun(Who who) {
    return run("a ", who);
  }

  private String run(String article, Who who) {
    Integer before = further.get(who.run());
    if (before == null) {
      return contract(who.contract());
    }
    String which = before < ORDINALS.size() ? ORDINALS.get(before) : "further";
    return article + which + " run of " + contract(who.contract());
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
