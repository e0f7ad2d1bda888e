package dev.interlock.core;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.dsl.Drafting;
import dev.interlock.contract.dsl.Events;
import dev.interlock.contract.dsl.Exits;
import dev.interlock.contract.dsl.Steps;
import dev.interlock.contract.dsl.Times;
import dev.interlock.contract.dsl.Workflows;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Contracts by lot: every kind of step, arm and consequence occurs, in an order that means
/// nothing.
final class RandomContracts {
  private static final List<String> EXITS = List.of("won-over", "declined", "cold", "failed");

  private final Random random;
  private int named;

  RandomContracts(Random random) {
    this.random = random;
  }

  Contract next(String id) {
    Drafting.NeedsPath head =
        workflow(id)
            .title(id)
            .owner("Desk")
            .purpose("To be tested")
            .startsWhen(
                oneOf(Events.callMissed(), Events.contactCreated(), Events.booked()),
                milestone("something began"))
            .admits(require(filter(), "it is asked for"))
            .lane(World.LANE, whenOccupied(lane()), Workflows.priority(random.nextInt(3)))
            .reentry(reentry());
    if (random.nextBoolean()) {
      head = head.throughout(whenever(event()).thenExit(exitName()));
    }
    if (random.nextInt(3) == 0) {
      head =
          head.throughout(whenever(event()).given(guard()).then(action(), Steps.exit(exitName())));
    }
    Step[] steps = path(3);
    return head.path(steps[0], rest(steps)).exits(exits().getFirst(), moreExits()).build();
  }

  private Step[] path(int depth) {
    List<Step> steps = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      steps.add(step(depth));
    }
    steps.add(Steps.exit(exitName()));
    return steps.toArray(Step[]::new);
  }

  private Step[] inner(int depth) {
    Step[] path = path(depth);
    boolean fallsThrough = random.nextInt(3) == 0 && path.length > 1;
    return fallsThrough ? Arrays.copyOf(path, path.length - 1) : path;
  }

  private Step step(int depth) {
    int kind = random.nextInt(depth > 0 ? 10 : 5);
    return switch (kind) {
      case 0, 1 -> send();
      case 2 -> action();
      case 3 -> Steps.waitFor(name("wait"), hours(1 + random.nextInt(70)));
      case 4 -> Steps.waitInto(name("into"), Times.weekdays(Times.clock(9, 0), Times.clock(17, 0)));
      case 5, 6 -> await(depth - 1);
      case 7 -> branch(depth - 1);
      case 8 -> timed(depth - 1);
      default -> repeatOrSplit(depth - 1);
    };
  }

  private Step send() {
    Step.Send send =
        random.nextBoolean()
            ? Steps.sms(name("sms"), "Hello {{contact.firstName}}")
            : Steps.email(name("mail"), "Hello", "<p>Hello</p>");
    if (random.nextInt(4) == 0) {
      send = send.expiresAfter(hours(2));
    }
    if (random.nextInt(6) == 0) {
      send = send.evenInQuietHours("they just asked");
    }
    if (random.nextInt(6) == 0) {
      send = send.afterOptOut("a receipt they asked for");
    }
    return random.nextBoolean()
        ? send.onFailure(Steps.retry(random.nextInt(3)), consequence())
        : send;
  }

  private Step.Act action() {
    Step.Act act =
        switch (random.nextInt(6)) {
          case 0 -> Steps.addTag("warm");
          case 1 -> Steps.removeTag("warm");
          case 2 -> Steps.moveTo(World.SALES, World.STAGES.get(random.nextInt(4)));
          case 3 -> Steps.task("Call", hours(1));
          case 4 -> Steps.completeTasks();
          default -> Steps.note("A note");
        };
    return act.named(name("act")).onFailure(Steps.retry(1), consequence());
  }

  private Step await(int depth) {
    var armed = Steps.await(name("await")).when(event()).thenGoOn();
    for (int i = random.nextInt(3); i > 0; i--) {
      var open = armed.when(event());
      Step[] steps = inner(depth);
      armed =
          random.nextBoolean()
              ? open.given(guard()).then(steps[0], rest(steps))
              : open.thenExit(exitName());
    }
    Step[] silent = inner(depth);
    return random.nextInt(4) == 0
        ? armed.silentUntil(before(appointment(), hours(2))).then(silent[0], rest(silent))
        : armed.silentFor(hours(1 + random.nextInt(48))).then(silent[0], rest(silent));
  }

  private Step branch(int depth) {
    Step[] yes = inner(depth);
    Step[] no = inner(depth);
    return Steps.branch(name("branch"))
        .when(guard())
        .then(yes[0], rest(yes))
        .otherwise(no[0], rest(no));
  }

  private Step timed(int depth) {
    Step[] body = inner(depth);
    return Steps.at(name("at"), before(appointment(), hours(random.nextInt(30))))
        .ifPast(consequence())
        .ifGone(consequence())
        .then(body[0], rest(body));
  }

  private Step repeatOrSplit(int depth) {
    return random.nextBoolean()
        ? Steps.repeat(name("repeat"), 1 + random.nextInt(3), send(), await(0))
        : Steps.split(name("split"), Steps.share(30, inner(depth)), Steps.share(70, inner(depth)));
  }

  private Consequence consequence() {
    return switch (random.nextInt(4)) {
      case 0 -> Steps.goOn();
      case 1 -> Steps.skip();
      case 2 -> Steps.then(action());
      default -> Steps.thenExit(exitName());
    };
  }

  EventPattern event() {
    return oneOf(
        Events.replied(),
        Events.replied().saying(Events.optOut()),
        Events.booked(),
        Events.cancelled(),
        Events.noShow(),
        Events.optedOut(Channel.SMS),
        Events.staffActed(),
        Events.messageFailed(),
        Events.tagAdded("vip"),
        Events.contactDeleted());
  }

  private Condition guard() {
    return oneOf(
        contact().hasTag("vip"),
        contact().hasEmail(),
        stage(World.SALES).isBefore(World.STAGES.get(2)),
        contact().field("Source").is("web"),
        contact().optedOutOf(Channel.EMAIL),
        appointment().isUpcoming());
  }

  private Condition filter() {
    return random.nextBoolean()
        ? contact().hasPhone()
        : stage(World.SALES).isBefore(World.STAGES.get(3));
  }

  private WhenOccupied lane() {
    return oneOf(Workflows.REFUSE, Workflows.DISPLACE, Workflows.inTurn(Duration.ofDays(2)));
  }

  private Reentry reentry() {
    return oneOf(Workflows.never(), Workflows.afterExit(), Workflows.afterDays(2));
  }

  private static List<Exit> exits() {
    return List.of(
        exit("won-over", Exits.SUCCESS)
            .leaves(Exits.stage(World.SALES, World.STAGES.get(3)), Exits.tag("won-over")),
        exit("declined", Exits.DECLINED).leaves(Exits.tag("declined"), Exits.noTag("warm")),
        exit("cold", Exits.UNRESPONSIVE).leaves(Exits.tag("cold")).notifies(Workflows.owner()));
  }

  private static Exit[] moreExits() {
    return exits().subList(1, 3).toArray(Exit[]::new);
  }

  private String exitName() {
    return EXITS.get(random.nextInt(EXITS.size()));
  }

  private String name(String kind) {
    named++;
    return kind + "-" + named;
  }

  private static Step[] rest(Step[] steps) {
    return Arrays.copyOfRange(steps, 1, steps.length);
  }

  @SafeVarargs
  private <T> T oneOf(T... these) {
    return these[random.nextInt(these.length)];
  }
}
