package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// News on their way from the CRM to the contracts.
final class Posts {
  private final Clock clock;
  private final Deque<News> here = new ArrayDeque<>();
  private final PriorityQueue<Late> late =
      new PriorityQueue<>(Comparator.comparing(Late::due).thenComparingInt(Late::number));
  private final List<DomainEvent> delivered = new ArrayList<>();

  Posts(Clock clock) {
    this.clock = clock;
  }

  private record Late(Instant due, int number, News news) {}

  /// What the CRM tells of one change.
  void post(ContactId contact, List<Happening> told, Origin origin, Duration delay) {
    List<DomainEvent> events =
        told.stream().map(what -> event(contact, what, provenance(what, origin))).toList();
    post(News.of(events, origin), delay);
  }

  /// What concerns one contract alone.
  void post(ContactId contact, ContractId meant, Happening told, Origin origin, Duration delay) {
    DomainEvent event = event(contact, told, Provenance.OUTSIDE);
    post(new News(List.of(event), origin, Optional.of(meant)), delay);
  }

  void post(News news, Duration delay) {
    if (delay.isPositive()) {
      late.add(new Late(clock.now().plus(delay), clock.number(), news));
    } else if (!news.events().isEmpty()) {
      here.add(news);
    }
  }

  private DomainEvent event(ContactId contact, Happening what, Provenance provenance) {
    return new DomainEvent("event-" + clock.number(), contact, clock.now(), what, provenance);
  }

  /// As far as a CRM says: of changes of tags and deals it does not say whose they were.
  private static Provenance provenance(Happening what, Origin origin) {
    if (origin instanceof Origin.Ours) {
      return Provenance.OURS;
    }
    return switch (what) {
      case Happening.ForeignHandActed _ -> Provenance.FOREIGN;
      case Happening.MessageOutcome(var delivery, _, _, _) ->
          delivery == Delivery.SENT ? Provenance.OURS : Provenance.UNKNOWN;
      case Happening.TagHappened _, Happening.StageEntered _ -> Provenance.UNKNOWN;
      case Happening.DealHappened _, Happening.ContactHappened _ -> Provenance.UNKNOWN;
      case Happening.TaskHappened _, Happening.NoteAdded _ -> Provenance.UNKNOWN;
      case Happening _ -> Provenance.OUTSIDE;
    };
  }

  /// The next news that have arrived.
  Optional<News> take() {
    Optional<News> next = Optional.ofNullable(here.poll());
    next.ifPresent(news -> delivered.addAll(news.events()));
    return next;
  }

  /// When the next late news arrive.
  Optional<Instant> nextLate() {
    return Optional.ofNullable(late.peek()).map(Late::due);
  }

  /// What was late until now has arrived.
  void arrive() {
    while (!late.isEmpty() && !late.peek().due().isAfter(clock.now())) {
      here.add(late.remove().news());
    }
  }

  boolean isAnyLate() {
    return !late.isEmpty();
  }

  int count() {
    return delivered.size();
  }

  /// The event that was delivered so many ago, 1 being the last.
  Optional<DomainEvent> delivered(int back) {
    return back > delivered.size()
        ? Optional.empty()
        : Optional.of(delivered.get(delivered.size() - back));
  }
}
