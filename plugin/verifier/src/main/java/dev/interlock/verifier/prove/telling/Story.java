package dev.interlock.verifier.prove.telling;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Opening;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A chronicle as a story: who the contact is, what happens in turn, and what is wrong with it.
public final class Story {
  private final Opening opening;
  private final Cast cast;

  /// A story of the contact at the opening.
  public Story(ContractSet set, Opening opening) {
    this.opening = opening;
    this.cast = new Cast(set, opening.firstName());
  }

  /// The story, line by line.
  ///
  /// @param until how many facts are told; nothing matters any more behind the one that is wrong
  /// @param wrong what the story shows, as a clause
  public List<String> told(Chronicle chronicle, int until, String wrong) {
    Lines lines = new Lines();
    new Beginning(opening).words().forEach(clause -> lines.add("", clause));
    Moments moments = new Moments(chronicle.zone());
    FactsInWords words = new FactsInWords(cast.in(chronicle));
    List<Chronicle.Dated> facts = chronicle.facts().stream().limit(until).toList();
    for (int i = 0; i < facts.size(); i++) {
      Chronicle.Dated dated = facts.get(i);
      Fact fact = dated.fact();
      (i == facts.size() - 1 ? words.last(fact) : words.words(fact))
          .ifPresent(clause -> lines.add(moments.prefix(dated.at()), clause));
    }
    return Stream.concat(
            lines.all().stream(),
            Stream.of("This is wrong: " + Sentences.of(cast.byName(cast.byTitle(wrong)))))
        .toList();
  }

  /// What somebody does to a contact, as a clause; empty for the machinery's own doings.
  public static Optional<String> of(ContractSet set, Act act) {
    return new ActsInWords(new Cast(set, "the contact")).words(act);
  }
}
