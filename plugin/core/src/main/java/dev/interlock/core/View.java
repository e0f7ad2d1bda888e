package dev.interlock.core;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.core.run.Memory.Subject;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Surroundings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// What a condition or a moment is asked of: the contact as read, our own records, and now.
///
/// @param self the run that asks; it does not count as another run
/// @param deals of each pipeline the opportunity that the run goes on with, where it has one
public record View(
    ContactSnapshot contact,
    Surroundings around,
    RunId self,
    Subject subject,
    Map<PipelineName, DealId> deals,
    Instant now) {

  /// The opportunity that is meant when the run names the pipeline.
  Known<Optional<Deal>> deal(PipelineName pipeline) {
    return OwnDeal.meant(pipeline, deals, contact);
  }

  /// The contact's time zone, else the location's.
  ZoneId zone() {
    return contact.zone().orElse(around.zone());
  }
}
