package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.order.OrderAnswer;
import dev.interlock.app.order.OrderRequest;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Starts a contract for a contact.
@Command(
    name = "start",
    description = {
      "Starts a contract for a contact. Its entry filter, lane and re-entry are asked all the same."
    })
final class StartOrder implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(paramLabel = "CONTRACT", description = "Such as missed-call-text-back.")
  private String contract = "";

  @Parameters(paramLabel = "CONTACT", description = "The contact's id in the CRM.")
  private String contact = "";

  @Mixin private final DataFolder data = new DataFolder();
  @Mixin private final OrderOptions options = new OrderOptions();

  StartOrder(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /// An order and what came of it, for machines.
  private record StartData(String contract, String contact, boolean done, String words) {}

  @Override
  public Integer call() {
    var order = new OrderRequest.Start(new ContractId(contract), new ContactId(contact));
    if (!options.isMeant()) {
      data.ask(
              surroundings,
              casebook -> new StartPreview(casebook, order.contract(), order.contact()).lines())
          .forEach(console::say);
      options.remind(console);
      return ExitCode.FINE;
    }
    try (var line = options.line(surroundings)) {
      OrderAnswer answer = line.give(order);
      tell(answer);
      return answer.isDone() ? ExitCode.FINE : ExitCode.NO;
    }
  }

  private void tell(OrderAnswer answer) {
    if (options.wantsJson()) {
      console.say(Json.of(new StartData(contract, contact, answer.isDone(), answer.words())));
      return;
    }
    console.say(
        answer.isDone()
            ? "Asked in. `interlock explain %s` tells whether they were admitted, and if not, why."
                .formatted(contact)
            : console.bad("Not started: " + answer.words() + "."));
  }
}
