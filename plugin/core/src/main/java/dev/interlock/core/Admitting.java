package dev.interlock.core;

import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.util.List;

/// Lets in a contact who waited in turn: the filter is asked again, since time has passed.
final class Admitting {
  private final Turn turn;

  Admitting(Turn turn) {
    this.turn = turn;
  }

  Verdict laneFree() {
    if (!(turn.run.standing() instanceof Standing.Queued)) {
      return turn.unchanged();
    }
    if (!turn.hasContact()) {
      return Turn.needsContact();
    }
    List<Reason> reasons = Door.unmet(turn.program.contract(), turn.view());
    if (!turn.view().contact().exists() || !reasons.isEmpty()) {
      String words =
          reasons.isEmpty() ? "the contact is gone from the CRM" : reasons.getFirst().words();
      turn.note(Kind.TURNED_AWAY, "", "No longer qualifies: " + words + ".");
      return turn.rest(new Standing.TurnedAway(turn.now, words));
    }
    turn.note(Kind.ENTERED, "", "Entered: the lane became free.");
    return new Walk(turn).from(turn.program.start(), turn.now);
  }
}
