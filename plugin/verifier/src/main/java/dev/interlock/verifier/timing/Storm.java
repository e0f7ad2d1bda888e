package dev.interlock.verifier.timing;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Patterns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The most messages that one event can bring upon a contact who never answers: by the contracts
/// that it begins, those into which they lead, and those that their own writes begin.
///
/// Runs that go on side by side count in full, however their times may fall: what one of them waits
/// for can be late. Lanes are not subtracted either, but for contracts that begin at the same event
/// and turn away whom the other one has.
///
/// @param span the least time in which the messages of one course go out
/// @param senders who sends how many of them
public record Storm(Duration span, Map<ContractId, Integer> senders) {
  public Storm {
    senders = new LinkedHashMap<>(senders);
  }

  /// How many messages.
  public int count() {
    return senders.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// What the contract's beginning brings about within one window.
  public static Storm of(ContractSet set, Contract contract, Channel channel, Duration window) {
    Storm all = new Storm(Duration.ZERO, Map.of());
    for (Contract caused : OwnCauses.from(set, together(set, contract, channel, window))) {
      all = all.and(SilentCourse.most(set, caused, channel, window));
    }
    return all;
  }

  /// The contract, and those that begin at the same event and send something by the channel.
  private static List<Contract> together(
      ContractSet set, Contract contract, Channel channel, Duration window) {
    List<Contract> all = new ArrayList<>(List.of(contract));
    for (Contract other : set.contracts()) {
      boolean joins =
          all.stream().noneMatch(one -> one.id().equals(other.id()) || excludes(one, other))
              && beginTogether(contract, other)
              && SilentCourse.most(set, other, channel, window).count() > 0;
      if (joins) {
        all.add(other);
      }
    }
    return all;
  }

  /// Whether one event begins both.
  public static boolean beginTogether(Contract one, Contract other) {
    return Listened.trigger(one)
        .anyMatch(begin ->
            Listened.trigger(other)
                .anyMatch(also ->
                    Patterns.covers(begin.event(), also.event())
                        || Patterns.covers(also.event(), begin.event())));
  }

  private static boolean excludes(Contract one, Contract other) {
    return one.lane() instanceof LaneClaim.InLane(var lane, WhenOccupied.Refuse _, _, _)
        && other.lane() instanceof LaneClaim.InLane(var its, WhenOccupied.Refuse _, _, _)
        && lane.equals(its);
  }

  private Storm and(Burst burst) {
    Map<ContractId, Integer> both = new LinkedHashMap<>(senders);
    burst.senders().forEach((sender, count) -> both.merge(sender, count, Integer::sum));
    return new Storm(burst.span().compareTo(span) > 0 ? burst.span() : span, both);
  }
}
