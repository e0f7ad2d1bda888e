package dev.interlock.contract.model;

import java.time.Duration;

/// How many messages a contact gets by one channel, over all contracts.
///
/// @param most how many within `per`
/// @param gap the least time between two
public record SendLimit(Channel channel, int most, Duration per, Duration gap, Position position) {
  public SendLimit {
    per = Spans.positive("a limit's period", per);
    if (most < 1) {
      throw new ContractException("a limit of " + most + " messages lets none through");
    }
    if (gap.isNegative()) {
      throw new ContractException("a gap of " + gap + " between messages; say zero or more");
    }
  }
}
