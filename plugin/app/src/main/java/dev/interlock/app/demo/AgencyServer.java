package dev.interlock.app.demo;

import dev.interlock.app.fleet.FleetPlan;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.MarketSettings;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.app.wiring.Stage;
import dev.interlock.crm.highlevel.oauth.AppKeys;
import dev.interlock.crm.highlevel.webhook.WebhookKeys;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.SubAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// The server of the agency's demo.
final class AgencyServer {
  private AgencyServer() {}

  static FleetPlan plan(Demo.Setting setting, Path plugins, SandboxAgency agency, URI api) {
    try {
      Path folder = Files.createDirectories(setting.folder());
      tellZones(setting, agency, folder);
      Path key = Files.writeString(folder.resolve("webhook-key.pem"), agency.publicKeyPem());
      return new FleetPlan(
          new ServerSettings("127.0.0.1", setting.port(), Optional.empty()),
          new MarketSettings(
              ApiConfig.at(api),
              new AppKeys(DemoAgency.CLIENT_ID, DemoAgency.CLIENT_SECRET, ""),
              WebhookKeys.fromFile(key),
              SealingKey.random(),
              Optional.of(AgencyWorkflow.SECRET)),
          folder,
          plugins,
          folder.resolve("accounts"),
          Map.of(),
          EngineConfig.usual().with(Pace.unlimited()).with(Looking.never()),
          agency.clock(),
          Stage.real());
    } catch (IOException problem) {
      throw new UncheckedIOException("the demo's folder cannot be made or written to", problem);
    }
  }

  /// Where the CRM tells no time zone, each account's folder does.
  private static void tellZones(Demo.Setting setting, SandboxAgency agency, Path folder)
      throws IOException {
    Optional<ZoneId> zone = setting.invented().zoneToSet();
    if (zone.isEmpty()) {
      return;
    }
    for (SubAccount account : agency.locations()) {
      Path own = Files.createDirectories(folder.resolve("accounts").resolve(account.id()));
      Files.writeString(
          own.resolve("account.properties"), Key.TIME_ZONE + "=" + zone.get().getId() + "\n");
    }
  }
}
