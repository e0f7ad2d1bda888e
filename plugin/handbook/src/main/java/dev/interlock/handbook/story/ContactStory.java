package dev.interlock.handbook.story;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Everything that happened to one contact and everything that did not, with the reasons.
///
/// @param zone in which times are told
/// @param now the moment at which the story is told
/// @param places where the contact is at that moment, one for each run under way
/// @param endings how earlier runs ended, the latest first
/// @param lines what happened and what did not, in the order of time
public record ContactStory(
    Contact contact,
    ZoneId zone,
    Instant now,
    List<Place> places,
    List<Ending> endings,
    List<Line> lines) {
  public ContactStory {
    places = List.copyOf(places);
    endings = List.copyOf(endings);
    lines = List.copyOf(lines);
  }

  /// Where the contact is in one workflow; see [dev.interlock.handbook.words.StandingWords].
  ///
  /// @param where what the run does or waits for, as a sentence
  /// @param next what comes next, as a sentence
  /// @param when the latest moment at which that comes, where one is known
  public record Place(
      ContractId contract, Instant since, String where, String next, Optional<Instant> when) {}

  /// How a run ended.
  ///
  /// @param proof whether the CRM was left as promised, as a sentence
  public record Ending(
      ContractId contract,
      ExitName exit,
      Instant begunAt,
      Instant endedAt,
      boolean proven,
      String proof) {}

  /// One line of the story.
  ///
  /// @param contract the workflow that it is about; empty for what concerns none
  /// @param kind what sort of line it is; a refusal at the door is [Entry.Kind#TURNED_AWAY]
  /// @param step the step or exit; empty when it is about the whole run
  /// @param words what happened, as a sentence
  /// @param quote the text that was sent or received, where it may be shown
  public record Line(
      Instant at,
      Optional<ContractId> contract,
      Entry.Kind kind,
      String step,
      String words,
      Optional<String> quote) {}
}
