package dev.interlock.app.fleet;

import dev.interlock.app.wiring.DriftWatch;
import dev.interlock.app.wiring.Tenant;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.SteadyClock;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.HighLevelInbound;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.provision.HighLevelProvisioning;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.engine.Engine;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import dev.interlock.handbook.Site;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The accounts of the fleet that are at work, and the webhooks that are heard for them.
final class Members {
  private static final String BELOW = "/accounts/";

  private final FleetPlan plan;
  private final Engine engine;
  private final PrometheusMeterRegistry metrics;
  private final HighLevelConnection connection;
  private final OAuth oauth;
  private final Roll roll;
  private final OwnFolder own;
  private final HighLevelInbound inbound;
  private final InstantSource steady;
  private final Map<InstallationId, Member> all = new ConcurrentHashMap<>();

  Members(
      FleetPlan plan,
      Engine engine,
      PrometheusMeterRegistry metrics,
      HighLevelConnection connection,
      OAuth oauth,
      Roll roll) {
    this.plan = plan;
    this.steady = new SteadyClock(plan.clock());
    this.engine = engine;
    this.metrics = metrics;
    this.connection = connection;
    this.oauth = oauth;
    this.roll = roll;
    this.own = new OwnFolder(plan.accounts(), plan.plugins());
    this.inbound =
        HighLevelInbound.of(
            WebhookSignature.by(plan.market().webhookKeys()),
            plan.market().app().appId(),
            id -> find(id).filter(member -> !isOutOfReach(member)).flatMap(Member::hears),
            id -> find(id).flatMap(Member::crm));
  }

  HighLevelInbound inbound() {
    return inbound;
  }

  Optional<Member> find(InstallationId id) {
    return Optional.ofNullable(all.get(id));
  }

  /// What is heard for an account that was not read since the start cannot be taken in. While no
  /// token can be had for it, or the CRM refuses to let us read it, or has not answered for long,
  /// it is not read. Its webhooks pass meanwhile, and are found by reading once it is back: asked
  /// to come again for days, they would have the CRM pause our address for all accounts.
  private boolean isOutOfReach(Member member) {
    Tenant tenant = member.tenant();
    return member.isUnreadable(steady.instant())
        || (!tenant.isConnected()
            && !tenant.isLive()
            && roll.find(member.id())
                .filter(account -> account.state() == State.DISCONNECTED)
                .isPresent());
  }

  /// All that are at work.
  List<Member> all() {
    return List.copyOf(all.values());
  }

  /// Works for it no longer.
  void forget(InstallationId id) {
    all.remove(id);
  }

  /// The one that is meant by whoever names none; empty where there are several.
  Optional<Member> sole() {
    List<Member> now = List.copyOf(all.values());
    return now.size() == 1 ? Optional.of(now.getFirst()) : Optional.empty();
  }

  /// The member for an account; nothing is called yet.
  Member of(Account account) {
    return all.computeIfAbsent(account.id(), this::made);
  }

  private Member made(InstallationId id) {
    // asked when a token is wanted, since the agency may be told later than the account
    Supplier<String> company = () -> roll.find(id).map(Account::company).orElse("");
    var api = connection.location(id.text(), oauth.tokens(id.text(), company));
    var crm = HighLevelCrm.of(id.text(), api, plan.clock());
    Supplier<Tenant.Own> its = () -> own.own(id, plan.values());
    var site = Site.server(BELOW + id.text());
    var tenant = new Tenant(engine, crm, inbound, its, site, plan.clock());
    var provisioning = HighLevelProvisioning.of(id.text(), api, plan.clock());
    var drift = new DriftWatch(engine, tenant, provisioning, plan.data(), plan.clock(), metrics);
    var pages = tenant.pages(plan.stage(), metrics::scrape);
    return new Member(tenant, pages, provisioning, drift, steady.instant());
  }
}
