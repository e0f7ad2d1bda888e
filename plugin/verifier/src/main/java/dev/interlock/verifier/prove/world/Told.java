package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Operation.Automation;
import java.util.List;
import java.util.stream.Stream;

/// What the CRM tells of writes, whoever makes them.
public final class Told {
  private Told() {}

  /// What it may tell of the contract's writes.
  public static List<Happening> byWritesOf(Survey survey, Contract contract) {
    Writing writing = new Writing(new Account(survey));
    return writing
        .of(survey.outline(contract))
        .flatMap(effect -> effect.happenings().stream())
        .distinct()
        .toList();
  }

  /// What it may tell of the automation's writes.
  public static Stream<Happening> byWritesOf(Survey survey, Automation automation) {
    Writing writing = new Writing(new Account(survey));
    return automation.mayWrite().stream()
        .flatMap(leaves -> writing.of(leaves).stream())
        .flatMap(effect -> effect.happenings().stream());
  }
}
