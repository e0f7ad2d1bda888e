package dev.interlock.handbook.words;

import dev.interlock.contract.model.Comparison;
import dev.interlock.contract.model.Comparison.Relation;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.FieldTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/// Tests of fields in words, and their exact contraries: an empty field fails every test but the
/// one for emptiness.
final class FieldWords {
  private FieldWords() {}

  static String holds(FieldName field, FieldTest test) {
    String name = Phrases.quoted(field);
    return switch (test) {
      case FieldTest.Is(var value) -> name + " is " + Phrases.quoted(value);
      case FieldTest.OneOf(var values) -> name + " is " + oneOf(values);
      case FieldTest.Contains(var part) -> name + " contains " + Phrases.quoted(part);
      case FieldTest.Compared(var comparison) -> name + " is " + comparison(comparison);
      case FieldTest.Empty _ -> name + " is empty";
      case FieldTest.DateBefore(var ago) -> "the date in " + name + past(ago);
      case FieldTest.DateWithin(var ahead) ->
          "the date in " + name + " comes within " + DurationWords.span(ahead);
    };
  }

  static String fails(FieldName field, FieldTest test) {
    String name = Phrases.quoted(field);
    return switch (test) {
      case FieldTest.Is(var value) -> name + " is not " + Phrases.quoted(value);
      case FieldTest.OneOf(var values) -> name + " is not " + oneOf(values);
      case FieldTest.Contains(var part) -> name + " does not contain " + Phrases.quoted(part);
      case FieldTest.Compared(var comparison) ->
          name + " is empty or " + comparison(contrary(comparison));
      case FieldTest.Empty _ -> name + " is filled in";
      case FieldTest.DateBefore(var ago) -> name + " is empty or its date is not" + back(ago);
      case FieldTest.DateWithin(var ahead) ->
          name + " is empty or its date does not come within " + DurationWords.span(ahead);
    };
  }

  private static String oneOf(Set<String> values) {
    return values.isEmpty() ? "one of no values" : Phrases.or(Phrases.quotedAll(values));
  }

  static String comparison(Comparison comparison) {
    return comparison.relation().words() + " " + number(comparison.number());
  }

  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  private static String past(Duration ago) {
    return ago.isZero() ? " has passed" : " is" + back(ago);
  }

  private static String back(Duration ago) {
    return ago.isZero() ? " in the past" : " at least " + DurationWords.span(ago) + " in the past";
  }

  private static Comparison contrary(Comparison comparison) {
    Relation relation =
        switch (comparison.relation()) {
          case BELOW -> Relation.AT_LEAST;
          case AT_MOST -> Relation.ABOVE;
          case AT_LEAST -> Relation.BELOW;
          case ABOVE -> Relation.AT_MOST;
        };
    return new Comparison(relation, comparison.number());
  }
}
