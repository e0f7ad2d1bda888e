package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.command.ReleaseOptions.Chosen;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.plugin.Inventory;
import dev.interlock.app.plugin.Places;
import dev.interlock.app.settings.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Takes a release back.
@Command(
    name = "back",
    description = {
      "Takes back what `interlock accounts release` released last to the accounts that are named:"
          + " their folders have the jars again that lay there before, or none, so that the jars of"
          + " all accounts are live there. It shows what changes, and asks. It goes one step back.",
      "",
      "It ends with 1, and nothing is taken back, when nobody says yes."
    })
final class AccountsBack implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final ReleaseOptions options = new ReleaseOptions();

  AccountsBack(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    // what was released to an account before it came, or after it left, can be taken back, too
    List<Exchange> exchanges =
        options.chosen(surroundings, true).stream().map(this::exchange).toList();
    if (!options.wantsJson()) {
      exchanges.forEach(each -> each.print(console));
    }
    if (!options.isWanted(surroundings, "Go back in", exchanges.size(), "nothing was taken back")) {
      console.say("Nothing was taken back.");
      return ExitCode.NO;
    }
    exchanges.forEach(each -> back(each.account()));
    if (options.wantsJson()) {
      console.say(Json.of(exchanges.stream().map(each -> each.data("back")).toList()));
    } else {
      console.say(
          "A server at work looks every five seconds. `interlock accounts` shows when it is live;"
              + " where the server refuses it, the account's page says why.");
    }
    return ExitCode.FINE;
  }

  private Exchange exchange(Chosen account) {
    try {
      List<Path> before =
          account
              .jars()
              .before()
              .orElseThrow(() ->
                  new CannotRunException(
                      "there is nothing to go back to in "
                          + account.jars().folder()
                          + "; nothing was released to it, or it was taken back already"));
      // it was let in once, so what cannot be read of it is the server's to tell
      var places = before.isEmpty() ? shared() : new Places(before, List.of());
      return Exchange.of(
          account,
          !before.isEmpty(),
          Inventory.of(places).parts().stream().flatMap(part -> part.contracts().stream()));
    } catch (IOException problem) {
      throw new CannotRunException(
          account.jars().folder() + " cannot be read; nothing was taken back", problem);
    }
  }

  private Places shared() throws IOException {
    Path folder = surroundings.settings().path(Key.PLUGINS_DIR);
    return Files.isDirectory(folder) ? Places.in(folder) : new Places(List.of(), List.of());
  }

  private void back(Chosen account) {
    try {
      account.jars().back();
    } catch (IOException problem) {
      throw new CannotRunException(
          account.jars().folder()
              + " cannot be written: "
              + problem.getMessage()
              + ". Give the command again when it can",
          problem);
    }
    if (!options.wantsJson()) {
      console.say(console.good("taken back") + " in " + account.words());
    }
  }
}
