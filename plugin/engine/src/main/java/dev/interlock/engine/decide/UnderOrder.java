package dev.interlock.engine.decide;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Input.Order;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.engine.store.Intents.State;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Tables;
import java.util.Optional;

/// What a decision on an order has to see besides what every decision sees.
record UnderOrder(Tables tables, InstallationId installation) {

  Dossier seen(Dossier dossier, Matter matter) {
    return switch (matter) {
      case Matter.Ordered(var run, Order.Retry(), _) ->
          over(run).map(dossier::with).orElse(dossier);
      case Matter.Ordered(var run, Order.Skip skip, _) ->
          leftOut(dossier, run, skip).map(dossier::without).orElse(dossier);
      case Matter.Ordered _, Matter.Moved _, Matter.Heard _, Matter.Meant _ -> dossier;
      case Matter.Due _, Matter.Reported _, Matter.ClockSetBack _ -> dossier;
    };
  }

  private Optional<Runs.Stored> over(RunId run) {
    return tables.runs().find(installation, run).filter(one -> one.run().standing().isOver());
  }

  /// The command that is dropped by skipping it: of one in doubt nobody knows that it had no
  /// effect.
  private Optional<CommandId> leftOut(Dossier dossier, RunId id, Order.Skip skip) {
    return dossier.underWay().stream()
        .map(stored -> stored.run())
        .filter(run -> run.id().equals(id))
        .flatMap(run -> commandAt(run.standing(), skip).stream())
        .filter(this::isUntold)
        .findFirst();
  }

  private static Optional<CommandId> commandAt(Standing standing, Order.Skip skip) {
    return standing instanceof Standing.Commanded(var at, var command) && at.equals(skip.at())
        ? Optional.of(command)
        : Optional.empty();
  }

  private boolean isUntold(CommandId command) {
    return tables
        .intents()
        .find(installation, command)
        .filter(intent -> intent.state() == State.PENDING)
        .isPresent();
  }
}
