package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Gives orders about runs to the server that is at work.
@Command(
    name = "order",
    synopsisSubcommandLabel = "ORDER",
    description = {
      "Gives an order about runs to the server that is at work: stops them, lets them go on, ends"
          + " them, or says what became of a step in doubt. Without --yes it only shows what would"
          + " be done. Each order is kept in the audit trail, with who gave it.",
      "",
      "It ends with 1 when something that was ordered could not be done."
    })
final class OrderCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  OrderCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().usage(console.err());
    return ExitCode.CANNOT_RUN;
  }

  @Command(
      name = "pause",
      description = "Stops runs where they stand. They keep their place in the lane.")
  int pause(@Mixin ChosenRuns chosen, @Mixin OrderOptions options) {
    return each(chosen, options, RunOrder.pause());
  }

  @Command(name = "resume", description = "Lets paused runs go on.")
  int resume(
      @Mixin ChosenRuns chosen,
      @Option(
              names = "--shift",
              description = {
                "Add the time it stood still to what it waits for. Without it, what fell due meanwhile"
                    + " is done at once."
              })
          boolean shift,
      @Mixin OrderOptions options) {
    return each(chosen, options, RunOrder.resume(shift));
  }

  @Command(name = "withdraw", description = "Ends runs by their `withdrawn` exit.")
  int withdraw(@Mixin ChosenRuns chosen, @Mixin Reason reason, @Mixin OrderOptions options) {
    return each(chosen, options, RunOrder.withdraw(reason.text()));
  }

  @Command(
      name = "settle",
      description = {
        "Says what became of a step in doubt, after somebody has looked in the CRM: whether it"
            + " happened. What did not happen is done again; before a message, consent, the entry"
            + " filter and limits are asked again."
      })
  int settle(
      @Mixin ChosenRuns chosen,
      @Option(
              names = "--happened",
              paramLabel = "yes|no",
              required = true,
              description = "Whether it took effect in the CRM.")
          Happened happened,
      @Mixin OrderOptions options) {
    return each(chosen, options, RunOrder.settle(happened == Happened.YES));
  }

  @Command(
      name = "retry",
      description = {
        "Tries at once what a run waits to try again, and reads back once more what a run could not"
            + " leave as promised. Whether the contact still qualifies, consent, the lane and limits"
            + " are asked again first."
      })
  int retry(@Mixin ChosenRuns chosen, @Mixin OrderOptions options) {
    return chosen.askAlsoUnproved(
        surroundings,
        (casebook, runs) ->
            new OrderRound(surroundings, console, options).about(casebook, runs, RunOrder.retry()));
  }

  @Command(
      name = "skip",
      description = {
        "Lets runs go on past the place where they stand: a wait is over, an answer is no longer"
            + " waited for, a message or another step is left out."
      })
  int skip(@Mixin ChosenRuns chosen, @Mixin Reason reason, @Mixin OrderOptions options) {
    return each(chosen, options, RunOrder.skip(reason.text()));
  }

  /// As people answer.
  enum Happened {
    YES,
    NO
  }

  private int each(ChosenRuns chosen, OrderOptions options, RunOrder order) {
    return chosen.ask(
        surroundings,
        (casebook, runs) ->
            new OrderRound(surroundings, console, options).about(casebook, runs, order));
  }
}
