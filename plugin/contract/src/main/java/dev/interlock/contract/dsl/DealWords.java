package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Comparison;
import dev.interlock.contract.model.Comparison.Relation;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.PipelineName;
import java.math.BigDecimal;
import java.util.Set;

/// What can be asked of the contact's opportunity in a pipeline.
public record DealWords(PipelineName pipeline) {
  public Condition exists() {
    return new Condition.DealExists(pipeline);
  }

  public Condition is(DealStatus status) {
    return new Condition.DealStatusIs(pipeline, Set.of(status));
  }

  public Condition isOneOf(DealStatus first, DealStatus... more) {
    return new Condition.DealStatusIs(pipeline, Distinct.both(first, more));
  }

  public Condition isWorthAtLeast(long value) {
    return worth(Relation.AT_LEAST, value);
  }

  public Condition isWorthBelow(long value) {
    return worth(Relation.BELOW, value);
  }

  private Condition worth(Relation relation, long value) {
    return new Condition.DealValue(pipeline, new Comparison(relation, BigDecimal.valueOf(value)));
  }
}
