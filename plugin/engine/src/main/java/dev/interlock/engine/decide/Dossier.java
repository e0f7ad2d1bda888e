package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.core.run.Surroundings.Past;
import dev.interlock.engine.store.Contacts;
import dev.interlock.engine.store.Lanes.Entrant;
import dev.interlock.engine.store.Ledger;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that is stored about one contact and matters to a decision, as of one version of the
/// contact: whoever stores anything of it advances that.
///
/// @param version 0 while nothing is stored
/// @param name what people call the contact; empty when never read
/// @param sent messages to the contact, at least as far back as they matter
record Dossier(
    ContactId contact,
    long version,
    String name,
    List<Runs.Stored> underWay,
    List<Past> ended,
    Map<LaneName, Holder> lanes,
    List<Entrant> entrants,
    List<Ledger.Entry> sent) {
  Dossier {
    underWay = List.copyOf(underWay);
    ended = List.copyOf(ended);
    lanes = Map.copyOf(lanes);
    entrants = List.copyOf(entrants);
    sent = List.copyOf(sent);
  }

  /// The same, with a run that is over and is looked into once more.
  Dossier with(Runs.Stored over) {
    var runs = Stream.concat(underWay.stream(), Stream.of(over)).toList();
    return new Dossier(contact, version, name, runs, ended, lanes, entrants, sent);
  }

  /// The same, without a message that is certainly not sent any more.
  Dossier without(CommandId message) {
    var counting = sent.stream().filter(entry -> !entry.command().equals(message)).toList();
    return new Dossier(contact, version, name, underWay, ended, lanes, entrants, counting);
  }

  /// How many things it holds.
  int size() {
    return underWay.size() + ended.size() + lanes.size() + entrants.size() + sent.size();
  }

  /// Whether another one of the same version has all that this one has, and no more but older
  /// messages. Of entries that came at the same moment, the order is nobody's.
  boolean isCoveredBy(Dossier other) {
    return other.contact().equals(contact)
        && other.name().equals(name)
        && other.underWay().equals(underWay)
        && other.ended().equals(ended)
        && other.lanes().equals(lanes)
        && Set.copyOf(other.entrants()).equals(Set.copyOf(entrants))
        && other.sent().containsAll(sent);
  }

  static Dossier read(
      Tables tables, InstallationId installation, ContactId contact, Instant messagesSince) {
    Contacts.Stored stored = tables.contacts().find(installation, contact);
    if (stored.version() == 0) {
      // nothing is ever stored of a contact before its first version
      return new Dossier(
          contact, 0, stored.name(), List.of(), List.of(), Map.of(), List.of(), List.of());
    }
    return new Dossier(
        contact,
        stored.version(),
        stored.name(),
        tables.runs().underWay(installation, contact),
        tables.runs().ended(installation, contact),
        tables.lanes().holders(installation, contact),
        tables.lanes().entrants(installation, contact),
        tables.ledger().since(installation, contact, messagesSince));
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
