package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.FieldTest;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.contract.model.Trigger;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.core.Listening;
import dev.interlock.core.program.Program;
import dev.interlock.simulation.Changeover;
import dev.interlock.verifier.walk.Conditioned;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.StepTree;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A set of contracts, with what every study of some of them asks of all of them, worked out once:
/// a set of 30 has 435 pairs to study.
///
/// Safe for any number of threads.
public final class Survey {
  private final ContractSet set;
  private final Changeover changeover;
  private final List<EventPattern> heard;
  // two contracts of one name are a finding of another rule, and have an outline each
  private final IdentityHashMap<Contract, Outline> outlines = new IdentityHashMap<>();
  private final Map<FieldName, List<String>> cells = new ConcurrentHashMap<>();
  private final Map<FieldName, Boolean> dates = new ConcurrentHashMap<>();
  private final Map<Happening, Boolean> caused = new ConcurrentHashMap<>();
  private final Map<Happening, List<AutomationName>> started = new ConcurrentHashMap<>();

  private Survey(ContractSet set, Changeover changeover) {
    this.set = set;
    this.changeover = changeover;
    this.heard =
        Stream.concat(
                set.contracts().stream()
                    .map(Contract::trigger)
                    .filter(trigger -> trigger.ownWrites() == OwnWrites.HEARD)
                    .map(Trigger::event),
                set.operation().automations().stream()
                    .flatMap(automation -> automation.startsOn().stream()))
            .toList();
    set.contracts().forEach(contract -> outlines.put(contract, Outline.of(contract)));
  }

  /// The survey of this set.
  public static Survey of(ContractSet set) {
    return new Survey(set, Changeover.NONE);
  }

  /// The survey of contracts of which some are versions that take no entries any more, once the
  /// others are live.
  public static Survey of(ContractSet set, Changeover changeover) {
    return new Survey(set, changeover);
  }

  /// What goes live in the course of what can happen.
  public Changeover changeover() {
    return changeover;
  }

  /// The contracts that it is about.
  public ContractSet set() {
    return set;
  }

  /// Whether no two of the contracts share a name.
  public boolean hasDistinctNames() {
    return set.contracts().stream().map(Contract::id).distinct().count() == set.contracts().size();
  }

  /// What our own writes and automations may set off.
  List<EventPattern> heard() {
    return heard;
  }

  /// What a contract does to the contact, whatever the order.
  ///
  /// @param actions each once
  /// @param leaves each once, of all exits
  ///
  /// @param ticksOff whether an exit ticks tasks off
  record Outline(Program program, List<Action> actions, List<Leaves> leaves, boolean ticksOff) {
    static Outline of(Contract contract) {
      return new Outline(
          Program.of(contract),
          StepTree.steps(contract)
              .flatMap(step -> step instanceof Step.Act act ? Stream.of(act.action()) : Stream.of())
              .distinct()
              .toList(),
          contract.allExits().stream().flatMap(exit -> exit.leaves().stream()).distinct().toList(),
          contract.allExits().stream().anyMatch(exit -> !TaskLeft.tickedOffBy(exit).isEmpty()));
    }
  }

  Outline outline(Contract contract) {
    Outline known = outlines.get(contract);
    return known == null ? Outline.of(contract) : known;
  }

  /// Whether a contract begins by what our own writes cause, or an automation does.
  boolean isHeard(Happening told) {
    return caused.computeIfAbsent(
        told, what -> heard.stream().anyMatch(pattern -> Listening.matches(pattern, what)));
  }

  /// The automations that this starts.
  List<AutomationName> startedBy(Happening what) {
    return started.computeIfAbsent(what, this::starting);
  }

  private List<AutomationName> starting(Happening what) {
    return set.operation().automations().stream()
        .filter(automation ->
            automation.startsOn().stream().anyMatch(pattern -> Listening.matches(pattern, what)))
        .map(Operation.Automation::name)
        .toList();
  }

  /// Whether anybody compares the field with the day.
  boolean isDate(FieldName field) {
    return dates.computeIfAbsent(
        field,
        one ->
            tests(one)
                .anyMatch(test ->
                    test instanceof FieldTest.DateBefore || test instanceof FieldTest.DateWithin));
  }

  /// The values of the field that anybody in the set tells apart.
  List<String> cells(FieldName field) {
    return cells.computeIfAbsent(field, this::distinguished);
  }

  private List<String> distinguished(FieldName field) {
    Stream<String> options =
        declared(field).stream().flatMap(declared -> declared.options().stream());
    List<String> written =
        Stream.concat(
                options, set.contracts().stream().flatMap(contract -> written(contract, field)))
            .filter(text -> !text.contains("{{"))
            .toList();
    FieldKind kind =
        declared(field).stream().map(Operation.Field::kind).findFirst().orElse(FieldKind.TEXT);
    return FieldCells.of(kind, tests(field).toList(), written);
  }

  private List<Operation.Field> declared(FieldName field) {
    return set.operation().fields().stream().filter(one -> one.name().equals(field)).toList();
  }

  private Stream<FieldTest> tests(FieldName field) {
    return set.contracts().stream()
        .flatMap(Conditioned::in)
        .flatMap(asked -> Guards.questions(asked.condition()))
        .filter(question -> question instanceof Condition.FieldIs(var its, _) && its.equals(field))
        .map(question -> ((Condition.FieldIs) question).test());
  }

  private Stream<String> written(Contract contract, FieldName field) {
    Outline outline = outline(contract);
    Stream<String> bySteps =
        outline.actions().stream()
            .flatMap(action ->
                action instanceof Action.SetField(var its, var value) && its.equals(field)
                    ? Stream.of(value)
                    : Stream.empty());
    Stream<String> byExits =
        outline.leaves().stream()
            .flatMap(leaves ->
                leaves instanceof Leaves.FieldSet(var its, var value) && its.equals(field)
                    ? Stream.of(value)
                    : Stream.empty());
    return Stream.concat(bySteps, byExits);
  }
}
