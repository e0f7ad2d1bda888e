package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.order.OrderRequest;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.Relocation;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Run;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.read.VersionLine;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Moves runs to the version of their contract that takes new entries.
@Command(
    name = "migrate",
    description = {
      "Moves runs of an old version of a contract to the one that takes new entries. Each stays where"
          + " it stands, and waits as long as it would have: a wait becomes a wait of the new"
          + " version, an await an await, a message held back a message. A run that has no such"
          + " place stays on its version, where it finishes undisturbed.",
      "",
      "It ends with 1 when something that was ordered could not be done."
    })
final class MigrateOrder implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final ChosenRuns chosen = new ChosenRuns();

  @Option(
      names = "--to",
      paramLabel = "HASH",
      description = {
        "The version to move to (default: the one that takes new entries). It is refused when it is"
            + " another one, since that is proved with no others."
      })
  private @Nullable String to;

  @Mixin private final StepNames places = new StepNames();
  @Mixin private final OrderOptions options = new OrderOptions();

  MigrateOrder(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    return chosen.ask(surroundings, this::migrate);
  }

  private int migrate(Casebook casebook, List<RunSummary> runs) {
    var contracts = runs.stream().map(RunSummary::contract).distinct().toList();
    if (contracts.size() != 1) {
      throw new CannotRunException("runs of one contract are moved at a time");
    }
    ContractId contract = contracts.getFirst();
    VersionLine target = KnownVersion.live(casebook, contract);
    if (to != null && !KnownVersion.of(casebook, contract, to).active()) {
      throw new CannotRunException(
          "version " + to + " takes no new entries; runs are moved to the one that does");
    }
    Program fresh = program(casebook, contract, target.hash());
    return new OrderRound(surroundings, console, options)
        .about(casebook, runs, order(casebook, target, fresh));
  }

  private RunOrder order(Casebook casebook, VersionLine target, Program fresh) {
    var named = places.named();
    return new RunOrder(
        run ->
            run.hash().equals(target.hash())
                ? new Fit.LeftAlone("since it is on that version already")
                : casebook
                    .whole(run.run())
                    .map(whole ->
                        fit(
                            new Relocation(
                                program(casebook, run.contract(), run.hash()), fresh, named),
                            whole,
                            target))
                    .orElseGet(() -> Fit.not(run)),
        run -> new OrderRequest.Migrate(run.run(), target.hash(), named));
  }

  private static Fit fit(Relocation relocation, Run run, VersionLine target) {
    return switch (relocation.move(run, target.hash(), "")) {
      case Relocation.Moved.Stays(var why) -> new Fit.LeftAlone("since " + why);
      case Relocation.Moved.Done(var decision) ->
          Fit.of(
              "moves to version "
                  + VersionWords.shortly(target.hash())
                  + decision.next().standing().place().map(place -> ", at " + place).orElse(""));
    };
  }

  private static Program program(Casebook casebook, ContractId contract, String hash) {
    return casebook
        .program(contract, hash)
        .orElseThrow(() ->
            new CannotRunException(
                "version "
                    + VersionWords.shortly(hash)
                    + " of "
                    + contract
                    + " was stored by another Interlock, and this one cannot read it"));
  }
}
