package dev.interlock.bench;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.occupied;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.contactCreated;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoiceOverdue;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.paymentReceived;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterDays;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Sets of contracts that nobody would write, but of the size and the mix that people do write. The
/// same seed makes the same set, and a larger set begins with the contracts of a smaller one.
final class MadeUp {
  private static final int STEPS = 20;
  private static final int FORMS = 4;

  private final Manner manner;
  private final long seed;

  MadeUp(Manner manner, long seed) {
    this.manner = manner;
    this.seed = seed;
  }

  ContractSet set(int size) {
    List<Contract> contracts = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      contracts.add(contract(number, seed));
    }
    return new ContractSet(Business.operation(manner), contracts);
  }

  /// The same with another contract in the middle, as if somebody had written it anew.
  ContractSet changed(int size) {
    Contract anew = contract(size / 2, seed + 1);
    List<Contract> contracts =
        set(size).contracts().stream().map(one -> one.id().equals(anew.id()) ? anew : one).toList();
    return new ContractSet(Business.operation(manner), contracts);
  }

  private Contract contract(int number, long of) {
    Random random = new Random(of * 1_000_003 + number);
    // the first numbers of neighbouring seeds are alike
    random.nextLong();
    Paths paths = new Paths(manner, number, random);
    List<Step> steps = new ArrayList<>(paths.upTo(STEPS));
    steps.add(exit("done"));
    return begun(number, random)
        .throughout(whenever(optedOut()).thenExit("gone"), whenever(replied()).thenExit("answered"))
        .ignores(dealWon(), "The desk knows.")
        .ignores(dealLost(), "The desk knows.")
        .ignores(paymentReceived(), "The desk knows.")
        .path(steps.getFirst(), steps.subList(1, steps.size()).toArray(Step[]::new))
        .exits(done(number), gone(number), answered(), broken())
        .build();
  }

  private NeedsPath begun(int number, Random random) {
    var filtered =
        workflow("workflow-" + number)
            .title("Workflow " + number)
            .owner("Desk")
            .purpose("Nobody waits for us.")
            .startsWhen(trigger(random), milestone("Something happened"))
            .admits(
                require(contact().hasPhone(), "there must be a number"),
                clauses(number, random).toArray(EntryClause[]::new));
    int lane = manner != Manner.DENSE ? number : random.nextInt(Business.LANES);
    return switch (random.nextInt(manner != Manner.DENSE ? 2 : 3)) {
      case 0 ->
          filtered
              .lane(Business.lane(lane), whenOccupied(REFUSE).orElse("Desk phones"))
              .reentry(reentry(random));
      case 1 ->
          filtered
              .lane(Business.lane(lane), whenOccupied(inTurn(days(3))).orElse("Desk phones"))
              .reentry(reentry(random));
      default -> filtered.outsideLanes("It does not hurt").reentry(reentry(random));
    };
  }

  private List<EntryClause> clauses(int number, Random random) {
    List<EntryClause> clauses = new ArrayList<>();
    clauses.add(refuse(contact().optedOutOf(Channel.SMS), "they asked for no texts"));
    switch (manner) {
      case TIDY -> {
        for (int other = number + 1; other < number + Business.LANES; other++) {
          clauses.add(refuse(occupied(Business.lane(other)), "somebody else talks to them"));
        }
      }
      case LOOSE -> {}
      case DENSE -> {
        clauses.add(
            require(
                stage(Business.SALES)
                    .isAtOrBefore(Business.stageAt(random.nextInt(Business.STAGES))),
                "further on, it is too late"));
        if (random.nextBoolean()) {
          clauses.add(
              refuse(
                  contact().hasTag(Business.tagNamed(random.nextInt(Business.TAGS))),
                  "these are not asked"));
        }
      }
    }
    return clauses;
  }

  private static EventPattern trigger(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> callMissed();
      case 1 -> booked();
      case 2 -> contactCreated();
      case 3 -> invoiceOverdue();
      case 4 -> tagAdded(Business.tagNamed(random.nextInt(Business.TAGS)));
      default -> formSubmitted("Form " + random.nextInt(FORMS));
    };
  }

  private static Reentry reentry(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> never();
      case 1 -> afterDays(30);
      default -> afterExit();
    };
  }

  private static Exit done(int number) {
    return exit("done", HANDOVER)
        .means("It is done.")
        .leaves(field("Ending", "Done"), tag(Business.tagNamed(number)))
        .next("Desk carries on");
  }

  private static Exit gone(int number) {
    return exit("gone", UNRESPONSIVE)
        .means("Nothing came.")
        .leaves(field("Ending", "Gone"), tag(Business.tagNamed(number + Business.LANES)))
        .next("Desk phones");
  }

  private static Exit answered() {
    return exit("answered", HANDOVER)
        .means("They wrote.")
        .leaves(field("Ending", "Answered"))
        .next("Desk answers");
  }

  private static Exit broken() {
    return exit("broken", FAILED)
        .means("It broke.")
        .leaves(field("Ending", "Broken"))
        .notifies(owner())
        .next("Desk phones");
  }
}
