package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.FieldTest;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.Trigger;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.core.Listening;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.walk.Conditioned;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.StepTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the CRM says of the contact, as variables. An attribute has a variable from the moment at
/// which somebody asks for it; what nobody asks for is not modelled at all.
public final class Account {
  private static final CalendarName ANY_CALENDAR = new CalendarName("calendar");

  private final ContractSet set;
  private final Map<Attribute, Variable> tracked = new LinkedHashMap<>();

  Account(ContractSet set) {
    this.set = set;
  }

  Operation operation() {
    return set.operation();
  }

  /// The variable of the attribute, which is tracked from now on.
  public Variable track(Attribute attribute) {
    Variable known = tracked.get(attribute);
    if (known == null) {
      known = variable(attribute);
      tracked.put(attribute, known);
    }
    return known;
  }

  /// The variable, if anybody asked for it.
  public Optional<Variable> tracked(Attribute attribute) {
    return Optional.ofNullable(tracked.get(attribute));
  }

  /// Everything that is tracked, in the order in which it was asked for.
  public Map<Attribute, Variable> all() {
    return tracked;
  }

  private Variable variable(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Tag(var tag) -> Variable.flag("tag " + tag);
      case Attribute.Field(var field) -> new Variable("field " + field, cells(field));
      case Attribute.Stage(var pipeline) -> new Variable("stage in " + pipeline, stages(pipeline));
      case Attribute.Status(var pipeline) ->
          new Variable(
              "deal in " + pipeline,
              Values.STATUSES.stream()
                  .map(status -> status.name().toLowerCase(Locale.ROOT))
                  .toList());
      case Attribute.Address(var channel) ->
          Variable.flag("address for " + channel.many()).usually(Values.YES);
      case Attribute.Consent(var channel) ->
          new Variable("consent to " + channel.many(), List.of("unsaid", "given", "withdrawn"))
              .usually(Values.ALLOWED);
      case Attribute.Diary(var calendar) ->
          new Variable(
              "appointment in " + calendar,
              List.of("none", "ahead", "past", "showed", "no-show", "cancelled", "more"));
      case Attribute.Started(var automation) -> Variable.flag("started " + automation);
      case Attribute.Question(var condition) -> Variable.flag("asked " + condition);
    };
  }

  private List<String> stages(PipelineName pipeline) {
    List<String> names = new ArrayList<>(List.of("no deal"));
    operation()
        .pipeline(pipeline)
        .map(Pipeline::stages)
        .orElse(List.of())
        .forEach(stage -> names.add(stage.name().text()));
    return names;
  }

  /// The status that a value of a status' variable stands for.
  public static DealStatus status(int value) {
    return Values.STATUSES.get(value);
  }

  /// The number of the stage among the values of its pipeline's variable; empty when the pipeline
  /// has no such stage.
  public Optional<Integer> stageValue(PipelineName pipeline, StageName stage) {
    return operation()
        .pipeline(pipeline)
        .map(its -> its.indexOf(stage))
        .filter(java.util.OptionalInt::isPresent)
        .map(index -> index.getAsInt() + 1);
  }

  /// How many days ahead of the beginning of stories the date lies; empty for a text that is none.
  public static Optional<Long> daysAhead(String value) {
    return FieldCells.daysAhead(value);
  }

  /// Whether a contract begins by what our own writes cause, or an automation does.
  boolean isHeard(Happening told) {
    return Stream.concat(
            set.contracts().stream()
                .map(Contract::trigger)
                .filter(trigger -> trigger.ownWrites() == OwnWrites.HEARD)
                .map(Trigger::event),
            operation().automations().stream()
                .flatMap(automation -> automation.startsOn().stream()))
        .anyMatch(pattern -> Listening.matches(pattern, told));
  }

  /// The calendars that appointments may stand in.
  List<CalendarName> calendars() {
    return operation().calendars().isEmpty() ? List.of(ANY_CALENDAR) : operation().calendars();
  }

  /// Whether anybody compares the field with the day.
  boolean isDate(FieldName field) {
    return tests(field)
        .anyMatch(
            test -> test instanceof FieldTest.DateBefore || test instanceof FieldTest.DateWithin);
  }

  private Stream<FieldTest> tests(FieldName field) {
    return set.contracts().stream()
        .flatMap(Conditioned::in)
        .flatMap(asked -> Guards.questions(asked.condition()))
        .filter(question -> question instanceof Condition.FieldIs(var its, _) && its.equals(field))
        .map(question -> ((Condition.FieldIs) question).test());
  }

  private List<String> cells(FieldName field) {
    List<FieldTest> tests = tests(field).toList();
    List<String> written =
        Stream.of(
                options(field).stream(),
                set.contracts().stream().flatMap(contract -> written(contract, field)))
            .flatMap(texts -> texts)
            .filter(text -> !text.contains("{{"))
            .toList();
    return FieldCells.of(kind(field), tests, written);
  }

  private FieldKind kind(FieldName field) {
    return operation().fields().stream()
        .filter(declared -> declared.name().equals(field))
        .map(Operation.Field::kind)
        .findFirst()
        .orElse(FieldKind.TEXT);
  }

  private List<String> options(FieldName field) {
    return operation().fields().stream()
        .filter(declared -> declared.name().equals(field))
        .flatMap(declared -> declared.options().stream())
        .toList();
  }

  private static Stream<String> written(Contract contract, FieldName field) {
    Stream<String> bySteps =
        StepTree.steps(contract)
            .filter(Step.Act.class::isInstance)
            .map(step -> ((Step.Act) step).action())
            .flatMap(action ->
                action instanceof Action.SetField(var its, var value) && its.equals(field)
                    ? Stream.of(value)
                    : Stream.empty());
    Stream<String> byExits =
        contract.exits().stream()
            .flatMap(exit -> exit.leaves().stream())
            .flatMap(leaves ->
                leaves instanceof Leaves.FieldSet(var its, var value) && its.equals(field)
                    ? Stream.of(value)
                    : Stream.empty());
    return Stream.concat(bySteps, byExits);
  }

  /// Who besides contracts writes the tag; a tag that the operation does not declare is anybody's.
  Set<Operation.Writer> writers(TagName tag) {
    return operation().tags().stream()
        .filter(declared -> declared.name().equals(tag))
        .findFirst()
        .map(Operation.Tag::writers)
        .orElse(Set.of(Operation.Writer.STAFF));
  }

  /// Who besides contracts writes the field; one that the operation does not declare, such as a
  /// standard field, is the contact's and anybody's.
  Set<Operation.Writer> writers(FieldName field) {
    return operation().fields().stream()
        .filter(declared -> declared.name().equals(field))
        .findFirst()
        .map(Operation.Field::writers)
        .orElse(Set.of(Operation.Writer.CONTACT, Operation.Writer.STAFF));
  }

  /// How a contact may stand before anything of ours happens to them: by what others write, in any
  /// way; by what only contracts write, not at all.
  Predicate opening() {
    List<Predicate> all = new ArrayList<>();
    tracked.forEach((attribute, variable) -> all.add(opening(attribute, variable)));
    for (Operation.TagGroup group : operation().groups()) {
      all.add(atMostOne(group));
    }
    return Predicate.all(all);
  }

  private Predicate opening(Attribute attribute, Variable variable) {
    return switch (attribute) {
      case Attribute.Tag(var tag) when writers(tag).isEmpty() -> variable.is(Values.NO);
      case Attribute.Field(var field) when writers(field).isEmpty() -> variable.is(0);
      case Attribute.Started _ -> variable.is(Values.NO);
      case Attribute.Tag _, Attribute.Field _, Attribute.Stage _, Attribute.Status _ ->
          Predicate.always();
      case Attribute.Address _, Attribute.Consent _, Attribute.Diary _, Attribute.Question _ ->
          Predicate.always();
    };
  }

  private Predicate atMostOne(Operation.TagGroup group) {
    List<Variable> members =
        group.members().stream()
            .map(tag -> tracked(new Attribute.Tag(tag)))
            .flatMap(Optional::stream)
            .toList();
    List<Predicate> pairs = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        pairs.add(members.get(i).holds().and(members.get(j).holds()).not());
      }
    }
    return Predicate.all(pairs);
  }
}
