package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;

/// A rule that is decided by exploring what can happen.
public interface Property {
  /// The id by which findings, waivers and pages call it.
  String rule();

  /// Why the rule exists, in a sentence for those who write contracts.
  String reason();

  /// Whether the rule has anything to say of these contracts; where it has not, nothing is explored
  /// for it.
  default boolean looksAt(ContractSet set, List<Contract> studied) {
    return true;
  }

  /// Tracks what the rule speaks of and contracts may not: forgetting it would call conflicts clean
  /// because nobody looks.
  default void track(Study study) {}

  /// Lets the machine remember what the rule has to know.
  default Machine<Event> remembering(Study study, Machine<Event> machine) {
    return machine;
  }

  /// What the rule says of the study.
  List<Claim> claims(Study study, Machine<Event> machine);
}
