package dev.interlock.sandbox.market;

import dev.interlock.sandbox.records.AppEventRow;
import dev.interlock.sandbox.records.AppEventRow.What;
import dev.interlock.sandbox.records.InstallationRow;
import dev.interlock.sandbox.records.TokenRow;
import dev.interlock.sandbox.records.TokenRow.Origin;
import dev.interlock.sandbox.time.Seed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One app in one agency: who has installed it where, and which tokens it got for that.
///
/// Safe for use by several threads: of two who use one refresh token at once, one gets a pair.
///
/// It is longer than other classes because its doors share one lock, and each is short.
public final class Marketplace {
  private final Company company;
  private final InstantSource clock;
  private final Seed seed;
  private final Mint mint;
  private final Herald herald;
  private final Map<String, Tenant> tenants = new LinkedHashMap<>();
  private final List<AppEventRow> events = new ArrayList<>();
  private App app;
  private Conduct conduct = Conduct.GOOD;
  private Grant companyGrant;
  private boolean isInCompany;
  private boolean takesFuture;
  private int answered;

  /// A marketplace in which nobody has installed the app.
  public Marketplace(App app, Company company, InstantSource clock, Seed seed, News news) {
    this.app = app;
    this.company = company;
    this.clock = clock;
    this.seed = seed;
    this.mint = new Mint(app, clock, seed);
    this.herald = new Herald(company, news);
    this.companyGrant = grant(new Holder.Company(company.id()), agencyUser(), true);
  }

  private String agencyUser() {
    return seed.identifier("user of the agency", company.id());
  }

  private Grant grant(Holder holder, String userId, boolean isBulk) {
    return new Grant(holder, userId, app.scopes(), app.versionId(), isBulk);
  }

  /// The app as it is offered now.
  public synchronized App app() {
    return app;
  }

  /// The agency.
  public Company company() {
    return company;
  }

  /// Behaves in another way from now on.
  public synchronized void behave(Conduct other) {
    conduct = other;
  }

  /// How it behaves.
  public synchronized Conduct conduct() {
    return conduct;
  }

  /// Whether the answer to this request for a token is to be lost.
  public synchronized boolean losesAnswer() {
    var chance = seed.about("lost token answers", Integer.toString(++answered)).nextDouble();
    return chance < conduct.lostTokenAnswers();
  }

  /// Knows a location from now on. Where the app is to be in all locations that come, it is
  /// installed at once.
  public synchronized void open(String locationId, String name) {
    var tenant = new Tenant(locationId, name);
    tenants.put(locationId, tenant);
    if (isInCompany && takesFuture) {
      place(tenant, companyGrant.userId(), true, Installing.News.AT_ONCE);
    }
  }

  /// Installs the app.
  ///
  /// @param userId the user of the location; an agency's installation is made by a user of its own
  /// @throws IllegalArgumentException if there is no such location
  public synchronized Redirect install(Installing how, String userId) {
    var chosen = how.locations().stream().map(this::tenant).toList();
    var installer = how.isBulk() ? agencyUser() : userId;
    if (how.isBulk()) {
      companyGrant = grant(new Holder.Company(company.id()), installer, true);
      isInCompany = true;
      takesFuture = how.future();
      happened(What.INSTALLED, company.id(), app.versionId());
      herald.installed(companyGrant, app.planId(), clock.instant(), conduct, how.news());
    }
    chosen.forEach(tenant -> place(tenant, installer, how.isBulk(), how.news()));
    var granted = how.isBulk() ? companyGrant : grant(chosen.getFirst().holder(), installer, false);
    return new Redirect(mint.code(granted));
  }

  private void place(Tenant tenant, String userId, boolean throughCompany, Installing.News news) {
    tenant.install(app.versionId(), throughCompany, clock.instant());
    happened(What.INSTALLED, tenant.id(), app.versionId());
    var granted = grant(tenant.holder(), userId, throughCompany);
    herald.installed(granted, app.planId(), clock.instant(), conduct, news);
  }

  /// Removes the app from a location, whose tokens are worth nothing from now on.
  public synchronized void uninstall(String locationId) {
    var tenant = tenant(locationId);
    remove(tenant);
    herald.uninstalled(tenant.holder());
  }

  private void remove(Tenant tenant) {
    tenant.uninstall(clock.instant());
    mint.revoke(tenant.holder());
    happened(What.UNINSTALLED, tenant.id(), tenant.versionId());
  }

  /// Removes the app from the whole agency.
  public synchronized void uninstallEverywhere() {
    tenants.values().stream().filter(Tenant::isInstalled).forEach(this::remove);
    isInCompany = false;
    takesFuture = false;
    mint.revoke(companyGrant.holder());
    happened(What.UNINSTALLED, company.id(), app.versionId());
    herald.uninstalled(companyGrant.holder());
  }

  /// Moves all installations to another version. Tokens keep the scopes they were given with; pairs
  /// that are minted or refreshed from now on do too, until somebody installs anew.
  public synchronized void update(String versionId, Set<String> scopes) {
    var before = app.versionId();
    app = app.inVersion(versionId, scopes);
    if (isInCompany) {
      happened(What.UPDATED, company.id(), versionId);
      herald.updated(companyGrant.holder(), before, versionId, companyGrant.userId());
    }
    for (var tenant : tenants.values().stream().filter(Tenant::isInstalled).toList()) {
      var old = tenant.versionId();
      tenant.update(versionId);
      happened(What.UPDATED, tenant.id(), versionId);
      herald.updated(tenant.holder(), old, versionId, companyGrant.userId());
    }
  }

  /// Tells that a location has changed from the app's plan to another.
  public synchronized void changePlan(String locationId, String newPlanId) {
    var holder = tenant(locationId).holder();
    herald.planChanged(holder, app.planId(), newPlanId, companyGrant.userId());
  }

  /// Suspends a location, or lets it be active again. Webhooks go on.
  public synchronized void suspend(String locationId, boolean from) {
    var tenant = tenant(locationId);
    tenant.suspend(from);
    happened(from ? What.SUSPENDED : What.RESUMED, locationId, tenant.versionId());
  }

  /// Ends the access tokens of a location or of the company before their time.
  public synchronized void expire(Holder holder) {
    mint.expire(holder);
  }

  /// Gives tokens for a code.
  public synchronized Minting redeem(String code) {
    return mint.redeem(code).<Minting>map(this::first).orElseGet(Minting.NotGranted::new);
  }

  private Minting first(Grant grant) {
    return isSuspended(grant.holder()) ? new Minting.NotActive() : mint.mint(grant, Origin.CODE);
  }

  /// Gives tokens for a refresh token, and never again for the same.
  public synchronized Minting refresh(String token) {
    var found = mint.refreshable(token);
    if (found.isEmpty()) {
      return new Minting.NotGranted();
    }
    var pair = found.get();
    if (isSuspended(pair.grant().holder())) {
      return new Minting.NotActive();
    }
    return pair.spend() ? mint.mint(pair.grant(), Origin.REFRESH) : new Minting.NotGranted();
  }

  private boolean isSuspended(Holder holder) {
    return switch (holder) {
      case Holder.Location(var id) -> tenant(id).isSuspended();
      case Holder.Company _ -> false;
    };
  }

  /// Gives the tokens of a location to whoever shows the company's.
  public synchronized Minting mintFor(Bearer bearer, String companyId, String locationId) {
    var tenant = tenants.get(locationId);
    if (!bearer.holder().id().equals(companyId) || tenant == null) {
      return new Minting.Mismatch();
    }
    if (!tenant.isInstalled()) {
      return new Minting.NotInstalled();
    }
    if (tenant.isSuspended()) {
      return new Minting.NotActive();
    }
    var consented =
        new Grant(
            tenant.holder(),
            companyGrant.userId(),
            companyGrant.scopes(),
            tenant.versionId(),
            true);
    return mint.mint(consented, Origin.COMPANY_TOKEN);
  }

  /// What an access token is good for.
  public synchronized Access access(String token) {
    return mint.access(token);
  }

  /// Whether the app hears of what happens in a location.
  public synchronized boolean isTold(String locationId) {
    return tenant(locationId).isTold(clock.instant(), conduct.webhooksAfterUninstall());
  }

  /// A location in the list of those that an agency may install into.
  ///
  /// @param since when it was installed; meaningless when it is not
  public record Listed(
      String id, String name, boolean isInstalled, String versionId, Instant since) {}

  /// All locations of the agency.
  public synchronized List<Listed> listed() {
    return tenants.values().stream()
        .map(it -> new Listed(it.id(), it.name(), it.isInstalled(), it.versionId(), it.since()))
        .toList();
  }

  /// Whether locations that come later get the app.
  public synchronized boolean takesFuture() {
    return takesFuture;
  }

  /// Where the app is installed.
  public synchronized List<InstallationRow> installations() {
    return tenants.values().stream().filter(Tenant::isInstalled).map(Tenant::row).toList();
  }

  /// What people did with it.
  public synchronized List<AppEventRow> events() {
    return List.copyOf(events);
  }

  /// All tokens that were given.
  public synchronized List<TokenRow> tokens() {
    return mint.rows();
  }

  private void happened(What what, String holder, String versionId) {
    events.add(new AppEventRow(clock.instant(), what, holder, versionId));
  }

  private Tenant tenant(String locationId) {
    var tenant = tenants.get(locationId);
    if (tenant == null) {
      throw new IllegalArgumentException("the agency has no location " + locationId);
    }
    return tenant;
  }
}
