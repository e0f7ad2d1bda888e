package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.RunId;
import java.time.Instant;
import java.util.List;

/// What happened in runs and why, in words.
public interface Journal {
  /// Adds lines, in this order.
  void add(InstallationId installation, RunId run, List<Entry> entries, Instant at);
}
