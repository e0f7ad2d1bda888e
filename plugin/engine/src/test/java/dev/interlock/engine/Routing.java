package dev.interlock.engine;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.dsl.Occupied;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;

/// Two contracts, of which one routes into the other.
final class Routing {
  private Routing() {}

  static Contract from() {
    Exit answered = exit("answered", SUCCESS).routesTo("to").orElse("ring them");
    return listening("from", callMissed(), whenOccupied(REFUSE), answered);
  }

  static Contract to(Occupied whenOccupied) {
    return listening("to", routedHere(), whenOccupied, exit("answered", SUCCESS));
  }

  private static Contract listening(
      String id, EventPattern event, Occupied whenOccupied, Exit answered) {
    return workflow(id)
        .title(id)
        .owner("Front desk")
        .purpose("Somebody listens.")
        .startsWhen(event, milestone("Somebody tried to reach us"))
        .admits(require(contact().hasPhone(), "there must be a number to text"))
        .lane(Office.LANE, whenOccupied)
        .reentry(afterExit())
        .path(
            await("answer")
                .when(replied())
                .thenExit("answered")
                .silentFor(days(1))
                .thenExit("cold"))
        .exits(answered, exit("cold", UNRESPONSIVE))
        .build();
  }
}
