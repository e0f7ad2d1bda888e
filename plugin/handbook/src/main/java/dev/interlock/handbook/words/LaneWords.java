package dev.interlock.handbook.words;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.LaneName;
import java.util.List;

/// Lanes in words: who excludes whom, and what happens when a lane is taken.
public final class LaneWords {
  private LaneWords() {}

  /// Who shares the lane, as a sentence.
  public static String members(ContractSet set, LaneName lane) {
    List<String> titles =
        set.contracts().stream()
            .filter(contract -> claims(contract, lane))
            .map(contract -> Phrases.quoted(contract.title()))
            .toList();
    return switch (titles.size()) {
      case 0 -> "No workflow uses this lane.";
      case 1 -> "Only " + titles.getFirst() + " uses this lane, once at a time for each contact.";
      default ->
          "Only one of these workflows may talk to a contact at a time: "
              + Phrases.and(titles)
              + ".";
    };
  }

  /// Whether the contract claims the lane.
  public static boolean claims(Contract contract, LaneName lane) {
    return switch (contract.lane()) {
      case LaneClaim.InLane(var claimed, _, _, _) -> claimed.equals(lane);
      case LaneClaim.NoLane _ -> false;
    };
  }

  /// What happens when another run holds the lane, as a sentence.
  public static String whenOccupied(WhenOccupied what) {
    return switch (what) {
      case WhenOccupied.Refuse _ ->
          "If another workflow holds the lane, they do not enter, and the refusal is written down.";
      case WhenOccupied.Queue(var limit) ->
          "If another workflow holds the lane, they wait their turn for up to "
              + DurationWords.span(limit)
              + "; after that they are refused, and the refusal is written down.";
      case WhenOccupied.Displace _ ->
          "If a workflow of lower priority holds the lane, it has to leave by its “displaced”"
              + " ending; otherwise they do not enter, and the refusal is written down.";
    };
  }

  /// The claim itself, as a sentence.
  public static String claim(LaneClaim claim) {
    return switch (claim) {
      case LaneClaim.InLane(var lane, _, var priority, var orElse) ->
          "It runs in the lane "
              + Phrases.quoted(lane)
              + (priority == 0 ? "" : " with priority " + priority + " (the usual is 0)")
              + "."
              + orElse.map(next -> " For whom it turns away: " + Phrases.sentence(next)).orElse("");
      case LaneClaim.NoLane(var reason) -> "It runs outside all lanes: " + Phrases.sentence(reason);
    };
  }
}
