package dev.interlock.core;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.PipelineName;
import java.util.Map;
import java.util.Optional;

/// Which opportunity a run means when its contract names a pipeline.
final class OwnDeal {
  private OwnDeal() {}

  /// The run's own one, and no other once that has gone from the pipeline; without one of its own,
  /// the one that contracts mean.
  static Known<Optional<Deal>> meant(
      PipelineName pipeline, Map<PipelineName, DealId> own, ContactSnapshot contact) {
    DealId mine = own.get(pipeline);
    if (mine == null) {
      return contact.deal(pipeline);
    }
    return contact
        .deals()
        .map(all ->
            all.stream()
                .filter(deal -> deal.id().equals(mine))
                .filter(deal -> deal.stage().pipeline().equals(pipeline))
                .findFirst());
  }
}
