package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.core.run.Surroundings.Past;
import dev.interlock.engine.store.Contacts;
import dev.interlock.engine.store.Intents.Intent;
import dev.interlock.engine.store.Lanes.Entrant;
import dev.interlock.engine.store.Ledger;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that is stored about one contact and matters to a decision, as of one moment.
///
/// @param known ids of those of the events in question that were heard before
/// @param ours those of the messages in question that we sent
/// @param unnumbered whether a message of ours may be one of those in question, and nobody knows
/// @param tried what we tried to write around the time of the events in question
record Dossier(
    ContactId contact,
    Contacts.Stored stored,
    List<Runs.Stored> underWay,
    List<Past> ended,
    Map<LaneName, Holder> lanes,
    List<Entrant> entrants,
    List<Ledger.Entry> sent,
    Set<String> known,
    Set<MessageId> ours,
    boolean unnumbered,
    List<Intent> tried) {
  Dossier {
    underWay = List.copyOf(underWay);
    ended = List.copyOf(ended);
    lanes = Map.copyOf(lanes);
    entrants = List.copyOf(entrants);
    sent = List.copyOf(sent);
    known = Set.copyOf(known);
    ours = Set.copyOf(ours);
    tried = List.copyOf(tried);
  }

  /// The same, with a run that is over and is looked into once more.
  Dossier with(Runs.Stored over) {
    var runs = Stream.concat(underWay.stream(), Stream.of(over)).toList();
    return new Dossier(
        contact, stored, runs, ended, lanes, entrants, sent, known, ours, unnumbered, tried);
  }

  /// The same, without a message that is certainly not sent any more.
  Dossier without(CommandId message) {
    var counting = sent.stream().filter(entry -> !entry.command().equals(message)).toList();
    return new Dossier(
        contact,
        stored,
        underWay,
        ended,
        lanes,
        entrants,
        counting,
        known,
        ours,
        unnumbered,
        tried);
  }

  static Dossier read(
      Tables tables,
      InstallationId installation,
      ContactId contact,
      List<DomainEvent> events,
      Duration latestEcho,
      Instant messagesSince) {
    var ours = ours(tables, installation, contact, events);
    return new Dossier(
        contact,
        tables.contacts().find(installation, contact),
        tables.runs().underWay(installation, contact),
        tables.runs().ended(installation, contact),
        tables.lanes().holders(installation, contact),
        tables.lanes().entrants(installation, contact),
        tables.ledger().since(installation, contact, messagesSince),
        tables.events().known(installation, events.stream().map(DomainEvent::id).toList()),
        ours,
        unnumbered(tables, installation, contact, events, ours),
        tried(tables, installation, contact, events, latestEcho));
  }

  private static Set<MessageId> ours(
      Tables tables, InstallationId installation, ContactId contact, List<DomainEvent> events) {
    var ours = new HashSet<MessageId>();
    for (DomainEvent event : events) {
      if (event.what() instanceof Happening.MessageOutcome(_, _, var message, _)
          && isOurs(tables, installation, contact, message)) {
        ours.add(message);
      }
    }
    return ours;
  }

  /// An e-mail has two numbers, and is told by either.
  private static boolean isOurs(
      Tables tables, InstallationId installation, ContactId contact, MessageId message) {
    return tables.ledger().sender(installation, contact, message).isPresent()
        || !tables.mails().named(installation, List.of(message.text())).isEmpty();
  }

  /// Asked only where another app's message would be seen.
  private static boolean unnumbered(
      Tables tables,
      InstallationId installation,
      ContactId contact,
      List<DomainEvent> events,
      Set<MessageId> ours) {
    return events.stream().anyMatch(event -> OtherApps.mayBe(event, ours))
        && tables.ledger().hasUnnumbered(installation, contact);
  }

  private static List<Intent> tried(
      Tables tables,
      InstallationId installation,
      ContactId contact,
      List<DomainEvent> events,
      Duration latestEcho) {
    return events.stream()
        .map(DomainEvent::occurredAt)
        .min(Comparator.naturalOrder())
        .map(first -> tables.intents().tried(installation, contact, first.minus(latestEcho)))
        .orElse(List.of());
  }

  /// How far back messages matter: the longest limit, gap or horizon of the operation.
  static Duration messagesMatterFor(Operation operation) {
    return Stream.of(
            operation.limits().stream().map(limit -> limit.per()),
            operation.limits().stream().map(limit -> limit.gap()),
            operation.purposes().stream().map(purpose -> purpose.horizon()))
        .flatMap(each -> each)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
