package dev.interlock.app.casebook;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.engine.read.EntryLine;
import dev.interlock.handbook.words.Titles;
import java.util.Optional;

/// What is said of those who wait for a lane.
record LaneWaits(Titles titles) {

  /// What an entry waits for, as a sentence.
  String entering(EntryLine entry, Optional<ContractId> holder) {
    return "Not in yet: "
        + holder
            .map(one -> titles.quoted(one) + " has to leave the lane " + entry.lane() + " first")
            .orElse("the lane " + entry.lane() + " is about to be free")
        + ". It is to begin because "
        + entry.causeWords()
        + ".";
  }

  /// What becomes of an entry, as a sentence.
  String afterwards(Optional<ContractId> holder) {
    return "It begins when "
        + holder.map(one -> titles.quoted(one) + " has left").orElse("the lane is free")
        + ", if the contact may still enter then.";
  }

  /// The same of a run that an operator has paused in turn.
  String pausedInTurn(LaneName lane, Optional<ContractId> holder) {
    return "Paused by an operator while it waits its turn: "
        + holder
            .map(one -> "%s holds the lane %s".formatted(titles.quoted(one), lane))
            .orElse("nobody holds the lane " + lane)
        + ". Others pass it, and its time does not run out, until it is resumed.";
  }

  /// What a run in turn waits for, as a sentence.
  String inTurn(LaneName lane, Optional<ContractId> holder) {
    return holder
        .map(one -> "Waits its turn: %s holds the lane %s.".formatted(titles.quoted(one), lane))
        .orElse("Waits its turn: the lane " + lane + " is about to be free.");
  }
}
