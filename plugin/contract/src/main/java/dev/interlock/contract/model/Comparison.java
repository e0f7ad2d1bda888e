package dev.interlock.contract.model;

import java.math.BigDecimal;

/// A comparison with a number.
public record Comparison(Relation relation, BigDecimal number) {
  public Comparison {
    number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /// Whether the value stands in the relation to the number.
  public boolean holds(BigDecimal value) {
    int order = value.compareTo(number);
    return switch (relation) {
      case BELOW -> order < 0;
      case AT_MOST -> order <= 0;
      case AT_LEAST -> order >= 0;
      case ABOVE -> order > 0;
    };
  }

  /// How a value relates to a number.
  public enum Relation {
    BELOW("below"),
    AT_MOST("at most"),
    AT_LEAST("at least"),
    ABOVE("above");

    private final String words;

    Relation(String words) {
      this.words = words;
    }

    /// As in "at least".
    public String words() {
      return words;
    }
  }
}
