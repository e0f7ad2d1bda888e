package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Action;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Commands, stored before they are carried out.
///
/// An intent is pending, then claimed while the CRM is being told, then done. What was claimed by a
/// process that died is in doubt. Every change is conditional on the state before.
public interface Intents {
  /// Stores a command to be carried out.
  void add(InstallationId installation, Command command, Instant now);

  /// Stores a command as claimed from the start, if no other of its run is open; else to be carried
  /// out later.
  ///
  /// @param deed as for [#claim]
  /// @param tried as for [#claim]
  /// @return whether it is claimed
  boolean begin(
      InstallationId installation,
      Command command,
      Optional<Deed> deed,
      Instant now,
      Instant tried);

  /// An intent.
  Optional<Intent> find(InstallationId installation, CommandId command);

  /// What is due and not under way, in the CRM: of each run only the first open one, the urgent
  /// first.
  List<Due> due(InstallationId installation, Instant now, int limit);

  /// As [#due], of what goes to other addresses than the CRM's.
  List<Due> dueElsewhere(InstallationId installation, Instant now, int limit);

  /// When the first open intent after a moment is due, claimed ones aside.
  Optional<Instant> nextDue(InstallationId installation, Instant after);

  /// The CRM is about to be told: from here on a crash leaves a doubt.
  ///
  /// @param deed word for word what it is told; empty when telling it twice would do no harm
  /// @param tried when, by the CRM's clock: what it tells of that has its time
  /// @return whether it is ours to carry out; false when it was dropped or taken meanwhile
  boolean claim(InstallationId installation, CommandId command, Optional<Deed> deed, Instant tried);

  /// It certainly had no effect, and will be tried again.
  void postpone(InstallationId installation, CommandId command, int attempts, Instant until);

  /// It may or may not have taken effect.
  void doubt(InstallationId installation, CommandId command, Instant lookAt);

  /// What waits for a later moment, to be tried or looked for, waits no longer; nor do earlier
  /// commands of its run, behind which it waits.
  void hasten(InstallationId installation, CommandId command, Instant now);

  /// It has an outcome on which nothing has been decided yet.
  void report(InstallationId installation, CommandId command, Outcome outcome, Instant now);

  /// It has an outcome, and the run has taken note.
  ///
  /// @throws ConflictException when that was so before
  void done(InstallationId installation, CommandId command, Outcome outcome, Instant now);

  /// Nobody wants it any longer.
  ///
  /// @return whether it was dropped; false when the CRM has been told already, or may have been
  boolean drop(InstallationId installation, CommandId command, Instant now);

  /// Drops what can still be dropped of a run.
  ///
  /// @return what was dropped
  List<CommandId> dropOpen(InstallationId installation, RunId run, Instant now);

  /// Everything that a former process had claimed is in doubt now.
  ///
  /// @return how many
  int doubtAllClaimed(InstallationId installation, Instant now);

  /// What we tried to write to the contact since a moment of the CRM's clock, the latest first.
  List<Intent> tried(InstallationId installation, ContactId contact, Instant since);

  /// A command whose turn it is.
  ///
  /// @param isUrgent whether it belongs to leaving
  record Due(CommandId command, ContactId contact, boolean isUrgent) {}

  /// A command and how far it has come.
  ///
  /// @param attempts how many attempts counted so far
  /// @param deed word for word what the CRM was told last, if it was told anything
  /// @param triedAt when it was told, by the CRM's clock as far as that was known
  /// @param outcome empty when it has none yet, or when it was a reading
  record Intent(
      Command command,
      ContactId contact,
      State state,
      int attempts,
      Instant decidedAt,
      Instant nextAt,
      Optional<Deed> deed,
      Optional<Instant> triedAt,
      Optional<Outcome> outcome) {

    /// Whether it goes to another address than the CRM's, and has nothing to do with how that is.
    public boolean isForElsewhere() {
      return command.doing() instanceof Command.Perform(Action.CallWebhook _);
    }
  }

  /// How far an intent has come.
  enum State {
    PENDING,
    CLAIMED,
    IN_DOUBT,
    REPORTED,
    DONE,
    DROPPED
  }
}
