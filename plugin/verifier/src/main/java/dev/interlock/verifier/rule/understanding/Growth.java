package dev.interlock.verifier.rule.understanding;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Team;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Volume;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.timing.Effort;
import dev.interlock.verifier.walk.StepTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a busy day needs more of than the account has, and work that hangs on one person.
///
/// A team is a person when it is called like its one member.
final class Growth implements Rule {
  private static final long MOST_PERCENT = 80;

  @Override
  public String id() {
    return "W-GROWTH";
  }

  @Override
  public String reason() {
    return "What just fits today fails on the first busy day, and what only one person can do waits"
        + " when that person is ill.";
  }

  @Override
  public Checked check(ContractSet set) {
    Checked volumes =
        Checked.each(set.operation().volumes().stream(), volume -> judge(set, volume).stream());
    return volumes.and(
        Checked.each(set.contracts().stream(), contract -> persons(set.operation(), contract)));
  }

  private Optional<Finding> judge(ContractSet set, Volume volume) {
    return switch (volume) {
      case Volume.Entries _ -> Optional.empty();
      case Volume.Calls(var most, _) ->
          judge(set, most, "calls to the CRM", "calls", Effort::calls);
      case Volume.Sends(Channel channel, var most, _) ->
          judge(
              set,
              most,
              channel.many(),
              channel.many(),
              contract -> Effort.messages(contract, channel));
    };
  }

  private Optional<Finding> judge(
      ContractSet set, int most, String what, String at, ToLongFunction<Contract> perRun) {
    List<Load> loads =
        set.operation().volumes().stream()
            .filter(Volume.Entries.class::isInstance)
            .map(Volume.Entries.class::cast)
            .flatMap(entries ->
                set.contract(entries.contract()).stream()
                    .map(contract -> new Load(entries, perRun.applyAsLong(contract))))
            .filter(load -> load.perRun() > 0)
            .sorted(Comparator.comparingLong(Load::perDay).reversed())
            .toList();
    long all = loads.stream().mapToLong(Load::perDay).sum();
    long percent = all * 100 / most;
    if (percent <= MOST_PERCENT) {
      return Optional.empty();
    }
    Volume.Entries largest = loads.getFirst().entries();
    return Optional.of(
        found(
            largest.contract().text(),
            at,
            largest.position(),
            "a busy day can take %d %s, %d %% of what the account has: %s"
                .formatted(
                    all,
                    what,
                    percent,
                    loads.stream().map(Load::words).collect(Collectors.joining(", "))),
            "do less in a run, get the account more and declare it, or admit fewer contacts."));
  }

  private Stream<Finding> persons(Operation operation, Contract contract) {
    Stream<Finding> steps =
        StepTree.steps(contract)
            .filter(Step.Act.class::isInstance)
            .map(Step.Act.class::cast)
            .flatMap(act ->
                assignee(act.action()).stream()
                    .flatMap(who ->
                        person(operation, contract, who, act.name().text(), act.position())));
    Stream<Finding> exits =
        contract.exits().stream().flatMap(exit -> persons(operation, contract, exit));
    return Stream.concat(steps, exits);
  }

  private Stream<Finding> persons(Operation operation, Contract contract, Exit exit) {
    return exit.notifies().stream()
        .flatMap(who -> person(operation, contract, who, exit.name().text(), exit.position()));
  }

  private Stream<Finding> person(
      Operation operation, Contract contract, Assignee who, String at, Position position) {
    return team(operation, contract, who).stream()
        .filter(team -> team.members().equals(List.of(team.name().text())))
        .map(team ->
            found(
                contract,
                at,
                position,
                "*%s* hangs on one person, %s".formatted(at, team.name()),
                "name a team by what it does, and let the person be its member."));
  }

  private static Optional<Team> team(Operation operation, Contract contract, Assignee who) {
    return switch (who) {
      case Assignee.Team(var name) -> operation.team(name);
      case Assignee.Owner _ -> operation.team(contract.owner());
      case Assignee.ContactsAssignee _ -> Optional.empty();
    };
  }

  private static Optional<Assignee> assignee(Action action) {
    return switch (action) {
      case Action.CreateTask(_, _, _, var assignee) -> Optional.of(assignee);
      case Action.Assign(var assignee) -> Optional.of(assignee);
      case Action.Notify(var whom, _) -> Optional.of(whom);
      case Action _ -> Optional.empty();
    };
  }

  /// What one contract takes on a busy day.
  private record Load(Volume.Entries entries, long perRun) {
    long perDay() {
      return entries.perDay() * perRun;
    }

    String words() {
      return "*%s* %d times %d".formatted(entries.contract(), entries.perDay(), perRun);
    }
  }
}
