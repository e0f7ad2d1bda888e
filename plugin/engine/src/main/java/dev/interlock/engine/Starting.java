package dev.interlock.engine;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.Operator.Answer;
import dev.interlock.engine.Operator.Start;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.RunIds;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Starts contracts for contacts, on the word of a person or of another system.
record Starting(Desk desk, Store store, OrderTurn turn, Time time) {

  CompletableFuture<Answer> byHand(ContractId contract, ContactId contact, String by) {
    if (desk.editions().active(contract).isEmpty()) {
      return CompletableFuture.failedFuture(
          new EngineException("there is no contract " + contract + " that takes new entries"));
    }
    String id = "by-hand/" + UUID.randomUUID();
    var what = new Happening.StartedByHand(contract, by);
    var event = new DomainEvent(id, contact, time.now(), what, Provenance.OUTSIDE);
    var note =
        new Notices.Order(
            by, "started " + contract + " by hand", Optional.empty(), Optional.of(contact));
    var matter = new Matter.Meant(contract, event);
    return turn.submit(contact, Optional::empty, () -> turn.decided(contact, matter, note));
  }

  CompletableFuture<Start> byApi(ContractId contract, ContactId contact, String by) {
    Optional<Edition> edition = desk.editions().active(contract);
    if (edition.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Start.NotMeant("there is no contract " + contract + " that takes new entries"));
    }
    if (!isForApi(edition.get().contract())) {
      return CompletableFuture.completedFuture(
          new Start.NotMeant(contract + " does not name startedByApi() among what begins it"));
    }
    String id = "by-api/" + UUID.randomUUID();
    var what = new Happening.StartedByApi(contract, by);
    var event = new DomainEvent(id, contact, time.now(), what, Provenance.OUTSIDE);
    return turn.submit(
            contact,
            Optional::empty,
            () -> turn.answered(contact, new Matter.Meant(contract, event), Decisions.NOTHING))
        .thenApply(answer -> start(answer, RunIds.of(desk.id(), contract, event), id));
  }

  static boolean isForApi(Contract contract) {
    return isForApi(contract.trigger().event());
  }

  private static boolean isForApi(EventPattern trigger) {
    return trigger instanceof EventPattern.StartedByApi
        || (trigger instanceof EventPattern.Either(var some)
            && some.stream().anyMatch(Starting::isForApi));
  }

  private Start start(Answer answer, RunId run, String cause) {
    return switch (answer) {
      case Answer.Done() when isThere(run) -> new Start.Begun(run);
      case Answer.Done() -> new Start.NotBegun(cause);
      case Answer.Refused(var why) -> new Start.NotMeant(why);
      case Answer.NotNow(_, var reason) -> new Start.NotNow(reason);
    };
  }

  private boolean isThere(RunId run) {
    return store.read((Tables tables) -> tables.runs().find(desk.id(), run)).isPresent();
  }
}
