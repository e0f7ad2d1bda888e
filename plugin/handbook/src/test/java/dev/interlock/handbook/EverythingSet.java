package dev.interlock.handbook;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TeamName;
import dev.interlock.contract.model.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Contracts in which every element of the model occurs, with texts of the test's choice.
public final class EverythingSet {
  static final ContractId OTHER = new ContractId("other-contract");
  static final ExitName DONE = new ExitName("done");

  private final Specimens specimens;

  private EverythingSet(Specimens specimens) {
    this.specimens = specimens;
  }

  /// A set of which every text comes from the function, and the texts that were used.
  public static Made saying(IntFunction<String> texts) {
    Specimens specimens = Specimens.saying(texts);
    ContractSet set = new EverythingSet(specimens).set();
    return new Made(set, specimens.said());
  }

  /// A set and every text in it.
  public record Made(ContractSet set, List<String> texts) {}

  private ContractSet set() {
    List<Contract> contracts = new ArrayList<>();
    List<LaneClaim> lanes = specimens.of(LaneClaim.class);
    List<Reentry> reentries = specimens.of(Reentry.class);
    List<Trigger> triggers = specimens.of(Trigger.class);
    List<RunKey> keys = specimens.of(RunKey.class);
    List<Operation> operations = specimens.of(Operation.class);
    int rows = Math.max(lanes.size(), reentries.size());
    for (int row = 0; row < rows; row++) {
      contracts.add(
          contract(
              row == 0 ? OTHER : new ContractId("contract-" + row),
              triggers.get(row % triggers.size()),
              lanes.get(row % lanes.size()),
              reentries.get(row % reentries.size()),
              keys.get(row % keys.size()),
              row == 0));
    }
    return new ContractSet(operations.getFirst(), contracts);
  }

  private Contract contract(
      ContractId id, Trigger trigger, LaneClaim lane, Reentry reentry, RunKey key, boolean full) {
    Position nowhere = Position.unknown();
    Specimens some = full ? specimens : Specimens.plain();
    List<Step> steps = new ArrayList<>(full ? some.of(Step.class) : List.of());
    steps.removeIf(step -> step instanceof Step.Leave);
    steps.add(new Step.Leave(DONE, nowhere));
    return new Contract(
        id,
        specimens.of(TeamName.class).getFirst().text(),
        specimens.of(TeamName.class).getFirst(),
        specimens.of(TeamName.class).getFirst().text(),
        trigger,
        full ? some.of(EntryClause.class) : List.of(),
        lane,
        reentry,
        key,
        full ? some.of(Handler.class) : List.of(),
        full ? some.of(Declaration.class) : List.of(),
        new Path(steps),
        exits(),
        nowhere);
  }

  private List<Exit> exits() {
    Map<ExitName, Exit> named = new LinkedHashMap<>();
    int number = 0;
    for (Exit exit : specimens.of(Exit.class)) {
      ExitName name = number++ == 0 ? DONE : new ExitName("exit-" + number);
      named.put(
          name,
          new Exit(
              name,
              exit.kind(),
              exit.meaning(),
              exit.leaves(),
              exit.tasks(),
              exit.notifies(),
              exit.continuation(),
              exit.position()));
    }
    return List.copyOf(named.values());
  }
}
