package dev.interlock.engine;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Input.Order;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.Result;
import dev.interlock.engine.decide.RunIds;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import dev.interlock.engine.inbox.Arrivals;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Job;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Orders of people for one installation. Each is kept in the audit trail with the change that it
/// made, and is carried out in the contact's turn; the future says when, and fails when it cannot
/// be.
public final class Operator {
  private static final Logger LOG = LoggerFactory.getLogger(Operator.class);

  private final Desk desk;
  private final Store store;
  private final Turns turns;
  private final Decisions decisions;
  private final Obstacles obstacles;
  private final Redelivery redelivery;
  private final Time time;

  Operator(Desk desk, Store store, Turns turns, Decisions decisions, Arrivals arrivals, Time time) {
    this.desk = desk;
    this.store = store;
    this.turns = turns;
    this.decisions = decisions;
    this.obstacles = new Obstacles(desk, store);
    this.redelivery = new Redelivery(desk, store, arrivals, time);
    this.time = time;
  }

  /// Stops a run where it stands.
  public CompletableFuture<Answer> pause(RunId run, String by) {
    return order(run, new Order.Pause(), by, "paused the run");
  }

  /// Lets a paused run go on.
  ///
  /// @param shiftTimers whether the time it stood still is added to what it waits for
  public CompletableFuture<Answer> resume(RunId run, boolean shiftTimers, String by) {
    String words = shiftTimers ? "resumed the run, with its times shifted" : "resumed the run";
    return order(run, new Order.Resume(shiftTimers), by, words);
  }

  /// Ends a run by its `withdrawn` exit.
  public CompletableFuture<Answer> withdraw(RunId run, String reason, String by) {
    // it needs nothing of the CRM, and so does not wait behind what waits for the CRM
    return order(
        run,
        new Order.Withdraw(reason),
        by,
        "withdrew the run: " + reason,
        Optional::empty,
        turns::submitPast);
  }

  /// Says what became of a command that is in doubt.
  public CompletableFuture<Answer> settle(RunId run, boolean happened, String by) {
    String words = happened ? "said that it took effect" : "said that it did not take effect";
    return order(run, new Order.Settle(happened), by, words);
  }

  /// Tries at once what a run waits to try again, or reads back again what it could not leave as
  /// promised.
  public CompletableFuture<Answer> retry(RunId run, String by) {
    return order(
        run,
        new Order.Retry(),
        by,
        "had the run try again",
        () -> find(run).flatMap(obstacles::toOpening));
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
        () -> find(run).flatMap(now -> obstacles.toSkipping(now, at)));
  }

  /// Works once more on a webhook that was set aside.
  public CompletableFuture<Answer> retryDelivery(long number, String by) {
    return redelivery.again(number, by);
  }

  /// Says that what was raised in these words may be gone by again, so that proofs are founded as
  /// they were; or that somebody saw to what another hand did.
  ///
  /// @param words as they were raised
  public CompletableFuture<Answer> acknowledge(String words, String by) {
    Instant now = time.now();
    return store
        .write(tables -> {
          boolean open =
              tables.notices().settled(desk.id(), Concern.UNFOUNDED, words, by, now)
                  || tables.notices().settled(desk.id(), Concern.FOREIGN_HAND, words, by, now);
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
    return submit(contact, Optional::empty, () -> decided(contact, matter, note));
  }

  /// Starts a contract for a contact on the word of another system, if it is one that may be
  /// started so; its entry filter is asked all the same.
  ///
  /// @param by who asks for it, for the journal
  public CompletableFuture<Start> startByApi(ContractId contract, ContactId contact, String by) {
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
    return submit(
            contact,
            Optional::empty,
            () -> answered(contact, new Matter.Meant(contract, event), Decisions.NOTHING))
        .thenApply(answer -> start(answer, RunIds.of(desk.id(), contract, event), id));
  }

  /// Whether another system may start a contract.
  public static boolean isForApi(Contract contract) {
    return isForApi(contract.trigger().event());
  }

  private static boolean isForApi(EventPattern trigger) {
    return trigger instanceof EventPattern.StartedByApi
        || (trigger instanceof EventPattern.Either(var some)
            && some.stream().anyMatch(Operator::isForApi));
  }

  private Start start(Answer answer, RunId run, String cause) {
    return switch (answer) {
      case Answer.Done() when find(run).isPresent() -> new Start.Begun(run);
      case Answer.Done() -> new Start.NotBegun(cause);
      case Answer.Refused(var why) -> new Start.NotMeant(why);
      case Answer.NotNow(_, var reason) -> new Start.NotNow(reason);
    };
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
    return submit(
        contact,
        obstacle,
        () ->
            decided(contact, matter, Decisions.NOTHING) instanceof Answer.NotNow later
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

  private CompletableFuture<Answer> order(RunId id, Order order, String by, String words) {
    return order(id, order, by, words, Optional::empty);
  }

  private CompletableFuture<Answer> order(
      RunId id, Order order, String by, String words, Supplier<Optional<String>> obstacle) {
    return order(id, order, by, words, obstacle, turns::submit);
  }

  private CompletableFuture<Answer> order(
      RunId id,
      Order order,
      String by,
      String words,
      Supplier<Optional<String>> obstacle,
      BiConsumer<String, Job> queue) {
    Optional<Run> run = find(id);
    if (run.isEmpty()) {
      return CompletableFuture.failedFuture(new EngineException("there is no run " + id));
    }
    ContactId contact = run.get().contact();
    var note = new Notices.Order(by, words, Optional.of(id), Optional.of(contact));
    var matter = new Matter.Ordered(id, order, by);
    return submit(contact, obstacle, () -> decided(contact, matter, note), queue);
  }

  private CompletableFuture<Answer> submit(
      ContactId contact, Supplier<Optional<String>> obstacle, Supplier<Answer> deed) {
    return submit(contact, obstacle, deed, turns::submit);
  }

  /// @param obstacle why it cannot be done, asked when it is the contact's turn
  private CompletableFuture<Answer> submit(
      ContactId contact,
      Supplier<Optional<String>> obstacle,
      Supplier<Answer> deed,
      BiConsumer<String, Job> queue) {
    var answer = new CompletableFuture<Answer>();
    queue.accept(
        desk.turn(contact),
        () -> {
          attempt(contact, obstacle, deed, answer);
          return Optional.empty();
        });
    return answer;
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

  private Answer decided(ContactId contact, Matter matter, Notices.Order note) {
    Instant now = time.now();
    return decided(contact, matter, tables -> tables.notices().ordered(desk.id(), note, now));
  }

  private Answer decided(ContactId contact, Matter matter, Decisions.Also also) {
    // whoever orders may know that the CRM is well again, and hears of it if it is not
    desk.crm().calls().tryNow(time.now());
    return answered(contact, matter, also);
  }

  private Answer answered(ContactId contact, Matter matter, Decisions.Also also) {
    return switch (decisions.decide(contact, matter, also, () -> {}, 0)) {
      case Result.Settled() -> new Answer.Done();
      case Result.Stalled(var until, var reason) -> new Answer.NotNow(until, reason);
    };
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
