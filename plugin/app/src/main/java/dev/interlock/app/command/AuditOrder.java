package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.AuditLine;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists orders that were carried out.
@Command(
    name = "audit",
    description = {
      "Lists the orders that were carried out, the latest first: when, by whom, what, and about"
          + " which contact and run."
    })
final class AuditOrder implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON array.")
  private boolean json;

  AuditOrder(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /// An order for machines.
  private record AuditData(String at, String by, String what, String contact, String run) {
    static AuditData of(AuditLine line) {
      return new AuditData(
          line.at().toString(),
          line.who(),
          line.what(),
          line.contact().map(ContactId::text).orElse(""),
          line.run().map(RunId::text).orElse(""));
    }
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new CannotRunException("--limit is at least 1");
    }
    return data.ask(surroundings, this::list);
  }

  private int list(Casebook casebook) {
    List<AuditLine> orders = casebook.audit(limit);
    if (json) {
      console.say(Json.of(orders.stream().map(AuditData::of).toList()));
      return ExitCode.FINE;
    }
    if (orders.isEmpty()) {
      console.say("No order has been carried out.");
      return ExitCode.FINE;
    }
    var times = new Times(casebook.zone());
    for (var order : orders) {
      console.say(
          "%s  %s %s"
              .formatted(
                  console.faint(times.stamp(order.at())), console.bold(order.who()), order.what()));
      order
          .contact()
          .ifPresent(contact ->
              console.say(
                  console.faint(
                      "    contact "
                          + contact
                          + order.run().map(run -> ", run " + run).orElse(""))));
    }
    if (orders.size() == limit) {
      console.tell("There may be more; --limit shows them.");
    }
    return ExitCode.FINE;
  }
}
