package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.account.AccountAccess.Reached;
import dev.interlock.app.account.AccountRound;
import dev.interlock.app.account.BindingsFile;
import dev.interlock.app.account.Patience;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.contract.model.ContractSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which contracts an account is looked at for, and how that is told.
final class PlanOptions {
  @Parameters(
      paramLabel = "PATH",
      description = {
        "Plugin jars, .java files, or folders of them: together one set. Left out, it is what is"
            + " live in the folder that --data names; without that the plugins folder of the"
            + " settings, else the library that comes along. For accounts of an app, it is what"
            + " is live in each, or lies in wait for it."
      })
  private final List<Path> paths = new ArrayList<>();

  @Mixin private final DataFolder data = new DataFolder();
  @Mixin private final AccountChoice choice = new AccountChoice();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  boolean wantsJson() {
    return json;
  }

  /// Whether it is about accounts that installed the marketplace app.
  boolean isForFleet(Surroundings surroundings) {
    return choice.isMade(surroundings);
  }

  /// The round through such accounts.
  FleetRound fleetRound(Surroundings surroundings, Console console) {
    return new FleetRound(
        choice.surveyor(surroundings, data.path(surroundings)),
        choice,
        paths.isEmpty() ? Optional.empty() : Optional.of(Contracts.require(paths)),
        console);
  }

  /// The round for the account that is reached.
  AccountRound round(Surroundings surroundings, Console console, Reached reached) {
    var settings = surroundings.settings();
    return new AccountRound(
        reached,
        contracts(surroundings),
        BindingsFile.of(data.path(surroundings), reached.id()),
        settings.values(),
        settings.zone(),
        Patience.of(console::tell),
        surroundings.today());
  }

  private ContractSet contracts(Surroundings surroundings) {
    if (!paths.isEmpty() || !data.isSaid()) {
      return Contracts.require(surroundings.contracts(paths));
    }
    return data.running(surroundings)
        .live()
        .orElseThrow(() ->
            new CannotRunException(
                "nothing is live in this data folder; name the contracts that are to be"));
  }
}
