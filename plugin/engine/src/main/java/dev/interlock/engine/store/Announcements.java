package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Ends of runs that workflows of the CRM are to be told of: each end to each of them once.
public interface Announcements {
  /// A run has ended: it is to be told to all that wait for it. Nobody is told in an account that
  /// uninstalled the app, and nobody of an end that they are to be told of already.
  ///
  /// @return how many are to be told
  int ended(InstallationId installation, Run run, Exit exit, Optional<DealId> deal, Instant at);

  /// Those that may be told now, the earliest first.
  List<Open> due(InstallationId installation, Instant now, int limit);

  /// When the first one after a moment may be told.
  Optional<Instant> next(InstallationId installation, Instant after);

  /// It is tried again.
  void later(InstallationId installation, Open open, int attempts, Instant next, String words);

  /// It is tried no more.
  ///
  /// @return whether that is news: false where it was dropped meanwhile
  boolean settled(InstallationId installation, Open open, State state, String words);

  /// None that waits in the account is told any more.
  ///
  /// @return how many waited
  int dropOpen(InstallationId installation, String words);

  /// How many of the account wait.
  long waiting(InstallationId installation);

  /// Those that are tried no more without having been told, the earliest end first.
  List<Failed> failed(InstallationId installation);

  /// One that failed is tried again from now on, as if it had never been.
  ///
  /// @return false where it had not failed, or is seen to already
  boolean again(InstallationId installation, RunId run, String trigger, Instant now);

  /// One that failed need not be told.
  ///
  /// @return false where it had not failed, or is seen to already
  boolean letBe(InstallationId installation, RunId run, String trigger, String words);

  /// Ends from before a moment that were told, or that nobody wants to hear, are kept no longer.
  /// What failed stays until somebody sees to it.
  ///
  /// @return how many those were, and there may be more where it is the limit
  int forget(InstallationId installation, Instant before, int limit);

  /// An end that waits to be told.
  ///
  /// @param attempts that failed
  /// @param since when it was to be told: when the run ended, or somebody had it told again
  record Open(RunId run, Ending ending, int attempts, Instant since) {
    public ContactId contact() {
      return ending.contact();
    }
  }

  /// An end that a workflow of the CRM was not told, and is not told unless somebody wants it to.
  ///
  /// @param trigger in the workflow, as the CRM numbers it
  /// @param words that were raised about it
  record Failed(
      RunId run,
      ContactId contact,
      ContractId contract,
      ExitName exit,
      String trigger,
      Instant endedAt,
      String words) {}

  /// What became of it.
  enum State {
    /// It waits.
    OPEN,
    /// The CRM took it.
    TOLD,
    /// The CRM does not take it, or did not for too long.
    FAILED,
    /// Nobody wants to hear it any more.
    DROPPED
  }
}
