package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.check.Checking;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.app.command.ReleaseOptions.Chosen;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.gate.Judge;
import dev.interlock.app.gate.Judgement;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.app.plugin.Places;
import dev.interlock.app.report.Showing;
import dev.interlock.contract.model.ContractSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Releases jars to some accounts first.
@Command(
    name = "release",
    description = {
      "Releases plugin jars to the accounts that are named, and to no others: shows which contract"
          + " goes from which version to which in each, verifies them beside what runs there, asks,"
          + " and puts them into the accounts' own folders. From then on these jars are all that"
          + " is live in such an account, whatever lies in the plugins folder. What lay there"
          + " before is kept for `interlock accounts back`.",
      "",
      "It ends with 1, and nothing is released, when one of the accounts may not have them, or"
          + " nobody says yes."
    })
final class AccountsRelease implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(
      paramLabel = "JAR",
      arity = "1..*",
      description = "The jars, as `interlock build` makes them: all that the accounts have then.")
  private final List<Path> jars = new ArrayList<>();

  @Option(
      names = "--anyway",
      description = "Also to accounts that have not installed the app, for when they do.")
  private boolean anyway;

  @Mixin private final ReleaseOptions options = new ReleaseOptions();

  AccountsRelease(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    ContractSet set = contracts();
    List<Chosen> chosen = options.chosen(surroundings, anyway);
    chosen.forEach(AccountsRelease::requireFolder);
    List<Chosen> others = chosen.stream().filter(account -> !hasThem(account)).toList();
    List<Exchange> exchanges =
        others.stream().map(each -> Exchange.of(each, true, set.contracts().stream())).toList();
    if (!options.wantsJson()) {
      chosen.stream()
          .filter(account -> !others.contains(account))
          .forEach(account -> console.say(account.words() + "  has just these jars already"));
      exchanges.forEach(each -> each.print(console));
    }
    var checking = Checking.of(surroundings, KeptProofs.of(surroundings));
    if (!others.stream().allMatch(account -> isSound(account, checking))) {
      console.tell("Nothing was released.");
      return ExitCode.NO;
    }
    if (!others.isEmpty()
        && !options.isWanted(surroundings, "Release to", others.size(), "nothing was released")) {
      console.say("Nothing was released.");
      return ExitCode.NO;
    }
    others.forEach(this::release);
    tell(chosen, set, others);
    return ExitCode.FINE;
  }

  private void tell(List<Chosen> chosen, ContractSet set, List<Chosen> others) {
    if (options.wantsJson()) {
      console.say(
          Json.of(
              chosen.stream()
                  .map(account ->
                      Exchange.of(account, true, set.contracts().stream())
                          .data(others.contains(account) ? "released" : "unchanged"))
                  .toList()));
    } else if (!others.isEmpty()) {
      console.say(
          "A server at work looks every five seconds. `interlock accounts` shows when it is live;"
              + " where the server refuses it, the account's page says why.");
      console.say("`interlock accounts back` takes it back.");
    }
  }

  /// All of them as one set, since a server takes them so.
  private ContractSet contracts() {
    for (Path jar : jars) {
      if (!Files.exists(jar)) {
        throw new CannotRunException(jar + " is not there; check the path");
      }
      String name = String.valueOf(jar.getFileName());
      if (!Files.isRegularFile(jar) || !name.endsWith(".jar") || name.startsWith(".")) {
        throw new CannotRunException(
            jar + " is no plugin jar; `interlock build FOLDER -o FILE.jar` makes one");
      }
    }
    if (jars.stream().map(Path::getFileName).distinct().count() < jars.size()) {
      throw new CannotRunException("two of the jars have one name; give one of them another");
    }
    return Contracts.require(jars);
  }

  private static void requireFolder(Chosen account) {
    Path folder = account.jars().folder();
    if (Files.exists(folder) && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
      throw new CannotRunException(
          folder + " is no folder that this user may write to; nothing was released");
    }
    try {
      if (Files.exists(folder) && !Places.in(folder).sources().isEmpty()) {
        throw new CannotRunException(
            folder
                + " has .java files, which would be live beside the jars; take them out. Nothing was"
                + " released");
      }
    } catch (IOException problem) {
      throw new CannotRunException(folder + " cannot be read; nothing was released", problem);
    }
  }

  private boolean hasThem(Chosen account) {
    try {
      return account.jars().isJust(jars);
    } catch (IOException problem) {
      throw new CannotRunException(
          account.jars().folder() + " cannot be read; nothing was released", problem);
    }
  }

  /// As the server will judge it.
  private boolean isSound(Chosen account, Checking checking) {
    var judgement =
        Judge.judge(new Places(jars, List.of()), account.running(), surroundings.today(), checking);
    if (judgement instanceof Judgement.Sound) {
      return true;
    }
    if (options.wantsJson()) {
      new Showing(console).json(judgement.review());
    } else {
      console.say(account.words() + "  " + console.bad("may not have it:"));
      new Showing(console).text(judgement.review());
    }
    return false;
  }

  private void release(Chosen account) {
    try {
      account.jars().release(jars);
    } catch (IOException problem) {
      throw new CannotRunException(
          account.jars().folder()
              + " cannot be written: "
              + problem.getMessage()
              + ". Accounts that were named before it have the jars; `interlock accounts back` takes"
              + " them back",
          problem);
    }
    if (!options.wantsJson()) {
      console.say(console.good("released") + " to " + account.words());
    }
  }
}
