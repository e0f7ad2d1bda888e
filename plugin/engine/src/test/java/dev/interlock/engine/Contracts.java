package dev.interlock.engine;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.startedByApi;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.dsl.Occupied;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Step;

/// Contracts for the tests of the engine.
final class Contracts {
  static final String HELLO = "Hi {{contact.firstName}}, book: {{setting.bookingLink}}";

  private Contracts() {}

  /// A text, an answer or a day of silence.
  static Contract textBack() {
    return textBack(HELLO);
  }

  static Contract textBack(String text) {
    return answering(
        "text-back",
        callMissed(),
        whenOccupied(REFUSE),
        0,
        sms("hello", text).onFailure(retry(2), thenExit("unreachable")));
  }

  /// The same, which another system may start as well.
  static Contract textBackOnRequest() {
    return answering(
        "text-back",
        either(callMissed(), startedByApi()),
        whenOccupied(REFUSE),
        0,
        sms("hello", HELLO).onFailure(retry(2), thenExit("unreachable")));
  }

  /// The same on a tag, with another claim to the lane.
  static Contract onTag(String id, String tag, Occupied whenOccupied, int priority) {
    return answering(
        id,
        tagAdded(tag),
        whenOccupied,
        priority,
        sms("hello", id + " says hello").onFailure(retry(2), thenExit("unreachable")));
  }

  private static Contract answering(
      String id, EventPattern event, Occupied whenOccupied, int priority, Step first) {
    return workflow(id)
        .title(id)
        .owner("Front desk")
        .purpose("Nobody waits for an answer.")
        .startsWhen(event, milestone("Somebody tried to reach us"))
        .admits(require(contact().hasPhone(), "there must be a number to text"))
        .lane(Office.LANE, whenOccupied, priority(priority))
        .reentry(afterExit())
        .path(
            first,
            await("answer")
                .when(replied())
                .thenExit("answered")
                .silentFor(days(1))
                .thenExit("cold"))
        .exits(
            exit("answered", SUCCESS).leaves(tag("warm")),
            exit("cold", UNRESPONSIVE).leaves(tag("cold")),
            exit("unreachable", FAILED).notifies(owner()))
        .build();
  }

  /// Does steps on a missed call, outside of all lanes, and is done.
  static Contract doing(Step first, Step... more) {
    return doing(exit("done", SUCCESS), first, more);
  }

  static Contract doing(Exit exit, Step first, Step... more) {
    Step[] path = new Step[more.length + 1];
    System.arraycopy(more, 0, path, 0, more.length);
    path[more.length] = exit("done");
    return workflow("doing")
        .title("Doing")
        .owner("Front desk")
        .purpose("Something is done.")
        .startsWhen(callMissed(), milestone("Somebody tried to reach us"))
        .admitsEveryone("it is a test")
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .path(first, path)
        .exits(exit)
        .build();
  }
}
