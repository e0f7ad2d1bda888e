package dev.interlock.contract.model;

import java.time.Duration;
import java.util.Optional;

/// How a contract is kept from colliding with others on the same contact.
public sealed interface LaneClaim {

  /// The run needs the lane to itself. A higher priority displaces a lower one, if both agree.
  ///
  /// @param orElse the next valid action for a contact whom the lane turned away
  record InLane(LaneName lane, WhenOccupied whenOccupied, int priority, Optional<String> orElse)
      implements LaneClaim {}

  /// The contract claims no lane, for this reason.
  record NoLane(String reason) implements LaneClaim {}

  /// What happens when another run holds the lane.
  sealed interface WhenOccupied {

    /// The contact is refused, and the refusal recorded.
    record Refuse() implements WhenOccupied {}

    /// The contact waits in turn, and is refused when the limit is over.
    record Queue(Duration limit) implements WhenOccupied {
      public Queue {
        limit = Spans.positive("a queue's limit", limit);
      }
    }

    /// A holder of lower priority leaves by its `displaced` exit; otherwise the contact is refused.
    record Displace() implements WhenOccupied {}
  }
}
