package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
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
  }

  private void entered(DealId deal, StageRef stage, Instant at) {
    Optional<Stay> stay =
        new Limits(desk.operation())
            .of(stage)
            .map(limit -> new Stay(contact, deal, stage, at, at.plus(limit), Optional.empty()));
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
    if (before.filter(stay -> at.isBefore(stay.since())).isPresent()) {
      return false;
    }
    before.ifPresent(stay -> tables.stays().ends(desk.id(), stay, now));
    return true;
  }
}
