package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the CRM says of the contact, as variables. An attribute has a variable from the moment at
/// which somebody asks for it; what nobody asks for is not modelled at all.
public final class Account {
  private static final CalendarName ANY_CALENDAR = new CalendarName("calendar");

  private final Survey survey;
  private final Map<Attribute, Variable> tracked = new LinkedHashMap<>();

  Account(Survey survey) {
    this.survey = survey;
  }

  Operation operation() {
    return survey.set().operation();
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
      case Attribute.Field(var field) -> new Variable("field " + field, survey.cells(field));
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
    return survey.isHeard(told);
  }

  /// The calendars that appointments may stand in.
  List<CalendarName> calendars() {
    return operation().calendars().isEmpty() ? List.of(ANY_CALENDAR) : operation().calendars();
  }

  /// Whether anybody compares the field with the day.
  boolean isDate(FieldName field) {
    return survey.isDate(field);
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
