package dev.interlock.verifier.scenario;

import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import java.util.ArrayList;
import java.util.List;

/// What comes of a story, as far as a person would judge it.
///
/// @param messages what the contact got, and from whom, in order
/// @param endings how runs ended, as `contract: exit`, in order
/// @param refusals which contracts turned the contact away, in order
public record Outcome(List<String> messages, List<String> endings, List<String> refusals) {
  public Outcome {
    messages = List.copyOf(messages);
    endings = List.copyOf(endings);
    refusals = List.copyOf(refusals);
  }

  /// What came of this story.
  public static Outcome of(Chronicle chronicle) {
    List<String> messages = new ArrayList<>();
    List<String> endings = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (Chronicle.Dated dated : chronicle.facts()) {
      switch (dated.fact()) {
        case Fact.Sent(var by, _, _, _, _) -> messages.add(by.words());
        case Fact.Left(var who, var exit, _, _, _, _) -> endings.add(who + ": " + exit);
        case Fact.Refused(var contract, _, _) -> refusals.add(contract.text());
        case Fact _ -> {}
      }
    }
    return new Outcome(messages, endings, refusals);
  }
}
