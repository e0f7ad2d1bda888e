package dev.interlock.engine;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.DISPLACED;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.model.Contract;

/// A contract that leaves something behind when it is displaced.
final class LeavingSlowly {
  private LeavingSlowly() {}

  static Contract contract() {
    return workflow("leaving")
        .title("Leaving")
        .owner("Front desk")
        .purpose("Somebody listens.")
        .startsWhen(callMissed(), milestone("Somebody tried to reach us"))
        .admitsEveryone("it is a test")
        .lane(Office.LANE, whenOccupied(REFUSE))
        .reentry(afterExit())
        .path(await("answer").when(replied()).thenExit("cold").silentFor(days(1)).thenExit("cold"))
        .exits(exit("cold", UNRESPONSIVE), exit("displaced", DISPLACED).leaves(tag("displaced")))
        .build();
  }
}
