package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.account.AccountAccess;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows what an account lacks for contracts.
@Command(
    name = "plan",
    description = {
      "Compares what contracts name with what the CRM's account has: pipelines and stages, tags,"
          + " custom fields, users, calendars, automations, settings, what messages go out by, the"
          + " token's scopes and the time zone. Nothing in the CRM is changed.",
      "",
      "✓ is there, + is made by `interlock apply`, ! is yours to do, × occurs more than once,"
          + " ~ was there last time and is not any more, ? is not told.",
      "",
      "With --account or --all it does so for accounts that installed your marketplace app.",
      "",
      "It ends with 0 when nothing is left to do, with 1 when something is missing or could not be"
          + " read, and with 2 when it could not run."
    })
final class PlanCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;
  private final AccountAccess access;

  @Mixin private final PlanOptions options = new PlanOptions();

  PlanCommand(Surroundings surroundings, Console console, AccountAccess access) {
    this.surroundings = surroundings;
    this.console = console;
    this.access = access;
  }

  @Override
  public Integer call() {
    if (options.isForFleet(surroundings)) {
      try (var round = options.fleetRound(surroundings, console)) {
        return round.plan(options.wantsJson());
      }
    }
    try (var reached = access.open(surroundings.settings(), surroundings.clock())) {
      var round = options.round(surroundings, console, reached);
      var plan = round.plan();
      if (options.wantsJson()) {
        console.say(Json.of(round.data(plan)));
      } else {
        round.print(plan, console);
      }
      return plan.isDone() ? ExitCode.FINE : ExitCode.NO;
    }
  }
}
