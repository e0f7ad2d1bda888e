package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.app.simulate.PlayedData;
import dev.interlock.app.simulate.SimulationText;
import dev.interlock.app.simulate.TallyData;
import dev.interlock.app.simulate.Traces;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.life.Lives;
import dev.interlock.simulation.life.Tally;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Plays contracts in virtual time.
@Command(
    name = "simulate",
    description = {
      "Plays contracts for one contact in virtual time, on the core that runs them for good, with"
          + " rules watching: a story from a file, or many random lives. Nothing is sent.",
      "",
      "It ends with 0 when no rule is broken, with 1 when one is, and with 2 when the story could"
          + " not be played to its end."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final int MOST_LIVES = 10_000_000;
  private static final int TELL_EVERY = 10_000;

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
      names = "--trace",
      paramLabel = "FILE",
      description = "Play the story in this JSON file, and print it line by line.")
  private @Nullable Path trace;

  @Option(
      names = "--lives",
      paramLabel = "N",
      description = "Let so many random people live with the contracts, and print what was broken.")
  private @Nullable Integer lives;

  @Option(
      names = "--acts",
      paramLabel = "N",
      defaultValue = "60",
      description = "About how many things happen in a life (default: ${DEFAULT-VALUE}).")
  private int acts;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "The number of the first life; the same number always gives the same lives (default:"
              + " ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--as-proved",
      description = {
        "Lives in a world as proofs assume it: contracts hear of everything once and in time, nobody"
            + " is deleted, colleagues move deals as the operation permits. Of contracts that verify"
            + " clean, nothing is broken then."
      })
  private boolean asProved;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write the shortest story of each broken rule to this folder, for --trace.")
  private @Nullable Path output;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  SimulateCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (trace != null && lives == null && output == null && !asProved) {
      return play(trace);
    }
    if (trace == null && lives != null) {
      return live(lives);
    }
    throw new CannotRunException(
        "give either --trace FILE, to play a story, or --lives N, to let random people live; -o and"
            + " --as-proved go with --lives");
  }

  private Repertoire repertoire() {
    return Repertoire.of(Contracts.require(surroundings.contracts(paths)));
  }

  private int play(Path file) {
    Script script = Traces.read(file);
    Repertoire repertoire = repertoire();
    Played played = Simulation.play(repertoire, script);
    List<Breach> breaches = Monitors.of(repertoire).watch(played.chronicle());
    if (json) {
      console.say(Json.of(PlayedData.of(played, breaches)));
    } else {
      new SimulationText(console).print(played, breaches);
    }
    if (!breaches.stream().allMatch(Breach::overtaken)) {
      return ExitCode.NO;
    }
    return played instanceof Played.Derailed ? ExitCode.CANNOT_RUN : ExitCode.FINE;
  }

  private int live(int count) {
    if (count < 1 || count > MOST_LIVES || acts < 1 || acts > 10_000) {
      throw new CannotRunException(
          "--lives is a number from 1 to %d, and --acts one from 1 to 10000".formatted(MOST_LIVES));
    }
    if (output != null) {
      Traces.prepare(output);
    }
    Lives any = Lives.of(repertoire());
    Tally tally =
        (asProved ? any.asProved() : any).live(count, acts, seed, done -> tell(done, count));
    List<Path> files = output == null ? List.of() : Traces.write(output, tally.tripped());
    if (json) {
      console.say(Json.of(TallyData.of(tally, seed)));
    } else {
      new SimulationText(console).print(tally, files);
    }
    return tally.isClean() ? ExitCode.FINE : ExitCode.NO;
  }

  private void tell(long done, int count) {
    if (done % TELL_EVERY == 0 && done < count) {
      console.tell("%,d of %,d lives".formatted(done, count));
    }
  }
}
