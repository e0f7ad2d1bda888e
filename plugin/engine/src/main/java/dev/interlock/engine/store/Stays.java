package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.StageRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Open deals that stand in a stage with a limit. Of a stay that is over, whatever was raised is
/// settled with it.
///
/// Whoever changes a stay says which one it means: where another one has begun meanwhile, nothing
/// changes. A stay that was told is due no more.
public interface Stays {
  /// The deal's stay, as far as it was heard of.
  Optional<Stay> find(InstallationId installation, ContactId contact, DealId deal);

  /// All of a contact's.
  List<Stay> of(InstallationId installation, ContactId contact);

  /// The deal stands there from now on, and nowhere else.
  void begins(InstallationId installation, Stay stay, Instant at);

  /// The stay is over.
  ///
  /// @return whether it was still the deal's stay
  boolean ends(InstallationId installation, Stay stay, Instant at);

  /// Raises that the deal has stood there for too long, unless somebody was told.
  ///
  /// @param again when to look whether it still stands there
  void tell(InstallationId installation, Stay stay, String words, Instant at, Instant again);

  /// A run has the next move with the deal: it is due no more until one of the contact's runs is
  /// over.
  void waits(InstallationId installation, Stay stay);

  /// A run of the contact is over: those that waited for that are due by their limits again.
  ///
  /// @return whether there are any
  boolean free(InstallationId installation, ContactId contact);

  /// Whether the deal still stands there is looked at next at that moment; somebody was told.
  void lookAgain(InstallationId installation, Stay stay, Instant again);

  /// The stay may be that long. What was raised of it is settled where that is longer than it has
  /// lasted, and it is due anew.
  void limited(InstallationId installation, Stay stay, Duration limit, Instant now);

  /// Those whose limit is over and of which nobody was told, the longest due first.
  List<Stay> due(InstallationId installation, Instant now, int limit);

  /// Those of which somebody was told and at which it is time to look again.
  List<Stay> dueAgain(InstallationId installation, Instant now, int limit);

  /// When the limit of the first one after a moment is over, of those of which nobody was told.
  Optional<Instant> next(InstallationId installation, Instant after);

  /// Every stage in which a deal stands.
  List<StageRef> stages(InstallationId installation);

  /// Some stays in a stage.
  List<Stay> in(InstallationId installation, StageRef stage, int limit);

  /// Some stays in a stage whose limit is another one.
  List<Stay> otherwise(InstallationId installation, StageRef stage, Duration limit, int most);

  /// Some stays in a stage with a limit that began after a moment.
  List<Stay> after(
      InstallationId installation, StageRef stage, Duration limit, Instant moment, int most);

  /// Some stays of which somebody was told although their limit is not over yet.
  List<Stay> tooEarly(InstallationId installation, Instant now, int most);

  /// A deal that stands in a stage.
  ///
  /// @param since when it entered the stage
  /// @param limit for how long it may stand there
  /// @param isTold whether somebody was told that it has stood there for as long as it may
  record Stay(
      ContactId contact,
      DealId deal,
      StageRef stage,
      Instant since,
      Duration limit,
      boolean isTold) {
    /// By how much the CRM's clock may well be ahead of ours.
    private static final Duration APART = Duration.ofDays(1);

    /// One that begins.
    public static Stay begun(
        ContactId contact, DealId deal, StageRef stage, Instant since, Duration limit) {
      return new Stay(contact, deal, stage, since, limit, false);
    }

    /// When the limit is over.
    public Instant due() {
      return since.plus(limit);
    }

    /// The latest moment at which a stay can have begun; one that began later was stored by a clock
    /// that was ahead.
    public static Instant latest(Instant now) {
      return now.plus(APART);
    }
  }
}
