package dev.interlock.engine.rounds;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.crm.NotNowException;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Translation;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Body;
import dev.interlock.engine.store.Contacts;
import dev.interlock.engine.store.Inbox.Delivery;
import dev.interlock.engine.store.Rounds.Leg;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sorts a page of what was seen: what webhooks told already is only counted, and the rest is taken
/// in like a webhook. Whether one of those told it after all, is seen when it is its turn.
record Sorting(Desk desk, Store store) {
  private static final Logger LOG = LoggerFactory.getLogger(Sorting.class);

  /// A page that was sorted.
  ///
  /// @param told what webhooks told already
  record Sorted(List<Sighting> told, List<Sighting> open) {
    Sorted {
      told = List.copyOf(told);
      open = List.copyOf(open);
    }

    /// The same with no more to be taken in than there is room for.
    Sorted part(int rooms) {
      return new Sorted(told, open.subList(0, rooms));
    }
  }

  /// @throws NotNowException when names have to be known that the CRM does not tell at the moment
  Sorted sort(SightingPage page, Leg leg) {
    Instant since = since(page, leg);
    var told = new ArrayList<Sighting>();
    var open = new ArrayList<Sighting>();
    for (Sighting each : page.sightings()) {
      boolean isAsked = !each.at().isBefore(since) && !each.at().isAfter(leg.until());
      if (isAsked) {
        (isTold(each) ? told : open).add(each);
      }
    }
    return new Sorted(told, open);
  }

  /// Whatever the page says, nothing is looked for that was before anybody watched.
  private static Instant since(SightingPage page, Leg leg) {
    Instant asked = leg.span().since();
    Instant watched = leg.span().watched();
    return page.since()
        .filter(asked::isAfter)
        .map(further -> further.isBefore(watched) ? watched : further)
        .orElse(asked);
  }

  private boolean isTold(Sighting sighting) {
    var owner = new ContactId(sighting.orderKey());
    Contacts.Stored stored =
        store.read((Tables tables) -> tables.contacts().find(desk.id(), owner));
    try {
      Translation translation =
          desk.installation().inbound().translate(desk.id(), bytes(sighting), stored.remembered());
      List<String> ids = translation.events().stream().map(DomainEvent::id).toList();
      return translation.remembered().equals(stored.remembered())
          && store.read((Tables tables) -> tables.events().known(desk.id(), ids)).containsAll(ids);
    } catch (NotNowException | StoreException notNow) {
      throw notNow;
    } catch (RuntimeException bug) {
      // whoever works on the inbox sets it aside for a person; the rest of the page goes on
      LOG.warn("{} of {} cannot be sorted", sighting.id(), sighting.kind(), bug);
      return false;
    }
  }

  /// Stores what a page came to; only what was not seen before counts.
  ///
  /// @return how many were taken in
  int store(Tables tables, Sighting.Kind kind, Sorted page, Instant now) {
    long told = page.told().stream().filter(each -> isNew(tables, each)).count();
    int open = 0;
    for (Sighting each : page.open()) {
      if (isNew(tables, each) && tables.inbox().put(desk.id(), delivery(each, now)).isPresent()) {
        open++;
      }
    }
    tables.rounds().met(desk.id(), kind, told + open, told);
    return open;
  }

  private boolean isNew(Tables tables, Sighting sighting) {
    return tables.rounds().isNew(desk.id(), sighting);
  }

  private static Delivery delivery(Sighting sighting, Instant now) {
    return new Delivery(
        sighting.id(),
        sighting.orderKey(),
        "reading of " + sighting.kind().words(),
        Body.of(bytes(sighting)),
        now);
  }

  private static byte[] bytes(Sighting sighting) {
    return sighting.text().getBytes(StandardCharsets.UTF_8);
  }
}
