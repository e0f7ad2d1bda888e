package dev.interlock.app.action;

import dev.interlock.app.web.Called;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.engine.Operator;
import dev.interlock.engine.read.Records;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The step *Start contract* of HighLevel's own workflows. Thread-safe.
public final class Actions implements Called {
  private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int LATEST_REFUSALS = 200;
  private static final int NOT_UNDERSTOOD = 400;
  private static final int NOT_LET_IN = 401;
  private static final int NOT_THERE = 404;
  private static final int FAULT = 500;
  private static final int NOT_NOW = 503;

  private final CallGuard guard;
  private final Function<InstallationId, Optional<Operator>> operators;
  private final Predicate<InstallationId> isComing;
  private final Records records;

  /// Takes calls that this guard lets in.
  ///
  /// @param operators finds who starts contracts in an account; nobody where none is live
  /// @param isComing whether contracts of an account are expected to go live
  public Actions(
      CallGuard guard,
      Function<InstallationId, Optional<Operator>> operators,
      Predicate<InstallationId> isComing,
      Records records) {
    this.guard = guard;
    this.operators = operators;
    this.isComing = isComing;
    this.records = records;
  }

  @Override
  public Reply answer(Call call) {
    ActionAnswer answer =
        guard.letsIn(call)
            ? start(call.body().bytes())
            : ActionAnswer.failed(NOT_LET_IN, CallGuard.NOT_LET_IN);
    return new Reply(answer.status(), answer.json());
  }

  private ActionAnswer start(byte[] body) {
    return ActionCall.read(body)
        .map(this::start)
        .orElseGet(() ->
            ActionAnswer.failed(
                NOT_UNDERSTOOD, "it takes data.contract, extras.locationId and extras.contactId"));
  }

  private ActionAnswer start(ActionCall call) {
    return operators
        .apply(call.account())
        .map(operator -> start(operator, call))
        .orElseGet(() ->
            isComing.test(call.account())
                ? ActionAnswer.failed(NOT_NOW, "the contracts of the account are not live yet")
                : ActionAnswer.failed(NOT_THERE, "no contracts are live in " + call.account()));
  }

  private ActionAnswer start(Operator operator, ActionCall call) {
    try {
      return switch (operator
          .startByApi(call.contract(), call.contact(), call.by())
          .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        case Operator.Start.Begun(var run) -> ActionAnswer.started(run.text());
        case Operator.Start.NotBegun(var cause) -> notBegun(call, cause);
        case Operator.Start.NotMeant(var why) -> ActionAnswer.failed(NOT_THERE, why);
        case Operator.Start.NotNow(var reason) -> ActionAnswer.failed(NOT_NOW, reason);
      };
    } catch (TimeoutException slow) {
      return ActionAnswer.failed(
          NOT_NOW, "it was not done within " + LONGEST.toSeconds() + " s, and may still be");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ActionAnswer.failed(NOT_NOW, "the server is stopping");
    } catch (ExecutionException problem) {
      LOG.error("a step of a HighLevel workflow could not be carried out", problem);
      return ActionAnswer.failed(FAULT, "it could not be done; the server's log says why");
    }
  }

  private ActionAnswer notBegun(ActionCall call, String cause) {
    return records.refusals(call.account(), Optional.of(call.contract()), LATEST_REFUSALS).stream()
        .filter(refusal -> refusal.cause().equals(cause))
        .findFirst()
        .map(refusal ->
            ActionAnswer.refused(
                refusal.reasons().stream().map(Reason::words).collect(Collectors.joining("; "))))
        .orElseGet(ActionAnswer::waiting);
  }
}
