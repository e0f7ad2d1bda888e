package dev.interlock.core.run;

import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.Channel;
import dev.interlock.core.program.NodeId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a run remembers besides where it stands.
///
/// @param commands how many commands were decided so far
/// @param latched events that came while a command was under way, not yet used
/// @param heard ids of the events heard last, so that a repeated one changes nothing
/// @param sent messages the CRM accepted from this run
/// @param tasks ids of tasks this run made, as the CRM numbers them
/// @param ownWrites keys of the attributes that the run itself wrote
/// @param optedOut whether the contact opted out since the run began
public record Memory(
    Subject subject,
    int commands,
    List<DomainEvent> latched,
    List<String> heard,
    List<Sent> sent,
    List<Task> tasks,
    Set<String> ownWrites,
    boolean optedOut) {
  public Memory {
    latched = List.copyOf(latched);
    heard = List.copyOf(heard);
    sent = List.copyOf(sent);
    tasks = List.copyOf(tasks);
    ownWrites = Collections.unmodifiableSet(new TreeSet<>(ownWrites));
  }

  /// The memory of a run that has just begun.
  public static Memory fresh(Subject subject) {
    return new Memory(subject, 0, List.of(), List.of(), List.of(), List.of(), Set.of(), false);
  }

  /// What the run is about besides the contact.
  public record Subject(Optional<AppointmentId> appointment, Optional<DealId> deal) {
    /// A run that is about the contact alone.
    public static Subject contactOnly() {
      return new Subject(Optional.empty(), Optional.empty());
    }
  }

  /// A message the CRM accepted.
  public record Sent(NodeId at, Channel channel, MessageId message, Instant when) {}

  /// A task the CRM made.
  public record Task(String id, String title) {}
}
