package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.check.Checking;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.handbook.DocsFolder;
import dev.interlock.handbook.edition.Edition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the handbook.
@Command(
    name = "docs",
    description = {
      "Writes the handbook of contracts as a folder of pages that opens from disk: what happens, to"
          + " whom, when, why, and where it ends."
    })
final class DocsCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      description = {
        "Plugin jars, .java files, or folders of them. Left out, it is the plugins folder of the"
            + " settings, else the library that comes along."
      })
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; made when it is missing.")
  private Path output = Path.of("");

  @Option(names = "--json", description = "Print the written files as one JSON object.")
  private boolean json;

  DocsCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    var loaded = Contracts.loaded(surroundings.contracts(paths));
    var set = loaded.set();
    var report =
        Checking.of(surroundings, KeptProofs.of(surroundings))
            .check(set, loaded.scenarios(), surroundings.today());
    try {
      var files = DocsFolder.of(set, Edition.bare().verified(report)).write(output);
      if (json) {
        console.say(Json.of(Map.of("files", files.stream().map(Path::toString).toList())));
      } else {
        console.say(files.size() + " files; open " + files.getFirst());
      }
      return ExitCode.FINE;
    } catch (IOException problem) {
      throw new CannotRunException(output + " cannot be made or written to", problem);
    }
  }
}
