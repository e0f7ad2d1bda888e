package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far readings of the CRM for what webhooks never told have come, each kind by itself, and
/// what they found.
public interface Rounds {
  /// Begins to watch at this moment, unless the kind is watched already; and has a round due now in
  /// any case.
  void watch(InstallationId installation, Sighting.Kind kind, Instant now);

  /// The kind is watched no longer; if it ever is again, that begins anew.
  void unwatch(InstallationId installation, Sighting.Kind kind);

  /// How far all kinds that are watched have come, always in the same order.
  List<Round> all(InstallationId installation);

  /// Takes note of what was seen.
  ///
  /// @return false when the same was seen before
  boolean isNew(InstallationId installation, Sighting sighting);

  /// Counts what was new on a page.
  ///
  /// @param told how much of it webhooks had told; what became of the rest is counted with
  ///   [#became]
  void met(InstallationId installation, Sighting.Kind kind, long met, long told);

  /// It turned out for one that was met whether a webhook had told it.
  void became(InstallationId installation, Sighting.Kind kind, boolean found);

  /// The round goes on at this page.
  void goesOn(InstallationId installation, Sighting.Kind kind, Leg leg);

  /// The round is through: everything before its end was looked at. What was seen before `forget`
  /// will not be met again.
  void through(
      InstallationId installation, Sighting.Kind kind, Leg leg, Schedule schedule, Instant forget);

  /// The round does not go on before a moment.
  ///
  /// @param page where it goes on then
  /// @param obstacle why it cannot; empty when there is only nothing to look at yet
  void stopped(
      InstallationId installation,
      Sighting.Kind kind,
      Optional<Leg> page,
      Instant again,
      String obstacle);

  /// Rounds that could not go on do so now.
  void hasten(InstallationId installation, Instant now);

  /// What of a round lies before it.
  ///
  /// @param until what is younger is left to the next round
  record Leg(Span span, Instant until, Cursor page) {
    /// The same round at another page.
    public Leg at(Cursor other) {
      return new Leg(span, until, other);
    }
  }

  /// When a round was through, and when the next one is due.
  record Schedule(Instant now, Instant next) {}

  /// How far the readings of one kind have come.
  ///
  /// @param through everything before was looked at
  /// @param leg what is left of the round under way; empty between two rounds
  /// @param vain how often in a row it could not go on
  /// @param obstacle why it cannot go on; empty when it can
  record Round(
      Sighting.Kind kind,
      Instant watched,
      Instant through,
      Optional<Leg> leg,
      Instant next,
      Optional<Instant> lookedAt,
      int vain,
      String obstacle,
      Count count) {}

  /// What was there.
  ///
  /// @param met in the CRM, each state of each thing once
  /// @param told by webhooks
  /// @param found by reading alone; what is neither is still worked on
  record Count(long met, long told, long found) {}
}
