package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which runs under way are meant: some by their ids, or a selection.
final class ChosenRuns {
  private static final int MOST = 10_000;

  @Mixin private final DataFolder data = new DataFolder();

  @Parameters(
      arity = "0..*",
      paramLabel = "RUN",
      description = "Ids of runs, as `interlock runs` shows them.")
  private final List<String> ids = new ArrayList<>();

  @Option(
      names = "--contract",
      paramLabel = "NAME",
      description = "All runs of this contract that are under way.")
  private @Nullable String contract;

  @Option(
      names = "--at",
      paramLabel = "STEP",
      description = "Of those, only the ones that stand at this step.")
  private @Nullable String step;

  /// Asks the casebook about them, in the order in which they changed last.
  int ask(Surroundings surroundings, BiFunction<Casebook, List<RunSummary>, Integer> question) {
    if (ids.isEmpty() == (contract == null)) {
      throw new CannotRunException("say which runs: either their ids, or --contract NAME");
    }
    if (contract == null && step != null) {
      throw new CannotRunException("--at goes with --contract");
    }
    return data.ask(surroundings, casebook -> question.apply(casebook, chosen(casebook)));
  }

  private List<RunSummary> chosen(Casebook casebook) {
    if (contract == null) {
      return ids.stream().distinct().map(id -> run(casebook, id)).toList();
    }
    var wanted = RunFilter.all().underWay().of(new ContractId(contract));
    var selected = casebook.runs(wanted, MOST).stream().filter(this::isAtStep).toList();
    if (selected.isEmpty()) {
      throw new CannotRunException("no such run is under way");
    }
    return selected;
  }

  private static RunSummary run(Casebook casebook, String id) {
    return casebook
        .run(new RunId(id))
        .filter(run -> run.endedAt().isEmpty())
        .orElseThrow(() ->
            new CannotRunException(
                "no run " + id + " is under way; `interlock runs --open` shows them"));
  }

  private boolean isAtStep(RunSummary run) {
    return step == null || run.place().filter(place -> place.text().equals(step)).isPresent();
  }
}
