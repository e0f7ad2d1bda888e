package dev.interlock.handbook;

import dev.interlock.contract.model.ContractSet;
import java.util.List;

/// What is worth drawing in tests.
public final class Drawings {
  private Drawings() {}

  /// The library, everything that the model has, and texts that are hard to draw.
  public static List<ContractSet> sets() {
    return List.of(
        library(),
        EverythingSet.saying(number -> "word" + number).set(),
        EverythingSet.saying(number -> "<&>\"' ünïcödé 漢字 wörd" + number).set(),
        EverythingSet.saying(number -> "Donaudampfschifffahrtsgesellschaft".repeat(4) + number)
            .set());
  }

  /// The library's contracts.
  public static ContractSet library() {
    return Example.set();
  }
}
