package dev.interlock.app.wiring;

import dev.interlock.app.settings.HighLevelSettings;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Inbound;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.HighLevelInbound;
import dev.interlock.crm.highlevel.provision.HighLevelProvisioning;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.crm.inventory.Provisioning;
import java.time.InstantSource;
import java.util.List;

/// One sub-account of HighLevel, connected.
final class Account implements AutoCloseable {
  private final HighLevelConnection connection;
  private final HighLevelCrm crm;
  private final Provisioning provisioning;
  private final HighLevelInbound inbound;

  Account(HighLevelSettings settings, InstantSource clock) {
    connection = HighLevelConnection.open(settings.api(), clock);
    var api = connection.location(settings.locationId(), TokenSource.fixed(settings.token()));
    crm = HighLevelCrm.of(settings.locationId(), api, clock);
    provisioning = HighLevelProvisioning.of(settings.locationId(), api, clock);
    inbound =
        HighLevelInbound.of(
            WebhookSignature.by(settings.webhookKeys()), settings.appId(), List.of(crm));
  }

  HighLevelCrm crm() {
    return crm;
  }

  Provisioning provisioning() {
    return provisioning;
  }

  Inbound inbound() {
    return inbound;
  }

  /// What the account has; asked before any work begins.
  Read<Directory> directory() {
    return crm.directory();
  }

  @Override
  public void close() {
    connection.close();
  }
}
