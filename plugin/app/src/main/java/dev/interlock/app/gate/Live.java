package dev.interlock.app.gate;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Report;
import java.util.Optional;

/// Where contracts go live.
public interface Live {

  /// What runs already.
  Running running();

  /// Lets exactly these contracts take new entries from now on, all at once or not at all.
  ///
  /// @return why not, in words, when they cannot; what was live before then stays so
  Optional<String> goLive(ContractSet set, Report report);

  /// What a later and closer look at what is live has found.
  void found(Report report);

  /// What an operator has to know about what is in the folder and not live; empty when all is well.
  void tell(Optional<String> notice);
}
