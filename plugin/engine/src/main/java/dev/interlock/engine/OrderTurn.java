package dev.interlock.engine;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.engine.Operator.Answer;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Decisions.Also;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.Result;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.work.Job;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has orders carried out when it is their contact's turn, so that none meets a decision half done.
///
/// @param open those whose turn has not come
record OrderTurn(Desk desk, Turns turns, Decisions decisions, Time time, OpenOrders open) {
  private static final Logger LOG = LoggerFactory.getLogger(OrderTurn.class);

  /// Which jobs about the contact an order waits for.
  enum Behind {
    /// All that were there before.
    ALL,
    /// Those only that do not wait to be tried again themselves: it needs nothing of the CRM.
    WHAT_GOES_ON
  }

  CompletableFuture<Answer> submit(
      ContactId contact, Supplier<Optional<String>> obstacle, Supplier<Answer> deed) {
    return submit(contact, Behind.ALL, obstacle, deed);
  }

  /// @param obstacle why it cannot be done, asked when it is the contact's turn
  CompletableFuture<Answer> submit(
      ContactId contact,
      Behind behind,
      Supplier<Optional<String>> obstacle,
      Supplier<Answer> deed) {
    var order = open.given(time.now());
    Job job =
        () -> {
          if (open.begins(order)) {
            attempt(contact, obstacle, deed, order.answer());
          }
          return Optional.empty();
        };
    switch (behind) {
      case ALL -> turns.submit(desk.turn(contact), job);
      case WHAT_GOES_ON -> turns.submitPast(desk.turn(contact), job);
    }
    return order.answer();
  }

  /// An order that failed is not given again by itself: who gave it hears of it, and decides.
  private static void attempt(
      ContactId contact,
      Supplier<Optional<String>> obstacle,
      Supplier<Answer> deed,
      CompletableFuture<Answer> answer) {
    try {
      answer.complete(obstacle.get().<Answer>map(Answer.Refused::new).orElseGet(deed));
    } catch (RuntimeException problem) {
      LOG.error("an order about {} failed", contact, problem);
      answer.completeExceptionally(problem);
    }
  }

  /// Decides it, with an entry in the audit trail.
  Answer decided(ContactId contact, Matter matter, Notices.Order note) {
    Instant now = time.now();
    return decided(contact, matter, tables -> tables.notices().ordered(desk.id(), note, now));
  }

  /// Decides it.
  ///
  /// @param also what is stored together with it
  Answer decided(ContactId contact, Matter matter, Also also) {
    // whoever orders may know that the CRM is well again, and hears of it if it is not
    desk.crm().calls().tryNow(time.now());
    return answered(contact, matter, also);
  }

  /// Decides what no person ordered, who might know that the CRM is well again.
  Answer answered(ContactId contact, Matter matter, Also also) {
    return switch (decisions.decide(contact, matter, also, () -> {}, 0)) {
      case Result.Settled() -> new Answer.Done();
      case Result.Stalled(var until, var reason) -> new Answer.NotNow(until, reason);
    };
  }
}
