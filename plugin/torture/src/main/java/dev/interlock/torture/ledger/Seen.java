package dev.interlock.torture.ledger;

import java.util.List;
import java.util.Map;

/// What the CRM's side saw.
///
/// @param acknowledged what webhooks told that were answered 2xx, each thing once
/// @param sent messages that went out
/// @param work tasks and notes that were made
/// @param states by contact, the earliest first
/// @param lives when processes of Interlock lived
public record Seen(
    List<Told> acknowledged,
    List<Sending> sent,
    List<Work> work,
    Map<String, List<ContactState>> states,
    List<Stretch> lives) {
  public Seen {
    acknowledged = List.copyOf(acknowledged);
    sent = List.copyOf(sent);
    work = List.copyOf(work);
    states = Map.copyOf(states);
    lives = List.copyOf(lives);
  }
}
