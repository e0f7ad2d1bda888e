package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.order.OrderAnswer;
import dev.interlock.app.order.OrderRequest;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
  private static final Set<RunState> STOPPABLE =
      Set.of(RunState.COMMANDED, RunState.HELD, RunState.WAITING, RunState.AWAITING);
  private static final Set<RunState> LEAVING = Set.of(RunState.CLOSING, RunState.VERIFYING);

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
    return each(
        chosen,
        options,
        run -> STOPPABLE.contains(run.state()),
        "stops where it stands",
        OrderRequest.Pause::new);
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
    return each(
        chosen,
        options,
        run -> run.state() == RunState.PAUSED,
        shift ? "goes on, with its times shifted" : "goes on; what fell due is done at once",
        run -> new OrderRequest.Resume(run, shift));
  }

  @Command(name = "withdraw", description = "Ends runs by their `withdrawn` exit.")
  int withdraw(
      @Mixin ChosenRuns chosen,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              required = true,
              description = "Why; it is told in the contact's story.")
          String reason,
      @Mixin OrderOptions options) {
    return each(
        chosen,
        options,
        run -> !LEAVING.contains(run.state()),
        "ends by its withdrawn exit, and frees its lane",
        run -> new OrderRequest.Withdraw(run, reason));
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
    return each(
        chosen,
        options,
        run -> run.state() == RunState.DOUBTFUL,
        happened == Happened.YES ? "goes on as if it was done" : "does it again",
        run -> new OrderRequest.Settle(run, happened == Happened.YES));
  }

  @Command(
      name = "start",
      description = "Starts a contract for a contact. Its entry filter is asked all the same.")
  int start(
      @Parameters(paramLabel = "CONTRACT", description = "Such as missed-call-text-back.")
          String contract,
      @Parameters(paramLabel = "CONTACT", description = "The contact's id in the CRM.")
          String contact,
      @Mixin OrderOptions options) {
    var order = new OrderRequest.Start(new ContractId(contract), new ContactId(contact));
    if (!options.isMeant()) {
      console.say("Would start %s for contact %s.".formatted(contract, contact));
      notYet();
      return ExitCode.FINE;
    }
    try (var line = options.line(surroundings)) {
      OrderAnswer answer = line.give(order);
      if (options.wantsJson()) {
        console.say(Json.of(new StartData(contract, contact, answer.isDone(), answer.words())));
      } else {
        console.say(
            answer.isDone()
                ? "Asked in. `interlock explain %s` tells whether they were admitted, and if not, why."
                    .formatted(contact)
                : console.bad("Not started: " + answer.words() + "."));
      }
      return answer.isDone() ? ExitCode.FINE : ExitCode.NO;
    }
  }

  /// As people answer.
  enum Happened {
    YES,
    NO
  }

  /// An order and what came of it, for machines.
  private record StartData(String contract, String contact, boolean done, String words) {}

  private record RunData(
      String run, String contract, String contact, String state, String outcome, String words) {
    static RunData of(RunSummary run, Told told) {
      return new RunData(
          run.run().text(),
          run.contract().text(),
          run.contact().text(),
          run.state().name(),
          told.outcome().word,
          told.words());
    }
  }

  /// What became of an order about one run.
  private record Told(Outcome outcome, String words) {}

  private enum Outcome {
    WOULD_BE_DONE("would-be-done"),
    DONE("done"),
    FAILED("failed"),
    LEFT_ALONE("left-alone");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }
  }

  private int each(
      ChosenRuns chosen,
      OrderOptions options,
      Predicate<RunSummary> fits,
      String effect,
      Function<RunId, OrderRequest> order) {
    return chosen.ask(
        surroundings,
        (casebook, runs) -> {
          var data = new ArrayList<RunData>();
          var titles = casebook.titles();
          var times = new Times(casebook.zone());
          boolean all = true;
          try (var line = options.line(surroundings)) {
            for (var run : runs) {
              Told told = one(run, options, fits, effect, order, line::give);
              data.add(RunData.of(run, told));
              all &= told.outcome() != Outcome.FAILED;
              if (!options.wantsJson()) {
                var name = console.bold(run.contactName());
                var title = titles.of(run.contract());
                console.say("%s  %s  %s".formatted(name, title, where(run, times)));
                console.say("    " + styled(told) + console.faint("  run " + run.run()));
              }
            }
          }
          if (options.wantsJson()) {
            console.say(Json.of(data));
          } else if (!options.isMeant()) {
            notYet();
          }
          return all ? ExitCode.FINE : ExitCode.NO;
        });
  }

  private static Told one(
      RunSummary run,
      OrderOptions options,
      Predicate<RunSummary> fits,
      String effect,
      Function<RunId, OrderRequest> order,
      Function<OrderRequest, OrderAnswer> line) {
    if (!fits.test(run)) {
      return new Told(Outcome.LEFT_ALONE, "left alone, since it " + run.state().words());
    }
    if (!options.isMeant()) {
      return new Told(Outcome.WOULD_BE_DONE, effect);
    }
    OrderAnswer answer = line.apply(order.apply(run.run()));
    return answer.isDone()
        ? new Told(Outcome.DONE, effect)
        : new Told(Outcome.FAILED, "not done: " + answer.words());
  }

  private String styled(Told told) {
    return switch (told.outcome()) {
      case DONE -> console.good(told.words());
      case FAILED -> console.bad(told.words());
      case LEFT_ALONE -> console.odd(told.words());
      case WOULD_BE_DONE -> told.words();
    };
  }

  private static String where(RunSummary run, Times times) {
    return run.state().words()
        + run.place().map(place -> " at " + place).orElse("")
        + run.alarm().map(alarm -> " until " + times.stamp(alarm)).orElse("");
  }

  private void notYet() {
    console.tell("Nothing has been ordered yet. Add --yes to do it.");
  }
}
