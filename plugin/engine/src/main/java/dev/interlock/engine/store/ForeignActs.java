package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import java.time.Duration;
import java.time.Instant;

/// What automations of the CRM and other apps did with contacts with whom runs were under way.
public interface ForeignActs {
  /// How long it is kept.
  Duration KEPT = Duration.ofDays(30);

  /// Takes note of an act, and forgets those that are too old.
  ///
  /// @param since the beginning of the day
  /// @return whether it is the first of its kind by this hand since then
  boolean add(InstallationId installation, Act act, Instant since, Instant now);

  /// An act.
  ///
  /// @param event of which it was heard
  record Act(String event, ContactId contact, Hand hand, HandAct act) {}
}
