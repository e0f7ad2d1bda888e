package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.StageRef;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.stays.Limits;
import dev.interlock.engine.store.Stays.Stay;
import dev.interlock.engine.store.Tables;
import java.time.Instant;
import java.util.Optional;

/// Keeps in which stage deals stand, where that has a limit, by what is heard of them.
///
/// Webhooks come out of order: what happened before the deal came where it stands is passed over.
record Staying(Desk desk, ContactId contact, Changes changes, Instant now) {

  void heard(DomainEvent event) {
    Instant at = event.occurredAt();
    if (event.what() instanceof Happening.StageEntered(var deal, var stage)) {
      entered(deal, stage, at);
    }
    if (event.what() instanceof Happening.DealHappened(var change, var deal, _)
        && change != DealChange.CREATED) {
      changes.add(tables -> isNews(tables, deal, at));
    }
    if (event.what() instanceof Happening.ContactHappened(var change, _) && isEnd(change)) {
      changes.add(tables ->
          tables
              .stays()
              .of(desk.id(), contact)
              .forEach(stay -> tables.stays().ends(desk.id(), stay, now)));
    }
  }

  private static boolean isEnd(ContactChange change) {
    return change == ContactChange.DELETED || change == ContactChange.MERGED;
  }

  private void entered(DealId deal, StageRef stage, Instant at) {
    Optional<Stay> stay =
        Limits.of(desk).of(stage).map(limit -> Stay.begun(contact, deal, stage, at, limit));
    stay.ifPresent(begun -> changes.rings(begun.due()));
    changes.add(tables -> {
      if (isNews(tables, deal, at)) {
        stay.ifPresent(begun -> tables.stays().begins(desk.id(), begun, now));
      }
    });
  }

  /// Whether it happened after the deal came where it was thought to stand, which it has left then.
  private boolean isNews(Tables tables, DealId deal, Instant at) {
    Optional<Stay> before = tables.stays().find(desk.id(), contact, deal);
    if (before.filter(stay -> at.isBefore(stay.since()) && isBelieved(stay)).isPresent()) {
      return false;
    }
    before.ifPresent(stay -> tables.stays().ends(desk.id(), stay, now));
    return true;
  }

  private boolean isBelieved(Stay stay) {
    return !stay.since().isAfter(Stay.latest(now));
  }
}
