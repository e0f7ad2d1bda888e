package dev.interlock.core.run;

import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.core.program.NodeId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a run remembers besides where it stands.
///
/// @param commands how many commands were decided so far
/// @param latched events that came while a command was under way, not yet used
/// @param heard ids of the events heard last, so that a repeated one changes nothing
/// @param sent messages the CRM accepted from this run
/// @param tasks ids of tasks this run made, as the CRM numbers them
/// @param ownWrites keys of the attributes that the run itself wrote
/// @param deals of each pipeline the opportunity that the run is about or has written to, which is
///   the one it goes on with
/// @param optedOut whether the contact opted out since the run began
/// @param causedAt when that happened which led the run to where it is, by its own time
/// @param grant the leave to send that was given at the place where the run stands
/// @param overSince when the run had ended already, if it was opened again to make its exit true
public record Memory(
    Subject subject,
    int commands,
    List<DomainEvent> latched,
    List<String> heard,
    List<Sent> sent,
    List<Task> tasks,
    Set<String> ownWrites,
    Map<PipelineName, DealId> deals,
    boolean optedOut,
    Instant causedAt,
    Optional<Grant> grant,
    Optional<Instant> overSince) {
  private static final int EVENTS_REMEMBERED = 16;

  public Memory {
    latched = List.copyOf(latched);
    heard = List.copyOf(heard);
    sent = List.copyOf(sent);
    tasks = List.copyOf(tasks);
    deals = Collections.unmodifiableMap(new TreeMap<>(deals));
    ownWrites = Collections.unmodifiableSet(new TreeSet<>(ownWrites));
  }

  /// The memory of a run that has just begun.
  public static Memory fresh(Subject subject, Map<PipelineName, DealId> deals, Instant causedAt) {
    return new Memory(
        subject,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        deals,
        false,
        causedAt,
        Optional.empty(),
        Optional.empty());
  }

  /// The same memory after one more command.
  public Memory commanding() {
    return new Memory(
        subject,
        commands + 1,
        latched,
        heard,
        sent,
        tasks,
        ownWrites,
        deals,
        optedOut,
        causedAt,
        grant,
        overSince);
  }

  /// The same memory with other events waiting to be used.
  public Memory latching(List<DomainEvent> events) {
    return new Memory(
        subject, commands, events, heard, sent, tasks, ownWrites, deals, optedOut, causedAt, grant,
        overSince);
  }

  /// The same memory after an event; only the last few are remembered.
  public Memory hearing(DomainEvent event, boolean optOut) {
    List<String> ids = plus(heard, event.id());
    int from = Math.max(0, ids.size() - EVENTS_REMEMBERED);
    List<String> last = ids.subList(from, ids.size());
    return new Memory(
        subject,
        commands,
        latched,
        last,
        sent,
        tasks,
        ownWrites,
        deals,
        optedOut || optOut,
        causedAt,
        grant,
        overSince);
  }

  /// The same memory after the CRM accepted a message.
  public Memory sending(Sent message) {
    return new Memory(
        subject,
        commands,
        latched,
        heard,
        plus(sent, message),
        tasks,
        ownWrites,
        deals,
        optedOut,
        causedAt,
        grant,
        overSince);
  }

  /// The same memory after the CRM made a task.
  public Memory making(Task task) {
    return new Memory(
        subject,
        commands,
        latched,
        heard,
        sent,
        plus(tasks, task),
        ownWrites,
        deals,
        optedOut,
        causedAt,
        grant,
        overSince);
  }

  /// The same memory after the run wrote an attribute.
  public Memory writing(String attribute) {
    Set<String> more = new TreeSet<>(ownWrites);
    more.add(attribute);
    return new Memory(
        subject, commands, latched, heard, sent, tasks, more, deals, optedOut, causedAt, grant,
        overSince);
  }

  /// The same memory after the run wrote to an opportunity; the first one of a pipeline stays.
  public Memory keeping(PipelineName pipeline, DealId deal) {
    Map<PipelineName, DealId> more = new TreeMap<>(deals);
    more.putIfAbsent(pipeline, deal);
    return new Memory(
        subject, commands, latched, heard, sent, tasks, ownWrites, more, optedOut, causedAt, grant,
        overSince);
  }

  /// The same memory after something led the run on that happened then.
  public Memory causedBy(Instant moment) {
    return new Memory(
        subject, commands, latched, heard, sent, tasks, ownWrites, deals, optedOut, moment, grant,
        overSince);
  }

  /// The same memory after leave was given to send, or with that leave forgotten.
  public Memory granting(Optional<Grant> leave) {
    return new Memory(
        subject, commands, latched, heard, sent, tasks, ownWrites, deals, optedOut, causedAt, leave,
        overSince);
  }

  /// The same memory of a run that had ended, and is opened again.
  public Memory reopened(Instant ended) {
    return new Memory(
        subject,
        commands,
        latched,
        heard,
        sent,
        tasks,
        ownWrites,
        deals,
        optedOut,
        causedAt,
        grant,
        Optional.of(ended));
  }

  /// The same memory of a run that follows another version of its contract from now on.
  public Memory relocated(List<Sent> messages, Optional<Grant> leave) {
    return new Memory(
        subject, commands, latched, heard, messages, tasks, ownWrites, deals, optedOut, causedAt,
        leave, overSince);
  }

  private static <T> List<T> plus(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
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

  /// Leave to send one message. A message that is postponed needs leave again, and this is what is
  /// then still known of its former tries.
  ///
  /// @param due since when the message is wanted, from which its expiry is counted
  /// @param first when leave was given first
  /// @param attempts how often it failed since
  public record Grant(NodeId at, Instant due, Instant first, int attempts) {}

  /// A task the CRM made.
  public record Task(String id, String title) {}
}
