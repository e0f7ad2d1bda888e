package dev.interlock.bench;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a made-up contract does.
final class Paths {
  private static final List<String> MOODS = List.of("Happy", "Sad");

  private final Manner manner;
  private final int number;
  private final Random random;
  private int made;

  Paths(Manner manner, int number, Random random) {
    this.manner = manner;
    this.number = number;
    this.random = random;
  }

  /// A path of about so many steps, those inside branches counted.
  List<Step> upTo(int steps) {
    List<Step> path = new ArrayList<>();
    while (made < steps) {
      path.add(step());
    }
    return path;
  }

  private Step step() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> said();
      case 2, 3 -> waitFor(named("wait"), days(1 + random.nextInt(3))).why("One thing at a time");
      case 4, 5 -> awaited();
      case 6, 7 -> chosen();
      default -> written();
    };
  }

  private String named(String what) {
    made++;
    return what + "-" + made;
  }

  private Step said() {
    String name = named("say");
    Step.Send send =
        sms(name, "This is " + name + " of workflow " + number + ".")
            .why("They should know")
            .onFailure(retry(3), thenExit("broken"));
    return manner != Manner.DENSE
        ? send
        : send.purpose(Business.purpose(random.nextInt(Business.PURPOSES)));
  }

  private Step written() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> addTag(tag()).named(named("add")).why("The desk sees it");
      case 2 -> removed();
      case 3 -> mood();
      case 4 -> moved();
      default -> asked();
    };
  }

  /// In a tidy set each lane has tags of its own.
  private String tag() {
    int any = random.nextInt(Business.TAGS);
    return Business.tagNamed(
        manner != Manner.DENSE ? any - any % Business.LANES + number % Business.LANES : any);
  }

  /// A tidy contract takes nothing away that its exits would have to speak of.
  private Step removed() {
    return manner != Manner.DENSE
        ? asked()
        : removeTag(tag()).named(named("remove")).why("The desk sees it");
  }

  private Step mood() {
    return manner != Manner.DENSE
        ? asked()
        : setField("Mood", MOODS.get(random.nextInt(MOODS.size())))
            .named(named("mood"))
            .why("The desk sees it");
  }

  /// In a tidy set one lane moves deals.
  private Step moved() {
    return manner != Manner.DENSE && number % Business.LANES != 0
        ? asked()
        : moveTo(Business.SALES, Business.stageAt(random.nextInt(Business.STAGES)))
            .named(named("move"))
            .why("The board shows it");
  }

  private Step asked() {
    String name = named("task");
    return task("Look after them, " + name, dueIn(hours(4))).named(name).why("Somebody has to");
  }

  private Step awaited() {
    return await(named("await"))
        .when(replied())
        .then(written())
        .silentFor(days(1 + random.nextInt(4)))
        .then(said())
        .why("Most people answer within days");
  }

  private Step chosen() {
    return branch(named("branch"))
        .when(condition())
        .then(written())
        .otherwise(written(), written())
        .why("Not everybody is the same");
  }

  private Condition condition() {
    return switch (random.nextInt(3)) {
      case 0 -> contact().hasTag(tag());
      case 1 -> stage(Business.SALES).isAtOrAfter(Business.stageAt(1 + random.nextInt(6)));
      default -> contact().field("Mood").is(MOODS.get(random.nextInt(MOODS.size())));
    };
  }
}
