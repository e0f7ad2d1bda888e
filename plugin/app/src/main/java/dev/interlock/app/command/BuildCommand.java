package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.console.Release;
import dev.interlock.app.pack.JarFile;
import dev.interlock.app.pack.PluginJar;
import dev.interlock.app.plugin.Fault;
import dev.interlock.app.plugin.SourceSet;
import dev.interlock.app.report.Showing;
import dev.interlock.app.simulate.Scenarios;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportData;
import dev.interlock.verifier.finding.Review;
import dev.interlock.verifier.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a plugin jar.
@Command(
    name = "build",
    description = {
      "Makes a plugin jar out of a folder of contracts: compiles them, checks them as `verify` does,"
          + " and packs them with their pages and with what they need of a CRM. The same sources"
          + " always give the same bytes.",
      "",
      "It ends with 0 when the jar is written, and with 1, and no jar, when something blocks"
          + " go-live."
    })
final class BuildCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(paramLabel = "FOLDER", description = "The folder with the .java files.")
  private Path folder = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.jar",
      required = true,
      description = "The jar to write; one that is there is replaced.")
  private Path output = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private final ProofsOption proofs = new ProofsOption();

  BuildCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!output.toString().endsWith(".jar") || Files.isDirectory(output)) {
      throw new CannotRunException("-o is " + output + ", but it has to be a file named *.jar");
    }
    return switch (SourceSet.in(folder)) {
      case SourceSet.Outcome.Faulty(var faults) -> {
        show(Review.unread(faults.stream().map(Fault::remark).toList()));
        yield faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.UNREADABLE)
            ? ExitCode.CANNOT_RUN
            : ExitCode.NO;
      }
      case SourceSet.Outcome.Read(var sources) -> built(sources);
    };
  }

  private int built(SourceSet sources) {
    var checking = proofs.checking(surroundings);
    var scenarios = Scenarios.beside(List.of(folder));
    var report =
        scenarios
            .map(kept -> checking.checkWalked(sources.set(), kept, surroundings.today()))
            .orElseGet(() -> checking.check(sources.set(), surroundings.today()));
    var review = Review.of(report, sources.index());
    if (!review.isSound()) {
      show(review);
      if (!json) {
        console.say(output + " was not written: what is found above blocks go-live");
      }
      return ExitCode.NO;
    }
    write(sources, report, scenarios.orElse(List.of()));
    if (json) {
      console.say(Json.of(new Built(true, output.toString(), ReportData.of(review))));
    } else {
      new Showing(console).text(review);
      sources
          .set()
          .contracts()
          .forEach(contract ->
              console.say(
                  console.faint("  " + ContentHash.of(contract).shortForm())
                      + " "
                      + contract.id()));
      console.say("written to " + output);
    }
    return ExitCode.FINE;
  }

  private void write(SourceSet sources, Report report, List<Scenario> scenarios) {
    try {
      var entries = PluginJar.entries(sources, report, scenarios, Release.version());
      JarFile.write(output, JarFile.bytes(entries));
    } catch (IOException problem) {
      throw new CannotRunException(
          output + " cannot be written; name a place that this user may write to", problem);
    }
  }

  private void show(Review review) {
    if (json) {
      console.say(Json.of(new Built(false, "", ReportData.of(review))));
    } else {
      new Showing(console).text(review);
    }
  }

  /// What came of it.
  ///
  /// @param jar empty when none was written
  private record Built(boolean ok, String jar, ReportData verification) {}
}
