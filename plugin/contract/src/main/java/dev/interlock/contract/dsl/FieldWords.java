package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Comparison;
import dev.interlock.contract.model.Comparison.Relation;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.FieldTest;
import java.math.BigDecimal;
import java.time.Duration;

/// What can be asked of a field.
public record FieldWords(FieldName field) {
  public Condition is(String value) {
    return tested(new FieldTest.Is(value));
  }

  public Condition isOneOf(String first, String... more) {
    return tested(new FieldTest.OneOf(Distinct.both(first, more)));
  }

  public Condition contains(String part) {
    return tested(new FieldTest.Contains(part));
  }

  public Condition isEmpty() {
    return tested(new FieldTest.Empty());
  }

  public Condition isAtLeast(long number) {
    return compared(Relation.AT_LEAST, number);
  }

  public Condition isAtMost(long number) {
    return compared(Relation.AT_MOST, number);
  }

  public Condition isBelow(long number) {
    return compared(Relation.BELOW, number);
  }

  public Condition isAbove(long number) {
    return compared(Relation.ABOVE, number);
  }

  /// The date lies in the past by at least this much.
  public Condition isPastBy(Duration ago) {
    return tested(new FieldTest.DateBefore(ago));
  }

  /// The date lies ahead by at most this much.
  public Condition isWithin(Duration ahead) {
    return tested(new FieldTest.DateWithin(ahead));
  }

  private Condition compared(Relation relation, long number) {
    return tested(new FieldTest.Compared(new Comparison(relation, BigDecimal.valueOf(number))));
  }

  private Condition tested(FieldTest test) {
    return new Condition.FieldIs(field, test);
  }
}
