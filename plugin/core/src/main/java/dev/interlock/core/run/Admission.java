package dev.interlock.core.run;

import java.util.List;

/// What becomes of a contact at a contract's door.
public sealed interface Admission {

  /// The event does not concern the contract; nothing is recorded.
  record NotMeant() implements Admission {}

  /// The contact has to be read from the CRM first; then ask the same thing again.
  record NeedsContact() implements Admission {}

  /// The contact does not enter, for these reasons; the refusal is recorded.
  record Refused(List<Reason> reasons) implements Admission {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /// The contact waits in turn for the lane.
  record Queued(Decision decision) implements Admission {}

  /// The run begins. The lane, where there is one, has to be claimed with it.
  record Admitted(Decision decision) implements Admission {}

  /// The run begins once this holder has been displaced; ask again when the lane is free.
  record Displaces(RunId holder) implements Admission {}

  /// Why a contact was not admitted.
  ///
  /// @param code `filter`, `unknown`, `running`, `reentry`, `lane`, `subject` or `own-write`; of
  ///   those who waited for a lane also `turned-away` and `closed`
  /// @param words in words that a client understands
  record Reason(String code, String words) {}
}
