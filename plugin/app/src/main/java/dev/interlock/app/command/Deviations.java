package dev.interlock.app.command;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.sandbox.deviation.Deviation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The ways in which a sandbox can be told to misbehave, as they are called on a command line.
final class Deviations {
  private Deviations() {}

  /// Those of these names.
  ///
  /// @throws CannotRunException when there is none of a name
  static Set<Deviation> named(List<String> words) {
    var found = EnumSet.noneOf(Deviation.class);
    for (String word : words) {
      found.add(
          Deviation.named(word)
              .orElseThrow(() ->
                  new CannotRunException(
                      "--misbehave knows no '" + word + "'; '--misbehave list' tells the names")));
    }
    return found;
  }

  /// Those of these names, for a CRM in which no app is installed.
  ///
  /// @throws CannotRunException when there is none of a name, or only an app would run into it
  static Set<Deviation> ofAnAccount(List<String> words) {
    var found = named(words);
    found.stream()
        .filter(Deviation::isOfTheMarketplace)
        .findFirst()
        .ifPresent(each -> {
          throw new CannotRunException(
              "nobody gets tokens by OAuth here, so nobody would notice '"
                  + each.word()
                  + "'; try it with `interlock demo --agency --once --misbehave "
                  + each.word()
                  + "`");
        });
    return found;
  }

  /// All of them, a line each.
  static String listed() {
    return Arrays.stream(Deviation.values())
        .map(it -> "%-20s %s".formatted(it.word(), it.sentence()))
        .collect(Collectors.joining("\n"));
  }
}
