package dev.interlock.simulation.monitor;

import java.util.List;

/// A rule that was broken in a story.
///
/// @param rule the rule's id, as `E-STAGE-BACKWARD`
/// @param parties the contracts, automations and apps that broke it together, each once
/// @param at the step, exit or attribute that it is about
/// @param words what happened, in a sentence
/// @param fact the index in the chronicle of the fact that broke it
public record Breach(String rule, List<String> parties, String at, String words, int fact) {
  public Breach {
    parties = parties.stream().distinct().toList();
  }

  /// As in `E-STAGE-BACKWARD: Quote follow-up moves ...`.
  @Override
  public String toString() {
    return rule + ": " + words;
  }
}
