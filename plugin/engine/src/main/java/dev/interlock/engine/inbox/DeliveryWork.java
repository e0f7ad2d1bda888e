package dev.interlock.engine.inbox;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.crm.MailClue;
import dev.interlock.crm.NotNowException;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Translation;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Decisions.Also;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.Result;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.mail.Addressing;
import dev.interlock.engine.store.Body;
import dev.interlock.engine.store.Contacts;
import dev.interlock.engine.store.Inbox.Delivery;
import dev.interlock.engine.store.Inbox.Ticket;
import dev.interlock.engine.store.Notices.Attention;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on one delivery: says what it means, and has that decided. Its removal from the inbox is
/// stored with the decision, so that it is worked on once.
public final class DeliveryWork {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWork.class);
  private static final Duration STORE_MAY_RECOVER = Duration.ofSeconds(5);
  private static final Duration NAMES_MAY_COME = Duration.ofSeconds(30);
  private static final String ADDRESSED = "addressed/";

  /// An hour's worth. The looks are counted, and not the time: a machine that was off or asleep has
  /// waited for hours without asking for the names once.
  private static final int MOST_VAIN_LOOKS = 120;

  private final Desk desk;
  private final Store store;
  private final Decisions decisions;
  private final Time time;
  private final Map<Long, Integer> vainLooks = new ConcurrentHashMap<>();

  public DeliveryWork(Desk desk, Store store, Decisions decisions, Time time) {
    this.desk = desk;
    this.store = store;
    this.decisions = decisions;
    this.time = time;
  }

  /// Works on it.
  Worked on(Ticket ticket) {
    var owner = new ContactId(ticket.orderKey());
    Found found =
        store.read(tables ->
            new Found(
                tables.inbox().find(desk.id(), ticket.number()),
                tables.contacts().find(desk.id(), owner)));
    Optional<Delivery> delivery = found.delivery();
    if (delivery.isEmpty()) {
      return Worked.done();
    }
    try {
      Worked worked = worked(ticket, delivery.get(), owner, found.stored());
      vainLooks.remove(ticket.number());
      return worked;
    } catch (NotNowException notNow) {
      return later(ticket, delivery.get(), notNow);
    } catch (CompletionException | StoreException notStored) {
      if (StoreException.isRefusedByDisk(notStored)) {
        LOG.debug("delivery {} is worked on later", ticket.number(), notStored);
      } else {
        LOG.warn("delivery {} is worked on later", ticket.number(), notStored);
      }
      return new Worked.NotBefore(time.now().plus(STORE_MAY_RECOVER));
    } catch (RuntimeException bug) {
      LOG.error("delivery {} of kind {} is set aside", ticket.number(), delivery.get().kind(), bug);
      setAside(ticket, delivery.get(), bug.toString());
      return Worked.done();
    }
  }

  private record Found(Optional<Delivery> delivery, Contacts.Stored stored) {}

  private Worked worked(Ticket ticket, Delivery delivery, ContactId owner, Contacts.Stored stored) {
    Translation translation =
        desk.installation()
            .inbound()
            .translate(desk.id(), delivery.body().bytes(), stored.remembered());
    LOG.debug("a {} has {} events", delivery.kind(), translation.events().size());
    if (translation.mail().isPresent()) {
      return addressed(ticket, delivery, translation.mail().get());
    }
    Optional<Sighting.Kind> read = Sighting.kindOf(delivery.id());
    boolean remembers = !translation.remembered().equals(stored.remembered());
    Also counted = read.map(kind -> counted(kind, translation.events())).orElse(Decisions.NOTHING);
    Map<ContactId, List<DomainEvent>> byContact = byContact(translation.events());
    List<DomainEvent> own = Optional.ofNullable(byContact.remove(owner)).orElse(List.of());
    for (Map.Entry<ContactId, List<DomainEvent>> other : byContact.entrySet()) {
      var heard = new Matter.Heard(other.getValue(), read.isPresent());
      if (decisions.decide(other.getKey(), heard) instanceof Result.Stalled(var until, _)) {
        return new Worked.NotBefore(until);
      }
    }
    if (own.isEmpty() && !remembers) {
      store
          .write(tables -> {
            tables.inbox().remove(desk.id(), ticket.number());
            counted.in(tables);
            return ticket;
          })
          .join();
      return Worked.done();
    }
    Also also =
        tables -> {
          if (remembers) {
            tables.contacts().remember(desk.id(), owner, translation.remembered());
          }
          tables.inbox().remove(desk.id(), ticket.number());
          counted.in(tables);
        };
    return own(owner, new Matter.Heard(own, read.isPresent()), also);
  }

  /// Whether a webhook told what was read is known only now, when all those are worked on that came
  /// before it.
  private Also counted(Sighting.Kind kind, List<DomainEvent> events) {
    List<String> ids = events.stream().map(DomainEvent::id).toList();
    boolean found =
        !store.read((Tables tables) -> tables.events().known(desk.id(), ids)).containsAll(ids);
    return tables -> tables.rounds().became(desk.id(), kind, found);
  }

  private Worked own(ContactId owner, Matter.Heard heard, Also also) {
    return switch (decisions.decide(owner, heard, also, () -> {}, 0)) {
      case Result.Settled() -> Worked.done();
      case Result.Stalled(var until, var reason) -> {
        LOG.debug("a delivery waits until {}: {}", until, reason);
        yield new Worked.NotBefore(until);
      }
    };
  }

  /// Once it is known whose e-mail it is about, the delivery stands in line again, in its contact's
  /// turn.
  private Worked addressed(Ticket ticket, Delivery delivery, MailClue clue) {
    var addressing = new Addressing(desk.id(), store, desk.crm());
    return switch (addressing.find(clue, time.now())) {
      case Addressing.Found.NotBefore(var moment) -> new Worked.NotBefore(moment);
      case Addressing.Found.Nobodys() -> replaced(ticket, List.of());
      case Addressing.Found.Ours(var mails) ->
          replaced(ticket, mails.stream().map(mail -> addressed(delivery, mail)).toList());
    };
  }

  private Delivery addressed(Delivery delivery, OwnMail mail) {
    byte[] body = desk.installation().inbound().addressed(delivery.body().bytes(), mail);
    return new Delivery(
        ADDRESSED + mail.contact() + "/" + delivery.id(),
        mail.contact().text(),
        delivery.kind(),
        Body.of(body),
        delivery.receivedAt());
  }

  private Worked replaced(Ticket ticket, List<Delivery> inItsPlace) {
    return store
        .write(tables -> {
          tables.inbox().remove(desk.id(), ticket.number());
          int put = 0;
          for (Delivery each : inItsPlace) {
            put += tables.inbox().put(desk.id(), each).isPresent() ? 1 : 0;
          }
          return new Worked.Done(put);
        })
        .join();
  }

  private static Map<ContactId, List<DomainEvent>> byContact(List<DomainEvent> events) {
    Map<ContactId, List<DomainEvent>> byContact = new LinkedHashMap<>();
    events.forEach(
        event -> byContact.computeIfAbsent(event.contact(), _ -> new ArrayList<>()).add(event));
    return byContact;
  }

  private Worked later(Ticket ticket, Delivery delivery, NotNowException notNow) {
    Instant now = time.now();
    Optional<Instant> held = desk.crm().calls().heldUntil(now);
    if (held.isPresent()) {
      // the names cannot be asked for at all, which is not this delivery's fault
      return new Worked.NotBefore(
          held.get().isAfter(now.plus(NAMES_MAY_COME)) ? held.get() : now.plus(NAMES_MAY_COME));
    }
    if (vainLooks.merge(ticket.number(), 1, Integer::sum) < MOST_VAIN_LOOKS) {
      return new Worked.NotBefore(time.now().plus(NAMES_MAY_COME));
    }
    vainLooks.remove(ticket.number());
    LOG.warn("delivery {} of kind {} is set aside", ticket.number(), delivery.kind(), notNow);
    setAside(ticket, delivery, notNow.toString());
    return Worked.done();
  }

  /// What a person is told of a delivery that was set aside.
  public static String words(String kind) {
    return "A webhook of kind " + kind + " could not be worked on and was set aside";
  }

  private void setAside(Ticket ticket, Delivery delivery, String trouble) {
    var attention =
        new Attention(
            Optional.empty(),
            Optional.of(new ContactId(ticket.orderKey())),
            Concern.ASSUMPTION_BROKEN,
            words(delivery.kind()));
    store
        .write(tables -> {
          tables.inbox().setAside(desk.id(), ticket.number(), trouble);
          tables.notices().attend(desk.id(), attention, time.now());
          return ticket;
        })
        .join();
  }
}
