package dev.interlock.handbook.page;

import java.util.List;

/// A finding that somebody answers for until a date.
///
/// @param about the contract
/// @param at the step, exit or other thing that it is about; empty for the whole contract
/// @param with the other contract, where it is about two; empty where it is about one
/// @param story the mark of the story that is accepted; empty where the finding tells none
/// @param words what was found; none when nothing was, or nobody looked
public record AcceptedView(
    Link about,
    String rule,
    String at,
    String with,
    String story,
    List<String> words,
    String reason,
    String decidedBy,
    String compensation,
    String until) {
  public AcceptedView {
    words = List.copyOf(words);
  }
}
