package dev.interlock.app.fleet;

import dev.interlock.app.settings.MarketSettings;
import dev.interlock.app.settings.Retention;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.app.wiring.Stage;
import dev.interlock.engine.EngineConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// What a fleet is to be.
///
/// @param data where the database is; made when it is missing
/// @param plugins the jars that are live in every account that has none of its own
/// @param accounts what accounts have of their own: a folder each, called by the account's id
/// @param values values of settings that all accounts share
/// @param raised rules whose warnings are errors here
/// @param retention how long what is stored of an account stays after it has left
public record FleetPlan(
    ServerSettings server,
    MarketSettings market,
    Path data,
    Path plugins,
    Path accounts,
    Map<String, String> values,
    EngineConfig engine,
    InstantSource clock,
    Stage stage,
    Set<String> raised,
    Retention retention) {
  public FleetPlan {
    values = Map.copyOf(values);
    raised = Set.copyOf(raised);
  }

  /// One in which warnings are warnings, and what is stored is kept.
  public FleetPlan(
      ServerSettings server,
      MarketSettings market,
      Path data,
      Path plugins,
      Path accounts,
      Map<String, String> values,
      EngineConfig engine,
      InstantSource clock,
      Stage stage) {
    this(
        server,
        market,
        data,
        plugins,
        accounts,
        values,
        engine,
        clock,
        stage,
        Set.of(),
        Retention.forEver());
  }
}
