package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.SendLimit;
import java.time.Duration;

/// How many messages a contact gets: `atMost(8).per(days(7)).apart(minutes(1))`.
public record Allowance(int most, Duration per, Duration gap) {
  /// The least time between two of them; a minute where it is not said.
  public Allowance apart(Duration span) {
    return new Allowance(most, per, span);
  }

  SendLimit limit(Channel channel, Position position) {
    return new SendLimit(channel, most, per, gap, position);
  }

  /// A number of messages of which it is not said in which time.
  public record NeedsPeriod(int most) {
    /// The time in which a contact gets no more.
    public Allowance per(Duration span) {
      return new Allowance(most, span, Duration.ofMinutes(1));
    }
  }
}
