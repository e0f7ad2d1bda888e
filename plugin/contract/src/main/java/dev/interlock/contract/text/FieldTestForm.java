package dev.interlock.contract.text;

import dev.interlock.contract.model.Comparison;
import dev.interlock.contract.model.Comparison.Relation;
import dev.interlock.contract.model.FieldTest;

/// Tests of fields, and comparisons with numbers, as text.
final class FieldTestForm {
  private FieldTestForm() {}

  static Node.Group write(FieldTest test) {
    return switch (test) {
      case FieldTest.Is(var value) -> Writing.group("is").text(value).done();
      case FieldTest.OneOf(var values) -> Writing.group("one-of").texts(values).done();
      case FieldTest.Contains(var part) -> Writing.group("contains").text(part).done();
      case FieldTest.Compared(var comparison) ->
          write(Writing.group("compared"), comparison).done();
      case FieldTest.Empty() -> Writing.group("empty").done();
      case FieldTest.DateBefore(var ago) -> Writing.group("date-before").span(ago).done();
      case FieldTest.DateWithin(var ahead) -> Writing.group("date-within").span(ahead).done();
    };
  }

  static FieldTest read(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "is" -> new FieldTest.Is(parts.text());
              case "one-of" -> new FieldTest.OneOf(parts.textSet(text -> text));
              case "contains" -> new FieldTest.Contains(parts.text());
              case "compared" -> new FieldTest.Compared(readComparison(parts));
              case "empty" -> new FieldTest.Empty();
              case "date-before" -> new FieldTest.DateBefore(parts.span());
              case "date-within" -> new FieldTest.DateWithin(parts.span());
              default -> throw parts.unknown("a test of a field");
            });
  }

  static Writing write(Writing group, Comparison comparison) {
    return group.value(relation(comparison.relation())).number(comparison.number());
  }

  static Comparison readComparison(Reading parts) {
    return new Comparison(parts.one(Relation.values(), FieldTestForm::relation), parts.decimal());
  }

  private static String relation(Relation relation) {
    return switch (relation) {
      case BELOW -> "below";
      case AT_MOST -> "at-most";
      case AT_LEAST -> "at-least";
      case ABOVE -> "above";
    };
  }
}
