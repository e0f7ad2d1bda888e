package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.app.plugin.Loading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Checks contracts before they go live.
@Command(
    name = "verify",
    description = "Checks contracts, and names what is wrong by file and line.")
final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      description = "Plugin jars, .java files, or folders of them; the library when left out.")
  private final List<Path> paths = new ArrayList<>();

  VerifyCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    var from = paths.isEmpty() ? List.of(surroundings.libraryPlugins()) : paths;
    return switch (Contracts.load(from)) {
      case Loading.Faulty(var faults) -> {
        faults.forEach(fault -> console.say(fault.toString()));
        yield ExitCode.NO;
      }
      case Loading.Loaded(var set, _) -> {
        set.contracts().forEach(contract -> console.say(contract.id().text()));
        yield ExitCode.FINE;
      }
    };
  }
}
