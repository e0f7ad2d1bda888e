package dev.interlock.simulation;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import java.util.List;
import java.util.Optional;

/// One change in a contact's account.
///
/// @param edit the attribute that is another one than before, if any is
/// @param move the deal's move, if it was one
/// @param told what the CRM tells of it, together
record Change(Optional<Edit> edit, Optional<Move> move, List<Happening> told) {
  Change {
    told = List.copyOf(told);
  }

  /// An attribute that is not what it was.
  record Edit(String attribute, Optional<String> before, Optional<String> after) {}

  /// A deal that stands elsewhere than before.
  record Move(Optional<StageName> from, StageRef to) {}

  static Change of(Edit edit, Happening... told) {
    return new Change(Optional.of(edit), Optional.empty(), List.of(told));
  }

  /// Something of which the CRM tells without any attribute being changed.
  static Change only(Happening told) {
    return new Change(Optional.empty(), Optional.empty(), List.of(told));
  }
}
