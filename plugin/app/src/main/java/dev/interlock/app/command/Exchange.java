package dev.interlock.app.command;

import dev.interlock.app.command.ReleaseOptions.Chosen;
import dev.interlock.app.console.Console;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.engine.read.VersionLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What becomes of the contracts of an account when its jars are exchanged for others.
///
/// @param own whether the others are the account's own, and not those that all have
/// @param changes contract by contract
record Exchange(Chosen account, boolean own, List<Change> changes) {
  Exchange {
    changes = List.copyOf(changes);
  }

  /// A contract, with the hash of the version that takes new entries now, and of the one that will;
  /// empty where none does.
  record Change(String contract, String from, String to) {}

  /// For machines.
  ///
  /// @param outcome `released`, `unchanged` or `back`
  record Data(String account, String name, Path folder, String outcome, List<Change> contracts) {}

  static Exchange of(Chosen account, boolean own, Stream<Contract> contracts) {
    var from = new TreeMap<String, String>();
    account.running().lines().stream()
        .filter(VersionLine::active)
        .forEach(line -> from.put(line.contract().text(), line.hash()));
    var to = new TreeMap<String, String>();
    contracts.forEach(each -> to.put(each.id().text(), ContentHash.of(each).hex()));
    return new Exchange(account, own, changes(from, to));
  }

  private static List<Change> changes(Map<String, String> from, Map<String, String> to) {
    var all = new TreeSet<>(from.keySet());
    all.addAll(to.keySet());
    return all.stream()
        .map(each -> new Change(each, from.getOrDefault(each, ""), to.getOrDefault(each, "")))
        .toList();
  }

  Data data(String outcome) {
    return new Data(account.id(), account.name(), account.jars().folder(), outcome, changes);
  }

  void print(Console console) {
    console.say(console.bold(account.words()));
    changes.forEach(each -> console.say("    " + line(each, console)));
    if (changes.stream().allMatch(each -> each.to().isEmpty())) {
      console.say(
          "    "
              + console.odd(
                  "there is no jar for it then: what is live there now goes on until one comes"));
    } else if (!own) {
      console.say(console.faint("    these are the jars that all accounts have"));
    }
  }

  private String line(Change each, Console console) {
    if (each.from().equals(each.to())) {
      return each.contract() + " " + shortly(each.to()) + console.faint("  as it is");
    }
    String words = each.contract() + " " + shortly(each.from()) + " -> " + shortly(each.to());
    return each.to().isEmpty() && !isEmptied()
        ? words + "  " + console.odd("nothing more begins there; runs under way finish")
        : words;
  }

  private boolean isEmptied() {
    return changes.stream().allMatch(each -> each.to().isEmpty());
  }

  private static String shortly(String hash) {
    return hash.isEmpty() ? "none" : VersionWords.shortly(hash);
  }
}
