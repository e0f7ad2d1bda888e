package dev.interlock.app.fleet;

import dev.interlock.app.gate.Gate;
import dev.interlock.app.web.Pages;
import dev.interlock.app.wiring.DriftWatch;
import dev.interlock.app.wiring.Tenant;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.inventory.Provisioning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An account of the fleet at work. What changes here is changed by one thread at a time.
final class Member {
  /// HighLevel sends a webhook that is answered 429 again for about 70 minutes, and pauses the
  /// address for all accounts when that goes on.
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Tenant tenant;
  private final Pages pages;
  private final Provisioning provisioning;
  private final DriftWatch drift;
  private volatile Optional<Guarded> guarded = Optional.empty();
  private volatile boolean removed;
  private volatile boolean refused;
  private volatile Optional<String> unended = Optional.empty();
  private final Instant since;
  private Path seen = Path.of("");

  /// @param provisioning by the same calls as everything else of the account
  /// @param drift of the account since contracts went live in it
  /// @param since when we began to work for it, by a steady clock
  Member(Tenant tenant, Pages pages, Provisioning provisioning, DriftWatch drift, Instant since) {
    this.since = since;
    this.tenant = tenant;
    this.pages = pages;
    this.provisioning = provisioning;
    this.drift = drift;
  }

  private record Guarded(Path folder, Gate gate) {}

  InstallationId id() {
    return tenant.id();
  }

  Tenant tenant() {
    return tenant;
  }

  Provisioning provisioning() {
    return provisioning;
  }

  DriftWatch drift() {
    return drift;
  }

  Pages pages() {
    return pages;
  }

  /// The account, if webhooks are to be heard for it: while it is not known whether anything is
  /// live in it, they are asked to come again, and where nothing is, they are let pass.
  Optional<HighLevelCrm> hears() {
    boolean hasNothing =
        guarded.isPresent() && !tenant.isLive() && tenant.running().live().isEmpty();
    return hasNothing ? Optional.empty() : crm();
  }

  /// The account, to understand what was heard for it; nobody where the app was uninstalled.
  Optional<HighLevelCrm> crm() {
    return removed ? Optional.empty() : Optional.of(tenant.crm());
  }

  /// Whether the CRM refuses to let us read it, which does not pass by itself.
  boolean isRefused() {
    return refused;
  }

  void isRefused(boolean nowSo) {
    refused = nowSo;
  }

  /// Whether what is heard for it cannot be taken in, and will not soon: nothing of it could be
  /// read for a long time, or is refused to us.
  ///
  /// @param now by the same steady clock
  boolean isUnreadable(Instant now) {
    boolean isUnread = !tenant.isConnected() && !tenant.isLive();
    return isUnread && (refused || !now.isBefore(since.plus(PATIENCE)));
  }

  /// Why runs are not withdrawn yet that have to be, since the app was uninstalled.
  Optional<String> unended() {
    return unended;
  }

  void unended(Optional<String> reason) {
    unended = reason;
  }

  boolean isRemoved() {
    return removed;
  }

  /// The app was uninstalled.
  void remove() {
    removed = true;
    guarded = Optional.empty();
  }

  /// The app was installed again, perhaps in an account that is another one by now.
  void bringBack() {
    removed = false;
    refused = false;
    unended = Optional.empty();
    tenant.unread();
  }

  /// The gate between a folder and the account. Another folder than before has to be seen twice,
  /// since a jar in it may be on its way.
  void look(Path folder, Gate.Maker maker) {
    Optional<Guarded> before = guarded.filter(each -> each.folder().equals(folder));
    if (before.isPresent()) {
      seen = folder;
      before.get().gate().look();
      return;
    }
    if (guarded.isPresent() && !folder.equals(seen)) {
      seen = folder;
      return;
    }
    seen = folder;
    Gate gate = maker.gate(folder, tenant);
    gate.open();
    guarded = Optional.of(new Guarded(folder, gate));
  }
}
