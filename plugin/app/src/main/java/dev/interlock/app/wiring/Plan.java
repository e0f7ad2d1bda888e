package dev.interlock.app.wiring;

import dev.interlock.app.check.Cleared;
import dev.interlock.app.settings.HighLevelSettings;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.engine.EngineConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// What an Interlock is to be.
///
/// @param folder where the database is; made when it is missing
/// @param contracts what goes live once it is connected; empty where a gate decides
/// @param values the client's own values, by the names of the settings; the CRM may have others
/// @param zone the business's time zone, where it is another one than the CRM says
public record Plan(
    ServerSettings server,
    HighLevelSettings account,
    Path folder,
    Optional<Cleared> contracts,
    Map<String, String> values,
    Optional<ZoneId> zone,
    EngineConfig engine,
    InstantSource clock,
    Stage stage) {
  public Plan {
    values = Map.copyOf(values);
  }
}
