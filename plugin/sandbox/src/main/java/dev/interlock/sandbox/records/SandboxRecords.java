package dev.interlock.sandbox.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that happened in the sandbox up to a moment, in the order in which it happened.
///
/// It is taken from the sandbox's own state and not from anything that Interlock says about itself,
/// which is what makes it a proof. It is plain data: [RecordsJson] carries it between processes,
/// and the counting below gives the same answer on both sides.
public record SandboxRecords(
    Instant takenAt,
    List<ContactRow> contacts,
    List<MessageRow> messages,
    List<StageMove> stageMoves,
    List<TagChange> tagChanges,
    List<TaskRow> tasks,
    List<NoteRow> notes,
    List<AppointmentRow> appointments,
    List<EnrolmentRow> enrolments,
    List<RequestRow> requests,
    List<DeliveryRow> deliveries) {
  /// Copies what it is given.
  public SandboxRecords {
    contacts = List.copyOf(contacts);
    messages = List.copyOf(messages);
    stageMoves = List.copyOf(stageMoves);
    tagChanges = List.copyOf(tagChanges);
    tasks = List.copyOf(tasks);
    notes = List.copyOf(notes);
    appointments = List.copyOf(appointments);
    enrolments = List.copyOf(enrolments);
    requests = List.copyOf(requests);
    deliveries = List.copyOf(deliveries);
  }

  /// The contact with an id, unless it was deleted.
  public Optional<ContactRow> contact(String id) {
    return contacts.stream().filter(contact -> contact.id().equals(id)).findFirst();
  }

  /// The contact with a phone number.
  public Optional<ContactRow> contactWithPhone(String phone) {
    return contacts.stream().filter(contact -> contact.phone().equals(phone)).findFirst();
  }

  /// All messages of a contact, both ways, oldest first.
  public List<MessageRow> conversation(String contactId) {
    return messages.stream().filter(message -> message.contactId().equals(contactId)).toList();
  }

  /// What went out through the API, oldest first.
  public List<MessageRow> sentThroughApi() {
    return messages.stream().filter(MessageRow::isSentThroughApi).toList();
  }

  /// Messages that repeat an earlier one: sent through the API to the same contact, on the same
  /// channel, with the same words, less than a span of time after it.
  ///
  /// A message that is known not to have arrived neither repeats nor is repeated: trying again
  /// after a failure is not a duplicate in anybody's hands.
  public List<MessageRow> duplicateMessages(Duration within) {
    var last = new HashMap<String, Instant>();
    var repeats = new ArrayList<MessageRow>();
    for (var message : sentThroughApi()) {
      if (message.isLost()) {
        continue;
      }
      var before = last.put(message.sameness(), message.at());
      if (before != null && message.at().isBefore(before.plus(within))) {
        repeats.add(message);
      }
    }
    return List.copyOf(repeats);
  }

  /// Moves against the order of the stages by one kind of author, without the lawful ones.
  public List<StageMove> backwardMoves(By author, Set<LawfulReturn> lawful) {
    return stageMoves.stream()
        .filter(move -> move.by() == author && move.isBackward())
        .filter(move -> lawful.stream().noneMatch(known -> known.allows(move)))
        .toList();
  }

  /// How many requests there were for each answered status.
  public Map<Integer, Long> requestsByStatus() {
    var counted = new HashMap<Integer, Long>();
    requests.forEach(request -> counted.merge(request.status(), 1L, Long::sum));
    return Map.copyOf(counted);
  }
}
