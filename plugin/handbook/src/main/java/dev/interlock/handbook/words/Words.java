package dev.interlock.handbook.words;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;

/// All words that need to know what the contracts of a set are called. Those that need not are
/// static: [EventWords], [DurationWords], [LaneWords] and others.
///
/// @param titles what contracts are called
public record Words(
    Titles titles,
    ConditionWords conditions,
    EntryWords entry,
    StepWords steps,
    FailureWords failures,
    ExitWords exits,
    DeclarationWords declarations,
    StandingWords standings) {

  /// The words of a set.
  public static Words of(ContractSet set) {
    return of(Titles.of(set));
  }

  /// The words of one contract of a set, in which its owner is called by name.
  public static Words of(ContractSet set, Contract contract) {
    return of(Titles.of(set), contract.owner().text());
  }

  /// The words where only titles are known.
  public static Words of(Titles titles) {
    return of(titles, AssigneeWords.OWNER);
  }

  private static Words of(Titles titles, String owner) {
    return new Words(
        titles,
        new ConditionWords(titles),
        new EntryWords(titles),
        new StepWords(titles, owner),
        new FailureWords(titles, owner),
        new ExitWords(titles),
        new DeclarationWords(titles),
        new StandingWords(titles));
  }
}
