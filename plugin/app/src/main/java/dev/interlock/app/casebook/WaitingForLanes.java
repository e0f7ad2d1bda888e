package dev.interlock.app.casebook;

import dev.interlock.app.casebook.LaneRow.Waiting;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.read.LaneBook;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.RunState;
import dev.interlock.handbook.story.Contact;
import dev.interlock.handbook.story.OperationView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells on the first page who waits for whom.
record WaitingForLanes(Versions versions, ZoneId zone, Instant now) {

  /// A line for each of the book, and one for those who are not in it.
  ///
  /// @param inTurn how many wait in turn in all
  List<OperationView.Waiting> lines(LaneBook book, long inTurn) {
    var lines = new ArrayList<OperationView.Waiting>();
    for (LaneRow row : LaneRows.of(versions).rows(book)) {
      row.waiting().forEach(one -> lines.add(line(row, one)));
    }
    long more = inTurn - book.inTurn().size();
    if (more > 0) {
      lines.add(
          new OperationView.Waiting(
              now,
              new Contact("", "The whole account"),
              Optional.empty(),
              more + " more wait their turn; `interlock runs --lanes` lists all"));
    }
    return lines;
  }

  private OperationView.Waiting line(LaneRow row, Waiting one) {
    return new OperationView.Waiting(
        one.since(),
        new Contact(row.contact().text(), row.contactName()),
        Optional.of(one.contract()),
        words(row, one));
  }

  private String words(LaneRow row, Waiting one) {
    var words = new LaneWaits(versions.titles());
    Optional<ContractId> holder = row.holder().map(LaneLine::contract);
    return switch (one) {
      case Waiting.Entering(var entry) -> words.entering(entry, holder);
      case Waiting.InTurn(var run) when run.state() == RunState.PAUSED ->
          words.pausedInTurn(row.lane(), holder);
      case Waiting.InTurn(var run) ->
          words.inTurn(row.lane(), holder)
              + run.alarm()
                  .map(until ->
                      " It is turned away on %s, unless the lane is free by then."
                          .formatted(new Times(zone).stamp(until)))
                  .orElse("");
    };
  }
}
