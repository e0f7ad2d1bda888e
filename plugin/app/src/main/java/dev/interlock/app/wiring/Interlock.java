package dev.interlock.app.wiring;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.check.Cleared;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.gate.Live;
import dev.interlock.app.gate.Running;
import dev.interlock.app.order.OrderDesk;
import dev.interlock.app.settings.Key;
import dev.interlock.app.web.Door;
import dev.interlock.app.web.Readiness;
import dev.interlock.app.web.WebServer;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Read;
import dev.interlock.engine.Engine;
import dev.interlock.engine.Operator;
import dev.interlock.engine.store.Store;
import dev.interlock.handbook.Site;
import dev.interlock.verifier.finding.Report;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A whole Interlock: store, engine, account and web server, put together by hand.
///
///     CRM ── webhooks ──▶ web server ──▶ door ──▶ engine ──▶ account ── calls ──▶ CRM
///                              │                     │
///     orders  ── desk ─────────┤                  │
///     browsers ── pages ───────┴──▶ casebook ──▶  store
///
/// It listens from its first moment on. Until [#connect()] has read what the account is called and
/// where it is, and contracts are live, it is not ready, and webhooks are asked to come again.
public final class Interlock implements Live, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Interlock.class);
  private final Plan plan;
  private final Engine engine;
  private final Account account;
  private final Tenant tenant;
  private final DriftWatch drift;
  private final AtomicBoolean started = new AtomicBoolean();
  private final WebServer web;

  private Interlock(Plan plan, Engine engine, Account account, PrometheusMeterRegistry metrics) {
    this.plan = plan;
    this.engine = engine;
    this.account = account;
    this.tenant =
        new Tenant(
            engine,
            account.crm(),
            account.inbound(),
            () -> new Tenant.Own(plan.values(), plan.zone()),
            Site.server(),
            plan.clock());
    this.drift =
        new DriftWatch(
            engine, tenant, account.provisioning(), plan.folder(), plan.clock(), metrics);
    this.web =
        WebServer.start(
            plan.server(),
            plan.clock(),
            Door.of(engine.door(account.inbound()), tenant::whyNotReady),
            new OrderDesk(this::operator),
            tenant.pages(plan.stage(), metrics::scrape),
            new Readiness(tenant::whyNotReady, tenant::remark));
  }

  /// Listens, and does nothing else yet.
  ///
  /// @throws CannotRunException when the database cannot be used or the port is taken
  public static Interlock listen(Plan plan) {
    // none needs another, and each takes a while
    WebServer.prepare();
    var opening = CompletableFuture.supplyAsync(() -> DataFile.open(plan.folder()));
    var account = new Account(plan.account(), plan.clock());
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var engine = new Engine(plan.engine(), opened(opening, account), plan.clock(), metrics);
    try {
      return new Interlock(plan, engine, account, metrics);
    } catch (RuntimeException problem) {
      engine.close();
      account.close();
      throw problem;
    }
  }

  private static Store opened(CompletableFuture<Store> opening, Account account) {
    try {
      return opening.join();
    } catch (CompletionException problem) {
      account.close();
      throw problem.getCause() instanceof RuntimeException cause ? cause : problem;
    }
  }

  private Optional<Operator> operator(Optional<String> account) {
    boolean isOther = account.filter(id -> !id.equals(installation().text())).isPresent();
    return isOther ? Optional.empty() : tenant.operator();
  }

  /// Reads what the account is called and where it is. What the plan has goes live then; where it
  /// has nothing, somebody has to let contracts go live.
  ///
  /// @return empty when it is connected; otherwise how long to wait before the next attempt
  /// @throws CannotRunException when the CRM refuses us, or a value is missing
  public Optional<Duration> connect() {
    var pause = tenant.connect(this::refused);
    if (pause.isEmpty()) {
      plan.contracts().ifPresent(this::goLiveOrFail);
    }
    return pause;
  }

  private CannotRunException refused(Read<Directory> answer) {
    return switch (answer) {
      case Read.Gone<Directory>(var reason) ->
          new CannotRunException(
              Key.HIGHLEVEL_LOCATION_ID + " names no account of this CRM: " + reason);
      case Read.Refused<Directory>(_, var reason) ->
          new CannotRunException(
              "the CRM refuses %s for %s %s: %s"
                  .formatted(
                      Key.HIGHLEVEL_TOKEN, Key.HIGHLEVEL_LOCATION_ID, installation(), reason));
      case Read.Got<Directory> _, Read.TryLater<Directory> _ ->
          throw new IllegalArgumentException("the CRM does not refuse us");
    };
  }

  private void goLiveOrFail(Cleared cleared) {
    goLive(cleared.set(), cleared.report())
        .ifPresent(reason -> {
          throw new CannotRunException(reason);
        });
  }

  @Override
  public Running running() {
    return tenant.running();
  }

  @Override
  public Optional<String> goLive(ContractSet set, Report report) {
    var reason = tenant.goLive(set, report);
    if (reason.isEmpty() && started.compareAndSet(false, true)) {
      engine.start();
    }
    return reason;
  }

  @Override
  public void found(Report report) {
    tenant.found(report);
  }

  @Override
  public void tell(Optional<String> notice) {
    tenant.tell(notice);
  }

  /// Compares the account with what it was when contracts went live, if it is time to.
  ///
  /// @param every how long after a look the next one is due
  public void watch(Duration every) {
    drift.look(every);
  }

  /// Why it takes nothing in; empty when it does.
  public Optional<String> whyNotReady() {
    return tenant.whyNotReady();
  }

  /// Where it listens, without a slash at the end.
  public URI url() {
    return web.url();
  }

  /// The engine, for whoever moves its clock.
  public Engine engine() {
    return engine;
  }

  /// Which account it works for.
  public InstallationId installation() {
    return account.crm().installation();
  }

  /// What happened, for people.
  public Casebook casebook() {
    return tenant.casebook();
  }

  /// Takes nothing more in, lets what is under way come to its end, and closes the store.
  @Override
  public void close() {
    LOG.info("stopping: nothing more is taken in, and what is under way comes to its end");
    tenant.notReady("it is stopping");
    engine.stopOrders();
    web.close();
    engine.close();
    account.close();
    LOG.info("stopped: what was not done is done after the next start");
  }
}
