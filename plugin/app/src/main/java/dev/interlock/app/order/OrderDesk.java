package dev.interlock.app.order;

import dev.interlock.app.account.Surveyor;
import dev.interlock.engine.EngineException;
import dev.interlock.engine.Operator;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes orders in the server, and has them carried out in the contact's turn. Thread-safe.
public final class OrderDesk {
  private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int FAULT = 500;

  private final Function<Optional<String>, Optional<Operator>> operators;
  private final InquiryDesk inquiries;

  /// A desk for orders.
  ///
  /// @param operators finds who carries them out, by the account that an order names; nobody for
  ///   one that is not there, and while nothing is live in it
  public OrderDesk(Function<Optional<String>, Optional<Operator>> operators) {
    this(operators, Optional.empty());
  }

  /// The same, where there are accounts to be looked through.
  public OrderDesk(
      Function<Optional<String>, Optional<Operator>> operators, Optional<Surveyor> surveyor) {
    this.operators = operators;
    this.inquiries = new InquiryDesk(surveyor);
  }

  /// Does what the JSON says.
  public OrderAnswer give(byte[] json) {
    return inquiries.answer(json).orElseGet(() -> order(json));
  }

  private OrderAnswer order(byte[] json) {
    return switch (OrderForm.read(json)) {
      case OrderForm.Reading.Malformed(var words) ->
          new OrderAnswer(OrderAnswer.NOT_UNDERSTOOD, words);
      case OrderForm.Reading.Read(var order, var by, var account) ->
          operators
              .apply(account)
              .map(one -> awaited(given(one, order, by)))
              .orElseGet(() -> new OrderAnswer(OrderAnswer.NOT_NOW, nobody(account)));
    };
  }

  private static String nobody(Optional<String> account) {
    return account
        .map(id -> "no contracts are live in " + id)
        .orElse("no contracts are live yet; give it again");
  }

  private static CompletableFuture<Operator.Answer> given(
      Operator operator, OrderRequest order, String by) {
    return switch (order) {
      case OrderRequest.Pause(var run) -> operator.pause(run, by);
      case OrderRequest.Resume(var run, var shift) -> operator.resume(run, shift, by);
      case OrderRequest.Withdraw(var run, var reason) -> operator.withdraw(run, reason, by);
      case OrderRequest.Settle(var run, var at, var happened) ->
          operator.settle(run, at, happened, by);
      case OrderRequest.Retry(var run) -> operator.retry(run, by);
      case OrderRequest.Skip(var run, var at, var reason) -> operator.skip(run, at, reason, by);
      case OrderRequest.RetryWebhook(var number) -> operator.retryDelivery(number, by);
      case OrderRequest.TellAgain(var run, var trigger) -> operator.tellAgain(run, trigger, by);
      case OrderRequest.LeaveUntold(var run, var trigger) -> operator.leaveUntold(run, trigger, by);
      case OrderRequest.Acknowledge(var words) -> operator.acknowledge(words, by);
      case OrderRequest.Migrate(var run, var hash, var named) ->
          operator.migrate(run, hash, named, by);
      case OrderRequest.Start(var contract, var contact) -> operator.start(contract, contact, by);
    };
  }

  private static OrderAnswer awaited(CompletableFuture<Operator.Answer> future) {
    try {
      return switch (future.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        case Operator.Answer.Done() -> new OrderAnswer(OrderAnswer.DONE, "done");
        case Operator.Answer.Refused(var why) ->
            new OrderAnswer(OrderAnswer.CONFLICT, "not possible, and nothing has changed: " + why);
        case Operator.Answer.NotNow(_, var reason) ->
            new OrderAnswer(OrderAnswer.NOT_NOW, "not now, and nothing has changed: " + reason);
      };
    } catch (TimeoutException _) {
      return new OrderAnswer(
          OrderAnswer.NOT_NOW,
          "it has not been done within " + LONGEST.toSeconds() + " s, and may still be");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new OrderAnswer(OrderAnswer.NOT_NOW, "the server is stopping");
    } catch (ExecutionException problem) {
      if (problem.getCause() instanceof EngineException absent) {
        return new OrderAnswer(OrderAnswer.NOT_THERE, String.valueOf(absent.getMessage()));
      }
      LOG.error("an order could not be carried out", problem);
      return new OrderAnswer(FAULT, "it could not be carried out; the server's log says why");
    }
  }
}
