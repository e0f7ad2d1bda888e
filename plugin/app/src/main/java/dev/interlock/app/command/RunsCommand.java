package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists runs.
@Command(name = "runs", description = "Lists runs, the one that changed last first.")
final class RunsCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Option(
      names = "--contract",
      paramLabel = "NAME",
      description = "Only those of this contract, such as missed-call-text-back.")
  private @Nullable String contract;

  @Option(names = "--exit", paramLabel = "NAME", description = "Only those that left by this exit.")
  private @Nullable String exit;

  @Option(names = "--open", description = "Only those that are under way.")
  private boolean open;

  @Option(
      names = "--lanes",
      description = {
        "Who holds which contact, and why: the runs that hold a lane, the longest first, each with"
            + " who waits for it. `interlock order release` frees one."
      })
  private boolean lanes;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON array.")
  private boolean json;

  RunsCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /// A run for machines.
  private record RunData(
      String run,
      String contract,
      String contact,
      String name,
      String begunAt,
      String state,
      String place,
      String due,
      String exit,
      String proof,
      String endedAt,
      long calls) {
    static RunData of(RunSummary run) {
      return new RunData(
          run.run().text(),
          run.contract().text(),
          run.contact().text(),
          run.contactName(),
          run.begunAt().toString(),
          run.state().name(),
          text(run.place()),
          text(run.alarm()),
          text(run.exit()),
          text(run.proof()),
          text(run.endedAt()),
          run.calls());
    }

    private static String text(Optional<?> value) {
      return value.map(Object::toString).orElse("");
    }
  }

  @Override
  public Integer call() {
    if (lanes && exit != null) {
      throw new CannotRunException("--lanes is about runs under way, and --exit about others");
    }
    if (limit < 1) {
      throw new CannotRunException("--limit is at least 1");
    }
    data.ask(
        surroundings,
        casebook -> {
          show(casebook);
          return ExitCode.FINE;
        });
    return ExitCode.FINE;
  }

  private void show(Casebook casebook) {
    if (lanes) {
      var only = Optional.ofNullable(contract).map(ContractId::new);
      new LanesText(casebook, console).print(only, limit, json);
      return;
    }
    var runs = casebook.runs(filter(), limit);
    if (json) {
      console.say(Json.of(runs.stream().map(RunData::of).toList()));
      return;
    }
    if (runs.isEmpty()) {
      console.say("There are no such runs.");
      return;
    }
    print(casebook, runs);
  }

  private void print(Casebook casebook, List<RunSummary> runs) {
    var titles = casebook.titles();
    var times = new Times(casebook.zone());
    for (var run : runs) {
      console.say(
          "%s  %s  %s  %s"
              .formatted(
                  console.faint(times.stamp(run.changedAt())),
                  console.bold(run.contactName()),
                  titles.of(run.contract()),
                  how(run, times)));
      console.say(console.faint("    run " + run.run() + ", contact " + run.contact()));
    }
    if (runs.size() == limit) {
      console.tell("There may be more; --limit shows them.");
    }
  }

  private static String how(RunSummary run, Times times) {
    return run.exit().map(exit -> "left as " + exit).orElseGet(() -> Whereabouts.of(run, times));
  }

  private RunFilter filter() {
    var filter = RunFilter.all();
    if (contract != null) {
      filter = filter.of(new ContractId(contract));
    }
    if (exit != null) {
      filter = filter.endedBy(new ExitName(exit));
    }
    return open ? filter.underWay() : filter;
  }
}
