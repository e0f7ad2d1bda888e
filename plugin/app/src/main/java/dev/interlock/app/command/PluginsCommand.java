package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.check.Checking;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.gate.Judge;
import dev.interlock.app.gate.Judgement;
import dev.interlock.app.gate.Running;
import dev.interlock.app.gate.Standing;
import dev.interlock.app.plugin.Places;
import dev.interlock.app.report.Showing;
import dev.interlock.contract.text.ContentHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows which contracts are live, and which are not and why.
@Command(
    name = "plugins",
    description = {
      "Shows which contracts are live, which are finishing, and what lies in the plugins folder: for"
          + " each jar whether it is live, may go live, or was refused, and why. A server may be at"
          + " work meanwhile.",
      "",
      "It ends with 0 when all that lies in the folder is live or may go live, else with 1."
    })
final class PluginsCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "The plugins folder (default: that of the settings).")
  private @Nullable Path folder;

  @Mixin private final DataFolder data = new DataFolder();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  PluginsCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    var place =
        Optional.ofNullable(folder).orElseGet(() -> surroundings.contracts(List.of()).getFirst());
    var running = data.running(surroundings);
    var judgement =
        Judge.judge(
            places(place),
            running,
            surroundings.today(),
            Checking.of(surroundings, KeptProofs.of(surroundings)));
    if (json) {
      console.say(Json.of(PluginsData.of(running, judgement)));
    } else {
      show(place, running, judgement);
    }
    return judgement instanceof Judgement.Sound ? ExitCode.FINE : ExitCode.NO;
  }

  private static Places places(Path folder) {
    try {
      return Places.in(folder);
    } catch (IOException problem) {
      throw new CannotRunException(
          folder + " cannot be read; name the folder of the plugin jars", problem);
    }
  }

  private void show(Path folder, Running running, Judgement judgement) {
    var said = PluginsData.of(running, judgement);
    console.say(console.bold(said.live().isEmpty() ? "Nothing is live" : "Live"));
    said.live().forEach(this::show);
    if (!said.draining().isEmpty()) {
      console.say(console.bold("Finishing, without new entries"));
      said.draining().forEach(this::show);
    }
    console.say(console.bold("In " + folder));
    for (var part : judgement.inventory().parts()) {
      var standing = Standing.of(part, judgement, running);
      var files =
          part.files().size() == 1
              ? String.valueOf(part.files().getFirst().getFileName())
              : part.files().size() + " source files";
      console.say("  " + files + "  " + coloured(standing));
      part.contracts()
          .forEach(contract ->
              console.say(
                  console.faint("    " + ContentHash.of(contract).shortForm())
                      + " "
                      + contract.id()));
    }
    console.say("");
    new Showing(console).text(judgement.review());
  }

  private void show(PluginsData.Version version) {
    console.say(
        "  %s %s  %d under way"
            .formatted(
                console.faint(new ContentHash(version.hash()).shortForm()),
                version.contract(),
                version.underWay()));
  }

  private String coloured(Standing standing) {
    return switch (standing) {
      case LIVE, SOUND -> console.good(standing.words());
      case REFUSED -> console.bad(standing.words());
      case HELD_BACK -> console.odd(standing.words());
    };
  }
}
