package dev.interlock.app.account;

import dev.interlock.app.console.Console;
import dev.interlock.crm.inventory.Thing;
import java.util.Locale;

/// What became of making one thing.
///
/// @param outcome `made`, `already-there`, `not-made` or `in-doubt`
/// @param words why, where it was not made
public record Making(String kind, String name, String outcome, String words) {

  /// As a line for people.
  public String line(Console console) {
    String styled =
        switch (outcome) {
          case "made" -> console.good("made");
          case "already-there" -> console.good("there already");
          case "in-doubt" -> console.odd("perhaps made");
          default -> console.bad("not made");
        };
    return "  "
        + Thing.Kind.valueOf(kind.toUpperCase(Locale.ROOT)).word()
        + " "
        + console.bold(name)
        + "  "
        + styled
        + (words.isEmpty() ? "" : ": " + words);
  }
}
