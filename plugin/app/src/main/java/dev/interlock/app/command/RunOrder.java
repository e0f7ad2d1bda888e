package dev.interlock.app.command;

import dev.interlock.app.order.OrderRequest;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;
import java.util.Optional;
import java.util.function.Function;

/// An order that can be given about any run: what it would do to one, and how the server is told.
record RunOrder(Function<RunSummary, Fit> fit, Function<RunSummary, OrderRequest> request) {
  private static final String SETTLE = "`interlock order settle` says what became of it";

  static RunOrder pause() {
    return new RunOrder(
        run ->
            switch (run.state()) {
              case COMMANDED, HELD, WAITING, AWAITING -> Fit.of("stops where it stands");
              case DOUBTFUL -> Fit.not(run, SETTLE);
              case QUEUED -> Fit.of("lets others pass that wait for the lane");
              case READY, PAUSED, CLOSING -> Fit.not(run);
              case VERIFYING, ENDED, TURNED_AWAY -> Fit.not(run);
            },
        run -> new OrderRequest.Pause(run.run()));
  }

  static RunOrder resume(boolean shift) {
    var effect =
        shift ? "goes on, with its times shifted" : "goes on; what fell due is done at once";
    return new RunOrder(
        run ->
            Fit.when(
                run.state() == RunState.PAUSED, run, run.isInTurn() ? inTurnAgain(shift) : effect),
        run -> new OrderRequest.Resume(run.run(), shift));
  }

  private static String inTurnAgain(boolean shift) {
    return "waits in turn again, or comes in where the lane is free; "
        + (shift
            ? "its time is longer by what it stood still"
            : "where its time is up, it is turned away");
  }

  static RunOrder withdraw(String reason) {
    return new RunOrder(
        run ->
            switch (run.state()) {
              case QUEUED, COMMANDED, HELD, WAITING, AWAITING, DOUBTFUL, READY, PAUSED ->
                  Fit.of(
                      run.isInTurn()
                          ? "is turned away, and waits no longer"
                          : "ends by its withdrawn exit, and frees its lane");
              case CLOSING, VERIFYING, ENDED, TURNED_AWAY -> Fit.not(run);
            },
        run -> new OrderRequest.Withdraw(run.run(), reason));
  }

  static RunOrder release(String lane, String reason) {
    var withdrawal = withdraw("the lane " + lane + " is to be free: " + reason);
    return new RunOrder(
        run ->
            switch (run.state()) {
              case CLOSING, VERIFYING -> Fit.not(run, "its lane is free when it is over");
              case QUEUED, COMMANDED, HELD, WAITING, AWAITING -> withdrawal.fit().apply(run);
              case DOUBTFUL, READY, PAUSED, ENDED, TURNED_AWAY -> withdrawal.fit().apply(run);
            },
        withdrawal.request());
  }

  static RunOrder settle(boolean happened) {
    return new RunOrder(
        run ->
            Fit.when(
                run.state() == RunState.DOUBTFUL,
                run,
                happened
                    ? "goes on as if it was done"
                    : "does it again, when everything has been asked again that is asked before it"),
        run -> new OrderRequest.Settle(run.run(), run.place(), happened));
  }

  static RunOrder retry() {
    return new RunOrder(
        run ->
            switch (run.state()) {
              case HELD -> Fit.of("everything is asked again now, and it is sent if all agrees");
              case COMMANDED -> Fit.of("is tried now, if the contact still qualifies");
              case CLOSING, VERIFYING -> Fit.of("is tried now");
              case DOUBTFUL -> Fit.not(run, SETTLE);
              case ENDED -> retryEnded(run);
              case QUEUED, WAITING, AWAITING, READY, PAUSED, TURNED_AWAY -> Fit.not(run);
            },
        run -> new OrderRequest.Retry(run.run()));
  }

  private static Fit retryEnded(RunSummary run) {
    return run.proof().equals(Optional.of(ProofState.UNVERIFIED))
        ? Fit.of("is read back again, and made true unless the contact has gone on since")
        : Fit.not(
            run,
            "`interlock order start %s %s` begins anew".formatted(run.contract(), run.contact()));
  }

  static RunOrder skip(String reason) {
    return new RunOrder(
        run ->
            switch (run.state()) {
              case WAITING -> Fit.of("goes on without waiting");
              case AWAITING -> Fit.of("goes on as if nobody answered");
              case HELD -> Fit.of("goes on without sending the message");
              case COMMANDED ->
                  Fit.of("goes on without the step; what the CRM was told already stays");
              case DOUBTFUL -> Fit.not(run, SETTLE);
              case PAUSED -> Fit.not(run, "resume it first");
              case QUEUED, READY, CLOSING, VERIFYING, ENDED, TURNED_AWAY -> Fit.not(run);
            },
        run -> new OrderRequest.Skip(run.run(), run.place().orElseThrow(), reason));
  }
}
