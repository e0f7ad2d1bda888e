package dev.interlock.verifier.lot;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.any;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Conditions.endedBy;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.occupied;
import static dev.interlock.contract.dsl.Conditions.ranBefore;
import static dev.interlock.contract.dsl.Conditions.ranWithin;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenever;

import dev.interlock.contract.dsl.Awaiting;
import dev.interlock.contract.dsl.Events;
import dev.interlock.contract.dsl.Exits;
import dev.interlock.contract.dsl.Steps;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// The words of which contracts are made by lot.
final class Words {
  private static final List<String> EXITS = List.of("won", "gone", "other", "failed");
  private static final List<String> TAGS = List.of("vip", "lead", "busy", "done", "hot", "cold");

  private final Random lot;
  private final boolean tame;
  private List<String> ids = List.of();
  private int named;

  Words(Random lot, boolean tame) {
    this.lot = lot;
    this.tame = tame;
  }

  void knows(List<String> contracts) {
    ids = contracts;
  }

  @SafeVarargs
  private <T> T oneOf(T... these) {
    return these[lot.nextInt(these.length)];
  }

  private String name(String kind) {
    named++;
    return kind + "-" + named;
  }

  private String exit() {
    return EXITS.get(lot.nextInt(EXITS.size() - (tame ? 1 : 0)));
  }

  private String id() {
    return ids.get(lot.nextInt(ids.size()));
  }

  private StageName stageName() {
    return Market.STAGES.get(lot.nextInt(Market.STAGES.size()));
  }

  EventPattern trigger() {
    if (tame) {
      return oneOf(Events.callMissed(), Events.booked(), Events.formSubmitted("Ask"), event());
    }
    return oneOf(
        Events.callMissed(), Events.startedByHand(), Events.routedHere(), event(), event());
  }

  EventPattern event() {
    return oneOf(
        Events.replied(),
        Events.replied().saying(Events.anyOf("price", "how much")),
        Events.replied().saying(Events.optOut()),
        Events.booked(),
        Events.booked().in("Visits"),
        Events.cancelled(),
        Events.noShow(),
        Events.rescheduled(),
        Events.optedOut(Channel.SMS),
        Events.staffActed(),
        Events.tagAdded("vip"),
        Events.tagRemoved("vip"),
        Events.tagAdded("lead"),
        Events.tagAdded("done"),
        Events.enters(Market.SALES, stageName()),
        Events.dealCreated(),
        Events.dealWon(),
        Events.messageFailed(),
        Events.contactChanged(),
        Events.callMissed(),
        Events.formSubmitted("Ask"));
  }

  Condition condition() {
    return switch (lot.nextInt(8)) {
      case 0 -> not(plain());
      case 1 -> all(plain(), plain());
      case 2 -> any(plain(), plain());
      default -> plain();
    };
  }

  private Condition plain() {
    return oneOf(
        contact().hasTag(TAGS.get(lot.nextInt(TAGS.size()))),
        contact().hasTag(TAGS.get(lot.nextInt(TAGS.size()))),
        contact().hasTag(TAGS.get(lot.nextInt(TAGS.size()))),
        contact().hasEmail(),
        contact().optedOutOf(Channel.EMAIL),
        contact().field("Mood").is("Happy"),
        contact().field("Ending").isOneOf("Done", "Other"),
        contact().field("Score").isAtLeast(50),
        contact().field("Renewal").isWithin(days(20)),
        contact().field("Renewal").isPastBy(days(30)),
        stage(Market.SALES).isBefore(stageName()),
        stage(Market.SALES).is(stageName()),
        deal(Market.SALES).exists(),
        deal(Market.SALES).is(DealStatus.WON),
        appointment().isUpcoming(),
        appointment("Visits").isUpcoming(),
        inside(id()),
        ranBefore(id()),
        ranWithin(id(), days(3)),
        endedBy(id(), "won"),
        occupied(Market.TALKS));
  }

  EntryClause[] clauses() {
    List<EntryClause> all = new ArrayList<>();
    if (tame || lot.nextBoolean()) {
      all.add(require(contact().hasPhone(), "there must be a number"));
      all.add(refuse(contact().optedOutOf(Channel.SMS), "they said so"));
    }
    if (all.isEmpty() || lot.nextInt(3) == 0) {
      EntryClause more =
          lot.nextBoolean()
              ? require(condition(), "it is asked for")
              : refuse(condition(), "it is in the way");
      all.add(lot.nextInt(4) == 0 ? more.atEntryOnly("it may change") : more);
    }
    return all.toArray(EntryClause[]::new);
  }

  List<Handler> handlers() {
    List<Handler> handlers = new ArrayList<>();
    for (int i = lot.nextInt(3); i > 0; i--) {
      Awaiting.HandlerOpen open = whenever(event());
      if (lot.nextInt(3) == 0) {
        open = open.given(condition());
      }
      handlers.add(
          lot.nextInt(4) == 0 ? open.then(act(), Steps.exit(exit())) : open.thenExit(exit()));
    }
    return handlers;
  }

  Step[] path(String id, int depth) {
    List<Step> steps = new ArrayList<>();
    int count = 1 + lot.nextInt(3);
    for (int i = 0; i < count; i++) {
      steps.add(step(id, depth));
    }
    steps.add(Steps.exit(exit()));
    return steps.toArray(Step[]::new);
  }

  private Step[] inner(String id, int depth) {
    Step[] path = path(id, depth);
    boolean fallsThrough = lot.nextInt(3) == 0 && path.length > 1;
    return fallsThrough ? Arrays.copyOf(path, path.length - 1) : path;
  }

  private Step step(String id, int depth) {
    return switch (lot.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> send();
      case 1, 2 -> act();
      case 3 -> Steps.waitFor(name("wait"), hours(1 + lot.nextInt(70)));
      case 4, 5 -> await(id, depth - 1);
      case 6 -> branch(id, depth - 1);
      case 7 -> tame ? await(id, depth - 1) : timed(id, depth - 1);
      default -> lot.nextInt(3) == 0 ? repeatOrSplit(id, depth - 1) : await(id, depth - 1);
    };
  }

  private Step send() {
    Step.Send send =
        tame || lot.nextInt(3) > 0
            ? Steps.sms(name("sms"), text())
            : Steps.email(name("mail"), text(), "<p>Hello</p>");
    if (lot.nextInt(3) == 0) {
      send = send.purpose("offer");
    }
    if (lot.nextInt(8) == 0) {
      send = send.afterOptOut("a receipt they asked for");
    }
    if (lot.nextBoolean()) {
      send = send.onFailure(Steps.retry(1), consequence());
    }
    return lot.nextInt(3) == 0 ? send.onUndelivered(Steps.thenExit(exit())) : send;
  }

  /// Seldom what another message says as well.
  private String text() {
    return lot.nextInt(8) == 0 ? "Hello" : "Hello, this is number " + named;
  }

  private Step.Act act() {
    Step.Act act =
        switch (lot.nextInt(8)) {
          case 0, 1 -> Steps.addTag(ours());
          case 2 -> Steps.removeTag(ours());
          case 3 -> Steps.moveTo(Market.SALES, stageName());
          case 4 -> Steps.setField("Ending", oneOf("Done", "Gone", "Other"));
          case 5 ->
              tame
                  ? Steps.task("Call", hours(1))
                  : oneOf(
                      Steps.clearField("Ending"),
                      Steps.setField("Renewal", "2026-03-20"),
                      Steps.markDeal(Market.SALES, DealStatus.WON));
          case 6 -> Steps.task("Call", hours(1));
          default -> Steps.note("A note");
        };
    return act.named(name("act")).onFailure(Steps.retry(1), consequence());
  }

  private String ours() {
    return TAGS.get(tame ? 2 + lot.nextInt(2) : lot.nextInt(TAGS.size()));
  }

  private Step await(String id, int depth) {
    var armed = Steps.await(name("await")).when(event()).thenGoOn();
    for (int i = lot.nextInt(3); i > 0; i--) {
      var open = armed.when(event());
      if (lot.nextInt(3) == 0) {
        open = open.given(condition());
      }
      Step[] steps = inner(id, depth);
      armed =
          lot.nextBoolean()
              ? open.then(steps[0], Arrays.copyOfRange(steps, 1, steps.length))
              : open.thenExit(exit());
    }
    Step[] silent = inner(id, depth);
    Step[] rest = Arrays.copyOfRange(silent, 1, silent.length);
    return !tame && lot.nextInt(4) == 0
        ? armed.silentUntil(before(appointment(), hours(2))).then(silent[0], rest)
        : armed.silentFor(hours(1 + lot.nextInt(48))).then(silent[0], rest);
  }

  private Step branch(String id, int depth) {
    Step[] yes = inner(id, depth);
    Step[] no = inner(id, depth);
    return Steps.branch(name("branch"))
        .when(condition())
        .then(yes[0], Arrays.copyOfRange(yes, 1, yes.length))
        .otherwise(no[0], Arrays.copyOfRange(no, 1, no.length));
  }

  private Step timed(String id, int depth) {
    Step[] body = inner(id, depth);
    return Steps.at(name("at"), before(appointment(), hours(lot.nextInt(30))))
        .ifPast(consequence())
        .ifGone(consequence())
        .then(body[0], Arrays.copyOfRange(body, 1, body.length));
  }

  private Step repeatOrSplit(String id, int depth) {
    return lot.nextBoolean()
        ? Steps.repeat(name("repeat"), 1 + lot.nextInt(2), send(), await(id, 0))
        : Steps.split(
            name("split"), Steps.share(30, inner(id, depth)), Steps.share(70, inner(id, depth)));
  }

  private Consequence consequence() {
    return switch (lot.nextInt(tame ? 2 : 4)) {
      case 0 -> Steps.goOn();
      case 2 -> Steps.skip();
      case 3 -> Steps.then(act());
      default -> Steps.thenExit(exit());
    };
  }

  Leaves promise() {
    return switch (lot.nextInt(6)) {
      case 0, 1 -> Exits.tag(ours());
      case 2 -> Exits.noTag(ours());
      case 3 -> Exits.stage(Market.SALES, stageName());
      case 4 -> Exits.field("Ending", oneOf("Done", "Gone", "Other"));
      default ->
          tame
              ? Exits.tag("done")
              : Exits.deal(Market.SALES, oneOf(DealStatus.WON, DealStatus.LOST));
    };
  }
}
