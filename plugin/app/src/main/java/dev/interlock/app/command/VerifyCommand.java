package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.app.plugin.Fault;
import dev.interlock.app.plugin.Loading;
import dev.interlock.app.report.Showing;
import dev.interlock.app.simulate.FoundTraces;
import dev.interlock.app.simulate.Scenarios;
import dev.interlock.app.simulate.Traces;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Review;
import dev.interlock.verifier.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks contracts before they go live.
@Command(
    name = "verify",
    description = {
      "Checks contracts before they go live, and names what is wrong by file and line. All paths"
          + " together are one set: an operation and the contracts that stand in it.",
      "",
      "It ends with 0 when nothing is found, or somebody answers for all of it, with 1 when something"
          + " blocks go-live: an error, or a warning that nobody acknowledges, and with 2 when there"
          + " was nothing to check."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      description = {
        "Plugin jars, .java files, or folders of them. Left out, it is the plugins folder of the"
            + " settings, else the library that comes along."
      })
  private final List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--traces",
      paramLabel = "DIR",
      description = {
        "Write the story of each finding that was played to this folder, one file each, to be played"
            + " again with `interlock simulate PATH --trace FILE`."
      })
  private @Nullable Path traces;

  @Mixin private final SarifOption sarif = new SarifOption();

  @Mixin private final ProofsOption proofs = new ProofsOption();

  VerifyCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (json && sarif.isForStdout()) {
      throw new CannotRunException(
          "--json and --sarif both want stdout; give one of them alone, or --sarif=FILE");
    }
    sarif.check();
    if (traces != null) {
      Traces.prepare(traces);
    }
    return switch (Contracts.load(surroundings.contracts(paths))) {
      case Loading.Faulty faulty -> {
        show(Review.unread(faulty.faults().stream().map(Fault::remark).toList()));
        yield faulty.isUnreadable() ? ExitCode.CANNOT_RUN : ExitCode.NO;
      }
      case Loading.Loaded(var set, var index, var carried) -> {
        var checking = proofs.checking(surroundings);
        var report =
            Scenarios.beside(paths)
                .map(kept -> checking.checkWalked(set, both(kept, carried), surroundings.today()))
                .orElseGet(() -> checking.check(set, carried, surroundings.today()));
        var review = traced(Review.of(report, index), set);
        show(review);
        yield review.isSound() ? ExitCode.FINE : ExitCode.NO;
      }
    };
  }

  private static List<Scenario> both(List<Scenario> kept, List<Scenario> carried) {
    return Stream.concat(kept.stream(), carried.stream()).toList();
  }

  private Review traced(Review review, ContractSet set) {
    return traces == null ? review : FoundTraces.write(traces, paths, set, review);
  }

  private void show(Review review) {
    sarif.write(review, console);
    if (json) {
      new Showing(console).json(review);
    } else if (!sarif.isForStdout()) {
      new Showing(console).text(review);
    }
  }
}
