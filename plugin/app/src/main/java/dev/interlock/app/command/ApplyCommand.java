package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.account.AccountAccess;
import dev.interlock.app.account.AccountRound;
import dev.interlock.app.account.Making;
import dev.interlock.app.account.Makings;
import dev.interlock.app.console.Asking;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.preflight.AccountPlan;
import dev.interlock.app.preflight.AccountPlanData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes what an account lacks, as far as the CRM lets it.
@Command(
    name = "apply",
    description = {
      "Shows what `interlock plan` shows, asks, and makes what the CRM's API can make: tags, custom"
          + " fields, and custom values for settings that have a value of ours. Then it plans"
          + " anew. Nothing is ever deleted, renamed or overwritten, and what is there is not made"
          + " again.",
      "",
      "With --account or --all it does so for accounts that installed your marketplace app: it shows"
          + " how all of them stand, and asks once for each.",
      "",
      "It ends with 0 when nothing is left to do afterwards, with 1 when something is, and with 2"
          + " when it could not run, or nobody was there to say yes."
    })
final class ApplyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;
  private final AccountAccess access;

  @Mixin private final PlanOptions options = new PlanOptions();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  ApplyCommand(Surroundings surroundings, Console console, AccountAccess access) {
    this.surroundings = surroundings;
    this.console = console;
    this.access = access;
  }

  /// For machines.
  private record ApplyData(List<Making> made, AccountPlanData plan) {}

  @Override
  public Integer call() {
    if (options.wantsJson() && !yes) {
      throw new CannotRunException("with --json nobody can be asked; add --yes to say yes");
    }
    if (options.isForFleet(surroundings)) {
      try (var round = options.fleetRound(surroundings, console)) {
        return round.apply(
            options.wantsJson(),
            yes ? Optional.empty() : Optional.of(surroundings.asking()),
            OrderOptions.user(surroundings));
      }
    }
    try (var reached = access.open(surroundings.settings(), surroundings.clock())) {
      return apply(options.round(surroundings, console, reached));
    }
  }

  private int apply(AccountRound round) {
    var plan = round.plan();
    if (!options.wantsJson()) {
      round.print(plan, console);
    }
    if (plan.creatables().isEmpty()) {
      return nothingToMake(round, plan);
    }
    if (!yes && !isWanted(plan)) {
      console.say("Nothing was made.");
      return ExitCode.NO;
    }
    var making = new Makings(round, this::tell);
    plan.creatables().forEach(making::make);
    var left = round.plan().without(making.refused());
    if (options.wantsJson()) {
      console.say(Json.of(new ApplyData(making.all(), round.data(left))));
    } else {
      console.say("");
      round.print(left, console);
    }
    return left.isDone() ? ExitCode.FINE : ExitCode.NO;
  }

  private void tell(Making making) {
    if (!options.wantsJson()) {
      console.say(making.line(console));
    }
  }

  private int nothingToMake(AccountRound round, AccountPlan plan) {
    if (options.wantsJson()) {
      console.say(Json.of(new ApplyData(List.of(), round.data(plan))));
    } else if (!plan.isDone()) {
      console.say("There is nothing in it that the CRM's API can make.");
    }
    return plan.isDone() ? ExitCode.FINE : ExitCode.NO;
  }

  private boolean isWanted(AccountPlan plan) {
    return isWanted(
        surroundings.asking(),
        plan.creatables().size(),
        plan.inventory().installation().text(),
        "nothing was made");
  }

  /// Whether somebody says yes to making some things.
  ///
  /// @param soFar what to say where nobody can be asked
  static boolean isWanted(Asking asking, int count, String account, String soFar) {
    var question =
        "Make %s in %s? Only yes is a yes: "
            .formatted(count == 1 ? "this one" : "these " + count, account);
    return asking
        .ask(question)
        .orElseThrow(() ->
            new CannotRunException(
                soFar + ": nobody is here to say yes; add --yes to say it at once"))
        .strip()
        .equalsIgnoreCase("yes");
  }
}
