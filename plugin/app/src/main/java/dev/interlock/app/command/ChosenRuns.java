package dev.interlock.app.command;

import static dev.interlock.engine.read.ProofState.UNVERIFIED;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which runs under way are meant: some by their ids, or a selection.
final class ChosenRuns {
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

  @Option(
      names = {"--on-version", "--from"},
      paramLabel = "HASH",
      description = {
        "Of those, only the ones on this version of the contract, by the beginning of its hash, as"
            + " `interlock versions` shows it."
      })
  private @Nullable String version;

  /// The contract of which runs are selected; empty when they are named by their ids.
  Optional<ContractId> contract() {
    return Optional.ofNullable(contract).map(ContractId::new);
  }

  /// Asks the casebook about them, in the order in which they changed last.
  int ask(Surroundings surroundings, BiFunction<Casebook, List<RunSummary>, Integer> question) {
    return ask(surroundings, false, question);
  }

  /// Asks about those too that are over: each that is named by its id, and those of a selection
  /// that ended without proof.
  int askAlsoUnproved(
      Surroundings surroundings, BiFunction<Casebook, List<RunSummary>, Integer> question) {
    return ask(surroundings, true, question);
  }

  private int ask(
      Surroundings surroundings,
      boolean overToo,
      BiFunction<Casebook, List<RunSummary>, Integer> question) {
    if (ids.isEmpty() == (contract == null)) {
      throw new CannotRunException("say which runs: either their ids, or --contract NAME");
    }
    if (contract == null && (step != null || version != null)) {
      throw new CannotRunException("--at and --on-version go with --contract");
    }
    return data.ask(surroundings, casebook -> question.apply(casebook, chosen(casebook, overToo)));
  }

  private List<RunSummary> chosen(Casebook casebook, boolean overToo) {
    if (contract == null) {
      return ids.stream().distinct().map(id -> run(casebook, id, overToo)).toList();
    }
    var wanted = selection(casebook, new ContractId(contract));
    // all of them: whoever ends a campaign for a selection believes that nobody is left in it
    var underWay = casebook.runs(wanted.underWay(), Integer.MAX_VALUE).stream();
    var unproved =
        overToo
            ? casebook.runs(wanted.over().proved(UNVERIFIED), Integer.MAX_VALUE).stream()
            : Stream.<RunSummary>empty();
    var selected = Stream.concat(underWay, unproved).toList();
    if (selected.isEmpty()) {
      throw new CannotRunException(nobody(casebook, new ContractId(contract)));
    }
    return selected;
  }

  /// Why a selection is empty: a name that nobody ever heard of was meant otherwise.
  private String nobody(Casebook casebook, ContractId only) {
    if (casebook.versions().stream().noneMatch(line -> line.contract().equals(only))) {
      return "there is no contract " + only + ", and never was; `interlock versions` shows them";
    }
    return step == null
        ? "no such run is under way"
        : "no run of %s that is under way stands at %s; `interlock versions %s` shows where they do"
            .formatted(only, step, only);
  }

  private RunFilter selection(Casebook casebook, ContractId only) {
    var wanted = RunFilter.all().of(only);
    if (step != null) {
      wanted = wanted.at(new NodeId(step));
    }
    return version == null
        ? wanted
        : wanted.onVersion(KnownVersion.of(casebook, only, version).hash());
  }

  private static RunSummary run(Casebook casebook, String id, boolean overToo) {
    var run =
        casebook
            .run(new RunId(id))
            .orElseThrow(() ->
                new CannotRunException(
                    "there is no run "
                        + id
                        + (overToo
                            ? "; `interlock runs` shows them"
                            : "; `interlock runs --open` shows those that are under way")));
    if (!overToo && run.endedAt().isPresent()) {
      throw new CannotRunException("run " + id + " is over: " + ending(casebook, run));
    }
    return run;
  }

  private static String ending(Casebook casebook, RunSummary run) {
    var at = run.endedAt().map(new Times(casebook.zone())::stamp).orElse("");
    return run.exit()
        .map(exit -> "it left as " + exit + " on " + at)
        .orElse("it was turned away on " + at + ", and never began");
  }
}
