package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.check.Checking;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.app.plugin.Fault;
import dev.interlock.app.plugin.Loading;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportData;
import dev.interlock.verifier.finding.ReportData.FindingData;
import dev.interlock.verifier.finding.ReportText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks contracts before they go live.
@Command(
    name = "verify",
    description = {
      "Checks contracts before they go live, and names what is wrong by file and line.",
      "",
      "It ends with 0 when nothing blocks go-live, with 1 when something does, and with 2 when there"
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

  VerifyCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    return switch (Contracts.load(surroundings.contracts(paths))) {
      case Loading.Faulty(var faults) -> {
        show(faults);
        yield ExitCode.NO;
      }
      case Loading.Loaded(var set, var sources) -> {
        var report = Checking.check(set, sources, surroundings.today());
        show(report);
        yield report.isSound() ? ExitCode.FINE : ExitCode.NO;
      }
    };
  }

  private void show(Report report) {
    if (json) {
      console.say(Json.of(ReportData.of(report)));
      return;
    }
    ReportText.of(report).lines().forEach(this::colour);
  }

  private void show(List<Fault> faults) {
    if (json) {
      var findings = faults.stream().map(VerifyCommand::finding).toList();
      console.say(
          Json.of(new ReportData(false, 0, faults.size(), 0, findings, List.of(), List.of())));
      return;
    }
    faults.forEach(fault -> colour(words(fault)));
    console.say(faults.size() == 1 ? "1 error" : faults.size() + " errors");
  }

  private static String words(Fault fault) {
    var place = fault.line() > 0 ? ":" + fault.line() : "";
    var column = fault.line() > 0 && fault.column() > 0 ? ":" + fault.column() : "";
    return fault.file() + place + column + ": error: " + fault.message();
  }

  private static FindingData finding(Fault fault) {
    return new FindingData(
        "E-LOAD", "error", "", "", fault.file(), fault.line(), fault.message(), "");
  }

  private void colour(String line) {
    if (line.startsWith("    ")) {
      console.say(console.faint(line));
    } else if (line.contains(": error")) {
      console.say(line.replaceFirst("error", console.bad("error")));
    } else {
      console.say(line);
    }
  }
}
