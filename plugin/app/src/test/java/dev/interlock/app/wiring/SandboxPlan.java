package dev.interlock.app.wiring;

import dev.interlock.app.check.Cleared;
import dev.interlock.app.settings.HighLevelSettings;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.highlevel.webhook.WebhookKeys;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.engine.EngineConfig;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.verifier.finding.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a server is wired that serves the sandbox's one account, as its owner would have it.
final class SandboxPlan {
  private SandboxPlan() {}

  /// @param folder for everything that it keeps
  /// @param live what is live from the first moment, found clean
  static Plan of(
      Path folder, Sandbox sandbox, ContractSet live, EngineConfig engine, InstantSource clock)
      throws IOException {
    var key = Files.writeString(folder.resolve("key.pem"), sandbox.publicKeyPem());
    return new Plan(
        new ServerSettings("127.0.0.1", 0, Optional.empty()),
        new HighLevelSettings(
            ApiConfig.at(sandbox.url()),
            new AccessToken(DemoWorld.TOKEN),
            DemoWorld.LOCATION_ID,
            DemoWorld.APP_ID,
            WebhookKeys.fromFile(key)),
        folder.resolve("data"),
        Optional.of(new Cleared(live, new Report(0, List.of(), List.of(), List.of()))),
        Map.of(),
        Optional.empty(),
        engine,
        clock,
        Stage.real());
  }
}
