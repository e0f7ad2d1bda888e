package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.DayLine;

/// What the CRM said last of the calls that each account may make in a day.
public interface Allowances {
  /// It said this; what it said before is forgotten.
  void said(InstallationId installation, DayLine day);
}
