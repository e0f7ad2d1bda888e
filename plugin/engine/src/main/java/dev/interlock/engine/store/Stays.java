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
public interface Stays {
  /// The deal's stay, as far as it was heard of.
  Optional<Stay> find(InstallationId installation, ContactId contact, DealId deal);

  /// The deal stands there from now on, and nowhere else.
  void begins(InstallationId installation, Stay stay, Instant at);

  /// The stay is over, unless another one has begun meanwhile.
  ///
  /// @return whether it was still the deal's stay
  boolean ends(InstallationId installation, Stay stay, Instant at);

  /// The stay is looked into at that moment, unless another one has begun meanwhile.
  void later(InstallationId installation, Stay stay, Instant due);

  /// Raises that the deal has stood there for too long, unless somebody was told, or another stay
  /// has begun meanwhile.
  ///
  /// @param again when to look whether it still stands there
  void tell(InstallationId installation, Stay stay, String words, Instant at, Instant again);

  /// What was raised of the stay is not so any more; it is looked into at that moment.
  void recall(InstallationId installation, Stay stay, Instant at, Instant due);

  /// Those that are to be looked into, the longest due first.
  List<Stay> due(InstallationId installation, Instant now, int limit);

  /// When the first one after a moment is to be looked into.
  Optional<Instant> next(InstallationId installation, Instant after);

  /// Where any deal stands.
  List<StageRef> stages(InstallationId installation);

  /// All stays in a stage.
  List<Stay> in(InstallationId installation, StageRef stage);

  /// The stage's limit is this one: those of whom nobody was told yet are due by it, and the others
  /// are looked into now.
  void limited(InstallationId installation, StageRef stage, Duration limit, Instant now);

  /// A deal that stands in a stage.
  ///
  /// @param since when it entered the stage
  /// @param due when to look next whether it still stands there
  /// @param told in which words somebody was told of it
  record Stay(
      ContactId contact,
      DealId deal,
      StageRef stage,
      Instant since,
      Instant due,
      Optional<String> told) {}
}
