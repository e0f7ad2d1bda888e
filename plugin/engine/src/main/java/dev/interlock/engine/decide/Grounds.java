package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says what decisions stand on besides the contact itself, by what is remembered where that is
/// enough, and by what is stored otherwise.
record Grounds(Desk desk, Store store, Dossiers.Shelf dossiers) {

  /// What one decision stands on.
  ///
  /// @param isRemembered whether the dossier was kept from a decision before, and may be out of
  ///   date
  /// @param reach how far back messages matter
  record Ground(
      Desk desk, Dossier dossier, boolean isRemembered, Familiar familiar, Duration reach) {}

  Ground of(ContactId contact, Matter matter, Instant now) {
    Desk asItIs = desk.asItIs();
    Duration reach = Dossier.messagesMatterFor(asItIs.operation());
    Optional<Dossier> recent = dossiers.take(contact, reach);
    boolean asks =
        switch (matter) {
          case Matter.Heard _, Matter.Meant _, Matter.Ordered _, Matter.Moved _ -> true;
          case Matter.ClockSetBack _ -> true;
          case Matter.Due _, Matter.Reported _ -> recent.isEmpty();
        };
    if (!asks) {
      return new Ground(asItIs, recent.orElseThrow(), true, Familiar.NOTHING, reach);
    }
    return store.read(tables -> {
      Dossier dossier =
          recent.orElseGet(() -> Dossier.read(tables, desk.id(), contact, now.minus(reach)));
      return new Ground(
          asItIs,
          new UnderOrder(tables, desk.id()).seen(dossier, matter),
          recent.isPresent(),
          familiar(tables, contact, matter),
          reach);
    });
  }

  private Familiar familiar(Tables tables, ContactId contact, Matter matter) {
    List<DomainEvent> events =
        switch (matter) {
          case Matter.Heard(var heard, _) -> heard;
          case Matter.Meant(_, var event) -> List.of(event);
          case Matter.Due _, Matter.Reported _, Matter.Ordered _, Matter.Moved _ -> List.of();
          case Matter.ClockSetBack _ -> List.of();
        };
    return Familiar.read(tables, desk.id(), contact, events, Noting.From.of(matter).latestEcho());
  }

  /// When the run's timer is due, as stored; empty where none is set.
  Optional<Instant> alarm(ContactId contact, RunId run) {
    return dossiers
        .look(contact)
        .map(dossier ->
            dossier.underWay().stream().filter(each -> each.run().id().equals(run)).findFirst())
        .orElseGet(() -> store.read((Tables tables) -> tables.runs().find(desk.id(), run)))
        .flatMap(stored -> stored.run().standing().alarm());
  }

  /// Whether somebody else stored something since. Where a decision is stored, that is compared
  /// there.
  boolean isOutOfDate(Ground ground) {
    return ground.isRemembered()
        && store
                .read((Tables tables) ->
                    tables.contacts().find(desk.id(), ground.dossier().contact()))
                .version()
            != ground.dossier().version();
  }

  /// Keeps what was decided by, where nothing was to be changed.
  void keep(Ground ground) {
    dossiers.put(ground.dossier(), ground.reach());
  }

  /// Keeps what is stored now.
  void keep(Dossier foreseen, Ground ground, Instant now) {
    // every test of the engine is one of this, too
    assert isStoredSo(foreseen, now.minus(ground.reach())) : foreseen + " is not what is stored";
    dossiers.put(foreseen, ground.reach());
  }

  private boolean isStoredSo(Dossier foreseen, Instant messagesSince) {
    Dossier stored =
        store.read(tables -> Dossier.read(tables, desk.id(), foreseen.contact(), messagesSince));
    return stored.version() != foreseen.version() || stored.isCoveredBy(foreseen);
  }
}
