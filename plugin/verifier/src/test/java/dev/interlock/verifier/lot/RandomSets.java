package dev.interlock.verifier.lot;

import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.dsl.Drafting;
import dev.interlock.contract.dsl.Exits;
import dev.interlock.contract.dsl.Times;
import dev.interlock.contract.dsl.Workflows;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger.OwnWrites;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Sets of two to four contracts in a small business, by lot. The same number always gives the same
/// set.
///
/// Wild ones do anything that can be said, so that they show what a model of them forgets; tame
/// ones keep to what sensible contracts do, so that many of them are sound.
public final class RandomSets {
  private final Random lot;
  private final boolean tame;
  private final Words words;
  private List<String> ids = List.of();

  private RandomSets(long seed, boolean tame) {
    this.lot = new Random(seed * 7_919 + (tame ? 1 : 0));
    this.tame = tame;
    this.words = new Words(lot, tame);
  }

  /// A set of contracts that do anything.
  public static ContractSet wild(long seed) {
    return new RandomSets(seed, false).set();
  }

  /// A set of contracts of which many are sound.
  public static ContractSet tame(long seed) {
    return new RandomSets(seed, true).set();
  }

  /// A set of so many contracts that what one of them does, others do as well.
  public static ContractSet crowd(long seed) {
    return new RandomSets(seed, false).set(List.of("ask", "book", "care", "dun", "earn"));
  }

  private ContractSet set() {
    var operation = Market.any(lot);
    return set(operation, List.of("ask", "book", "care", "dun").subList(0, 2 + lot.nextInt(3)));
  }

  private ContractSet set(List<String> all) {
    return set(Market.any(lot), all);
  }

  private ContractSet set(Operation operation, List<String> all) {
    ids = all;
    words.knows(ids);
    List<Contract> contracts = new ArrayList<>();
    ids.forEach(id -> contracts.add(contract(id)));
    return new ContractSet(operation, contracts);
  }

  private Contract contract(String id) {
    EventPattern trigger = words.trigger();
    EntryClause[] clauses = words.clauses();
    Drafting.NeedsLane filtered =
        workflow(id)
            .title(id)
            .owner("Desk")
            .purpose("To be tested")
            .startsWhen(trigger, milestone("Something began"), ownWrites())
            .admits(clauses[0], Arrays.copyOfRange(clauses, 1, clauses.length));
    Drafting.NeedsReentry laned =
        lot.nextInt(4) == 0
            ? filtered.outsideLanes("It is short")
            : filtered.lane(
                tame || lot.nextInt(3) > 0 ? Market.TALKS : Market.CARE,
                whenOccupied(occupied()).orElse("Desk phones"),
                priority(lot.nextInt(3)));
    Drafting.NeedsPath head = laned.reentry(reentry());
    if (!tame && lot.nextInt(5) == 0) {
      head = head.keyedBy(lot.nextBoolean() ? RunKey.APPOINTMENT : RunKey.OPPORTUNITY);
    }
    for (Handler handler : words.handlers()) {
      head = head.throughout(handler);
    }
    Step[] path = words.path(id, 2);
    List<Exit> exits = exits(id);
    return head.path(path[0], Arrays.copyOfRange(path, 1, path.length))
        .exits(exits.getFirst(), exits.subList(1, exits.size()).toArray(Exit[]::new))
        .build();
  }

  private OwnWrites ownWrites() {
    return lot.nextInt(tame ? 10 : 4) == 0 ? OwnWrites.HEARD : OwnWrites.IGNORED;
  }

  private WhenOccupied occupied() {
    return switch (lot.nextInt(tame ? 4 : 3)) {
      case 0 -> Workflows.DISPLACE;
      case 1 -> Workflows.inTurn(Times.days(2));
      default -> Workflows.REFUSE;
    };
  }

  private Reentry reentry() {
    return switch (lot.nextInt(3)) {
      case 0 -> Workflows.never();
      case 1 -> Workflows.afterDays(2);
      default -> Workflows.afterExit();
    };
  }

  private List<Exit> exits(String id) {
    List<Exit> exits =
        new ArrayList<>(
            List.of(
                leaving(Exits.exit("won", Exits.SUCCESS).means("They bought.")),
                leaving(Exits.exit("gone", Exits.UNRESPONSIVE).means("They never answered.")),
                leaving(Exits.exit("other", Exits.HANDOVER).means("Somebody else does it."))));
    if (lot.nextInt(3) == 0) {
      exits.add(leaving(Exits.exit("away", Exits.WITHDRAWN).means("It is over.")));
    }
    if (lot.nextInt(3) == 0) {
      exits.add(leaving(Exits.exit("pushed", Exits.DISPLACED).means("Another one goes first.")));
    }
    if (lot.nextInt(tame ? 6 : 3) == 0) {
      String to = ids.get(lot.nextInt(ids.size()));
      if (!to.equals(id) || !tame) {
        exits.set(1, exits.get(1).routesTo(to).orElse("Desk phones"));
      }
    }
    return exits;
  }

  private Exit leaving(Exit exit) {
    int count = lot.nextInt(tame ? 2 : 3);
    List<Leaves> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Leaves one = words.promise();
      if (leaves.stream().noneMatch(other -> about(other).equals(about(one)))) {
        leaves.add(one);
      }
    }
    return exit.leaves(leaves.toArray(Leaves[]::new));
  }

  private static String about(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> "tag " + tag;
      case Leaves.NotTagged(var tag) -> "tag " + tag;
      case Leaves.FieldSet(var field, _) -> "field " + field;
      case Leaves.AtStage _ -> "stage";
      case Leaves.DealMarked _ -> "status";
    };
  }
}
