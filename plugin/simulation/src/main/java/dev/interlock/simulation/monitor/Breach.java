package dev.interlock.simulation.monitor;

import java.util.List;
import java.util.Set;

/// A rule that was broken in a story.
///
/// @param rule the rule's id, as `E-STAGE-BACKWARD`
/// @param parties the contracts, automations and apps that broke it together, each once
/// @param at the step, exit or attribute that it is about
/// @param about where an exit is not as it says: the attributes that are not, and tasks left open
///   by their titles; where it leaves a deal in a stage: the exit
/// @param words what happened, in a sentence
/// @param fact the index in the chronicle of the fact that broke it
/// @param overtaken whether a person overtook a command that was lawful when it was decided, or an
///   exit while it was being made true. No contract can rule that out: facts are fresh when a
///   decision is made, and what happens after that is closed by compare-and-set and reading back
///   (assumption 4 of the check catalogue)
public record Breach(
    String rule,
    List<String> parties,
    String at,
    Set<String> about,
    String words,
    int fact,
    boolean overtaken) {
  public Breach {
    parties = parties.stream().distinct().toList();
    about = Set.copyOf(about);
  }

  /// As in `E-STAGE-BACKWARD: Quote follow-up moves ...`.
  @Override
  public String toString() {
    return rule + (overtaken ? " (overtaken)" : "") + ": " + words;
  }
}
