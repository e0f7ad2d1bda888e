package dev.interlock.core.run;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PurposeName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What our own records say about the contact and the installation.
///
/// @param zone the location's time zone
/// @param lanes who holds which of the contact's lanes
/// @param active runs of the contact under way, queued ones included
/// @param ended runs of the contact that are over, the latest first
/// @param sent messages of all contracts to the contact, within the longest limit or horizon
public record Surroundings(
    Operation operation,
    ZoneId zone,
    Map<LaneName, Holder> lanes,
    List<Active> active,
    List<Past> ended,
    List<SentMessage> sent) {
  public Surroundings {
    lanes = Map.copyOf(lanes);
    active = List.copyOf(active);
    ended = List.copyOf(ended);
    sent = List.copyOf(sent);
  }

  /// Who holds a lane.
  public record Holder(RunId run, ContractId contract, int priority) {}

  /// A run under way.
  public record Active(RunId run, ContractId contract, String key, Instant begunAt) {}

  /// A run that is over.
  public record Past(ContractId contract, String key, ExitName exit, Instant endedAt) {}

  /// A message that was sent or is under way.
  public record SentMessage(Channel channel, PurposeName purpose, RunId run, Instant at) {}
}
