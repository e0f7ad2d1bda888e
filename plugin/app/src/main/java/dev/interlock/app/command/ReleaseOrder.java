package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.engine.read.LaneLine;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Frees a contact's lane.
@Command(
    name = "release",
    description = {
      "Frees a contact's lane, by ending the run that holds it by its `withdrawn` exit. A lane never"
          + " goes without its run: two workflows would then write to one contact, and nothing"
          + " that was proved of them would hold."
    })
final class ReleaseOrder implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Parameters(paramLabel = "LANE", description = "As `interlock runs --lanes` shows it.")
  private String lane = "";

  @Parameters(paramLabel = "CONTACT", description = "The contact's id in the CRM.")
  private String contact = "";

  @Mixin private final Reason reason = new Reason();
  @Mixin private final OrderOptions options = new OrderOptions();

  ReleaseOrder(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    return data.ask(surroundings, this::release);
  }

  private int release(Casebook casebook) {
    var holder =
        casebook.lanes().stream()
            .filter(this::isMeant)
            .findFirst()
            .flatMap(line -> casebook.run(line.run()))
            .orElseThrow(() ->
                new CannotRunException(
                    "nobody holds the lane "
                        + lane
                        + " of contact "
                        + contact
                        + "; `interlock runs --lanes` shows who holds which"));
    return new OrderRound(surroundings, console, options)
        .about(casebook, List.of(holder), RunOrder.release(lane, reason.text()));
  }

  private boolean isMeant(LaneLine line) {
    return line.lane().text().equals(lane) && line.contact().text().equals(contact);
  }
}
