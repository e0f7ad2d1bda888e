package dev.interlock.engine;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Input.Order;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.inbox.Arrivals;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Orders of people for one installation. Each is kept in the audit trail with the change that it
/// made, and is carried out in the contact's turn; the future says when, and fails when it cannot
/// be.
public final class Operator {
  private final Desk desk;
  private final Store store;
  private final OpenOrders open = new OpenOrders();
  private final OrderTurn turn;
  private final Obstacles obstacles;
  private final Starting starting;
  private final Redelivery redelivery;
  private final Retelling retelling;
  private final Time time;

  /// @param hastenTelling has what workflows of the CRM are to be told looked at now
  Operator(
      Desk desk,
      Store store,
      Turns turns,
      Decisions decisions,
      Arrivals arrivals,
      Runnable hastenTelling,
      Time time) {
    this.desk = desk;
    this.store = store;
    this.turn = new OrderTurn(desk, turns, decisions, time, open);
    this.obstacles = new Obstacles(desk, store);
    this.starting = new Starting(desk, store, turn, time);
    this.redelivery = new Redelivery(desk, store, arrivals, time);
    this.retelling = new Retelling(desk, store, hastenTelling, time);
    this.time = time;
  }

  /// Stops a run where it stands.
  public CompletableFuture<Answer> pause(RunId run, String by) {
    // it needs nothing of the CRM, and so does not wait behind what waits for the CRM
    return order(
        run,
        new Order.Pause(),
        by,
        "paused the run",
        obstacles::toPausing,
        OrderTurn.Behind.WHAT_GOES_ON);
  }

  /// Lets a paused run go on.
  ///
  /// @param shiftTimers whether the time it stood still is added to what it waits for
  public CompletableFuture<Answer> resume(RunId run, boolean shiftTimers, String by) {
    String words = shiftTimers ? "resumed the run, with its times shifted" : "resumed the run";
    return order(run, new Order.Resume(shiftTimers), by, words, obstacles::toResuming);
  }

  /// Ends a run by its `withdrawn` exit.
  public CompletableFuture<Answer> withdraw(RunId run, String reason, String by) {
    // nor does this need anything of the CRM
    return order(
        run,
        new Order.Withdraw(reason),
        by,
        "withdrew the run: " + reason,
        obstacles::toWithdrawing,
        OrderTurn.Behind.WHAT_GOES_ON);
  }

  /// Says what became of a command that is in doubt.
  ///
  /// @param at where the run was seen in doubt; it is refused when the run has gone on from there
  public CompletableFuture<Answer> settle(
      RunId run, Optional<NodeId> at, boolean happened, String by) {
    String words = happened ? "said that it took effect" : "said that it did not take effect";
    return order(run, new Order.Settle(happened), by, words, now -> obstacles.toSettling(now, at));
  }

  /// Tries at once what a run waits to try again, or reads back again what it could not leave as
  /// promised.
  public CompletableFuture<Answer> retry(RunId run, String by) {
    return order(run, new Order.Retry(), by, "had the run try again", obstacles::toTryingAgain);
  }

  /// Has a run go on past a place.
  ///
  /// @param at where it was seen to stand; it is refused when the run has gone on from there
  public CompletableFuture<Answer> skip(RunId run, NodeId at, String reason, String by) {
    return order(
        run,
        new Order.Skip(at, reason),
        by,
        "had the run go on: " + reason,
        now -> obstacles.toSkipping(now, at));
  }

  /// Works once more on a webhook that was set aside.
  public CompletableFuture<Answer> retryDelivery(long number, String by) {
    return redelivery.again(number, by);
  }

  /// Has a workflow of the CRM told once more that a run has ended, which it could not be.
  ///
  /// @param trigger in that workflow, as the CRM numbers it
  public CompletableFuture<Answer> tellAgain(RunId run, String trigger, String by) {
    return retelling.again(run, trigger, by);
  }

  /// Says that a workflow of the CRM need not be told any more that a run has ended.
  ///
  /// @param trigger in that workflow, as the CRM numbers it
  public CompletableFuture<Answer> leaveUntold(RunId run, String trigger, String by) {
    return retelling.letBe(run, trigger, by);
  }

  /// Says that what was raised in these words may be gone by again, so that proofs are founded as
  /// they were; or that somebody saw to what another hand, or a wrong clock, did.
  ///
  /// @param words as they were raised
  public CompletableFuture<Answer> acknowledge(String words, String by) {
    Instant now = time.now();
    return store
        .write(tables -> {
          boolean open =
              tables.notices().settled(desk.id(), Concern.UNFOUNDED, words, by, now)
                  || tables.notices().settled(desk.id(), Concern.FOREIGN_HAND, words, by, now)
                  || tables.notices().settled(desk.id(), Concern.CLOCK_WAS_AHEAD, words, by, now);
          if (open) {
            var note =
                new Notices.Order(by, "acknowledged: " + words, Optional.empty(), Optional.empty());
            tables.notices().ordered(desk.id(), note, now);
          }
          return open;
        })
        .thenCompose(open ->
            open
                ? CompletableFuture.completedFuture(new Answer.Done())
                : CompletableFuture.failedFuture(
                    new EngineException("nothing is open that was raised in these words")));
  }

  /// Starts a contract for a contact; its entry filter is asked all the same.
  public CompletableFuture<Answer> start(ContractId contract, ContactId contact, String by) {
    return starting.byHand(contract, contact, by);
  }

  /// Starts a contract for a contact on the word of another system, if it is one that may be
  /// started so; its entry filter is asked all the same.
  ///
  /// @param by who asks for it, for the journal
  public CompletableFuture<Start> startByApi(ContractId contract, ContactId contact, String by) {
    return starting.byApi(contract, contact, by);
  }

  /// Whether another system may start a contract.
  public static boolean isForApi(Contract contract) {
    return Starting.isForApi(contract);
  }

  /// Moves a run to the version of its contract that takes new entries: that one is proved together
  /// with all others that do.
  ///
  /// @param hash of that version, for whoever orders it to know what they order
  /// @param named places of the old version that are called otherwise in the new one
  public CompletableFuture<Answer> migrate(
      RunId id, String hash, Map<NodeId, NodeId> named, String by) {
    Optional<Run> run = find(id);
    if (run.isEmpty()) {
      return CompletableFuture.failedFuture(new EngineException("there is no run " + id));
    }
    var matter = new Matter.Moved(id, hash, named, by);
    ContactId contact = run.get().contact();
    Supplier<Optional<String>> obstacle =
        () -> find(id).flatMap(now -> obstacles.toMoving(now, matter));
    return turn.submit(
        contact,
        obstacle,
        () ->
            turn.decided(contact, matter, Decisions.NOTHING) instanceof Answer.NotNow later
                ? later
                : moved(id, hash, obstacle));
  }

  /// Another version may have gone live between the question and the decision.
  private Answer moved(RunId id, String hash, Supplier<Optional<String>> obstacle) {
    return find(id).filter(run -> run.contractHash().equals(hash)).isPresent()
        ? new Answer.Done()
        : new Answer.Refused(obstacle.get().orElse("it has gone on meanwhile"));
  }

  private Optional<Run> find(RunId id) {
    return store.read((Tables tables) -> tables.runs().find(desk.id(), id)).map(Runs.Stored::run);
  }

  private CompletableFuture<Answer> order(
      RunId id, Order order, String by, String words, Obstacle obstacle) {
    return order(id, order, by, words, obstacle, OrderTurn.Behind.ALL);
  }

  /// Why an order about a run cannot be carried out.
  private interface Obstacle {
    Optional<String> to(Run now);
  }

  private CompletableFuture<Answer> order(
      RunId id, Order order, String by, String words, Obstacle obstacle, OrderTurn.Behind behind) {
    Optional<Run> run = find(id);
    if (run.isEmpty()) {
      return CompletableFuture.failedFuture(new EngineException("there is no run " + id));
    }
    ContactId contact = run.get().contact();
    var note = new Notices.Order(by, words, Optional.of(id), Optional.of(contact));
    var matter = new Matter.Ordered(id, order, by);
    return turn.submit(
        contact,
        behind,
        () -> find(id).flatMap(obstacle::to),
        () -> turn.decided(contact, matter, note));
  }

  /// Takes no more orders, and answers those at once whose turn has not come. Those that have begun
  /// come to their end.
  void stop() {
    open.stop(time.now());
  }

  /// The installation whose runs these orders are about.
  public InstallationId installation() {
    return desk.id();
  }

  /// What came of being asked to start a contract.
  public sealed interface Start {
    record Begun(RunId run) implements Start {}

    /// The contact was not let in, or waits for its turn in a lane.
    ///
    /// @param cause the id under which a refusal is kept
    record NotBegun(String cause) implements Start {}

    /// It is not a contract that can be started so; nothing has changed.
    record NotMeant(String why) implements Start {}

    /// For instance because the CRM does not answer; nothing has changed. Ask again.
    record NotNow(String reason) implements Start {}
  }

  /// What came of an order.
  public sealed interface Answer {
    /// It was given to the run and stored.
    record Done() implements Answer {}

    /// It cannot be done as things stand; nothing has changed.
    record Refused(String why) implements Answer {}

    /// Not now, for instance because the CRM does not answer; nothing has changed. Give it again.
    record NotNow(Instant until, String reason) implements Answer {}
  }
}
