package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.engine.store.Rounds.Round;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what webhooks told of what is in the CRM, and what only reading it found.
@Command(
    name = "webhooks",
    description = {
      "Shows how much of what happened in the CRM its webhooks told, how much was recovered by"
          + " reading the CRM, when it was read last, and what stands in its way. A server may be at"
          + " work meanwhile.",
      "",
      "It ends with 1 when something could not be read."
    })
final class WebhooksCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Option(names = "--json", description = "Print one JSON array.")
  private boolean json;

  WebhooksCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    return data.ask(surroundings, this::show);
  }

  private int show(Casebook casebook) {
    List<Round> rounds = casebook.rounds();
    if (json) {
      console.say(Json.of(rounds.stream().map(WebhooksCommand::line).toList()));
    } else {
      print(rounds, new Times(casebook.zone()));
    }
    boolean stuck = rounds.stream().anyMatch(round -> !round.obstacle().isEmpty());
    return stuck ? ExitCode.NO : ExitCode.FINE;
  }

  /// A line for machines.
  ///
  /// @param lastLook empty when never
  record Line(
      String kind,
      long inCrm,
      long toldByWebhooks,
      long recovered,
      String since,
      String lastLook,
      String nextLook,
      String obstacle) {}

  private static Line line(Round round) {
    return new Line(
        round.kind().words(),
        round.count().met(),
        round.count().told(),
        round.count().found(),
        round.watched().toString(),
        round.lookedAt().map(Object::toString).orElse(""),
        round.next().toString(),
        round.obstacle());
  }

  private void print(List<Round> rounds, Times times) {
    if (rounds.isEmpty()) {
      console.say("The CRM has not been read for what webhooks never told.");
    }
    for (Round round : rounds) {
      console.say(
          "%s  %d in the CRM, %d told by webhooks, %d recovered"
              .formatted(
                  console.bold(round.kind().words()),
                  round.count().met(),
                  round.count().told(),
                  round.count().found()));
      console.say(
          console.faint(
              "    since %s, last look %s, next look %s"
                  .formatted(
                      times.stamp(round.watched()),
                      round.lookedAt().map(times::stamp).orElse("never"),
                      times.stamp(round.next()))));
      if (!round.obstacle().isEmpty()) {
        console.say(console.bad("    " + round.obstacle()));
      }
    }
  }
}
