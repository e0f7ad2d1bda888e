package dev.interlock.app.fleet;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.gate.Gate;
import dev.interlock.app.order.OrderDesk;
import dev.interlock.app.secret.KeyException;
import dev.interlock.app.settings.Key;
import dev.interlock.app.web.Door;
import dev.interlock.app.web.Page;
import dev.interlock.app.web.Readiness;
import dev.interlock.app.web.WebServer;
import dev.interlock.app.wiring.DataFile;
import dev.interlock.app.wiring.Tenant;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.AppNotice;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.HighLevelInbound;
import dev.interlock.crm.highlevel.oauth.Authorized;
import dev.interlock.crm.highlevel.oauth.Holder;
import dev.interlock.crm.highlevel.oauth.InstalledLocation;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.provision.HighLevelProvisioning;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.inventory.Provisioning;
import dev.interlock.engine.Engine;
import dev.interlock.engine.Operator;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import dev.interlock.handbook.Site;
import dev.interlock.verifier.finding.Report;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A whole Interlock for all accounts that installed our marketplace app: one engine, one store and
/// one web server, and of everything else each account has its own.
///
///     browsers after an install ──▶ arrival ─┐
///     INSTALL, UNINSTALL ────────▶ heard ────┼──▶ roll ──▶ one thread that lets accounts in and out
///     jars in folders ───────────▶ look ─────┘
///
/// An install and its webhook come in any order, or only one of them comes: both lead to the same
/// row of the roll. Whatever could not be done is tried again with each look.
public final class Fleet implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
  private static final String BELOW = "/accounts/";
  private static final String UNINSTALLED = "the app was uninstalled";

  /// Browsers wait for so long, and are told then that it goes on.
  private static final Duration BROWSERS_PATIENCE = Duration.ofSeconds(20);

  /// Installs of which neither webhook nor browser told us are found within that time.
  private static final Duration ASK_AGENCIES_EVERY = Duration.ofHours(1);

  /// An account that could not be let in or read is tried again after that, unless somebody tells
  /// of it before.
  private static final Duration TRY_AGAIN_EVERY = Duration.ofMinutes(5);

  private static final int MOST_RUNS = 100_000;

  private final FleetPlan plan;
  private final Engine engine;
  private final PrometheusMeterRegistry metrics;
  private final HighLevelConnection connection;
  private final StoredVault vault;
  private final OAuth oauth;
  private final Roll roll;
  private final OwnFolder own;
  private final HighLevelInbound inbound;
  private final Welcome welcome = new Welcome();
  private final Map<InstallationId, Member> members = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("accounts").factory());
  private final WebServer web;
  private volatile Optional<String> whyNotReady = Optional.of("the accounts are being let in");

  /// Touched by the worker alone: when each agency was asked last for its accounts.
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();

  /// Touched by the worker alone: from when on an account that failed is tried again.
  private final Map<InstallationId, Instant> notBefore = new ConcurrentHashMap<>();

  private Fleet(FleetPlan plan, Engine engine, PrometheusMeterRegistry metrics) {
    this.plan = plan;
    this.engine = engine;
    this.metrics = metrics;
    this.connection = HighLevelConnection.open(plan.market().api(), plan.clock());
    this.vault = new StoredVault(engine, plan.market().key(), plan.clock());
    this.roll = new Roll(engine, plan.clock());
    this.own = new OwnFolder(plan.accounts(), plan.plugins());
    this.oauth =
        new OAuth(plan.market().app(), connection, vault, this::tokensChanged, plan.clock());
    this.inbound =
        HighLevelInbound.of(
            WebhookSignature.by(plan.market().webhookKeys()),
            plan.market().app().appId(),
            id -> Optional.ofNullable(members.get(id)).flatMap(Member::hears));
    this.web =
        WebServer.start(
            plan.server(),
            plan.clock(),
            door(),
            new OrderDesk(this::operator),
            new FleetPages(roll, members::get, plan.stage(), metrics::scrape),
            new Readiness(() -> whyNotReady, this::remark),
            Optional.of(this::arrival));
  }

  /// Listens, and lets in what the store knows.
  ///
  /// @throws CannotRunException when the database cannot be used, the key does not fit it, or the
  ///   port is taken
  public static Fleet listen(FleetPlan plan) {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var engine = new Engine(plan.engine(), DataFile.open(plan.data()), plan.clock(), metrics);
    try {
      var fleet = new Fleet(plan, engine, metrics);
      fleet.open();
      return fleet;
    } catch (RuntimeException problem) {
      engine.close();
      throw problem;
    }
  }

  private void open() {
    try {
      vault.sealAnew();
    } catch (KeyException wrong) {
      web.close();
      connection.close();
      throw new CannotRunException(Key.SECRET_KEY_FILE + ": " + wrong.getMessage(), wrong);
    }
    for (Account account : roll.all()) {
      if (account.state() == State.CONNECTED || account.state() == State.DISCONNECTED) {
        member(account);
      }
    }
    engine.start();
    whyNotReady = Optional.empty();
  }

  private Member member(Account account) {
    return members.computeIfAbsent(
        account.id(),
        id -> {
          var api = connection.location(id.text(), oauth.tokens(id.text(), account.company()));
          var crm = HighLevelCrm.of(id.text(), api, plan.clock());
          var site = Site.server(BELOW + id.text());
          var tenant = new Tenant(engine, crm, inbound, ownOf(id), site, plan.clock());
          return new Member(tenant, tenant.pages(plan.stage(), metrics::scrape));
        });
  }

  /// A file that cannot be read must not keep other accounts from work: this one then lacks what it
  /// should say, which its gate tells.
  private Tenant.Own ownOf(InstallationId id) {
    try {
      return own.own(id, plan.values());
    } catch (CannotRunException wrong) {
      LOG.error("{}", wrong.getMessage());
      return new Tenant.Own(plan.values(), Optional.empty());
    }
  }

  private Door door() {
    var inside = engine.door(inbound, this::heard);
    return (header, body) -> {
      if (whyNotReady.isPresent()) {
        return new Door.Answer(429, whyNotReady.get());
      }
      var answer = inside.accept(header, body);
      return new Door.Answer(answer.status(), answer.words());
    };
  }

  private Optional<Operator> operator(Optional<String> account) {
    if (account.isPresent()) {
      return Optional.ofNullable(members.get(new InstallationId(account.get())))
          .flatMap(member -> member.tenant().operator());
    }
    List<Member> all = List.copyOf(members.values());
    return all.size() == 1 ? all.getFirst().tenant().operator() : Optional.empty();
  }

  /// What an operator has to know: the accounts that somebody has to see to.
  private Optional<String> remark() {
    long lost = roll.all().stream().filter(each -> each.state() == State.DISCONNECTED).count();
    return lost == 0
        ? Optional.empty()
        : Optional.of("Accounts that no token can be had for: " + lost + ".");
  }

  // what is told about the app

  private void heard(AppNotice notice) {
    switch (notice) {
      case AppNotice.Installed(var id, var company, var version, _) -> {
        if (!OwnFolder.isUsable(id)) {
          LOG.warn("an install names an account whose id none can have; it is left alone");
          return;
        }
        roll.installed(id, company, version);
        soon(() -> letIn(id));
      }
      case AppNotice.InstalledByAgency(var company, _) -> soon(() -> ask(company));
      case AppNotice.Uninstalled(var id, var sentAt) -> {
        if (removed(id, sentAt)) {
          soon(() -> letOut(id));
        }
      }
      case AppNotice.UninstalledByAgency(var company, var sentAt) -> {
        roll.all().stream()
            .filter(account -> account.company().equals(company))
            .filter(account -> removed(account.id(), sentAt))
            .forEach(account -> soon(() -> letOut(account.id())));
        soon(() -> oauth.forget(new Holder.Company(company), UNINSTALLED));
      }
      case AppNotice.Updated(var id, var version, _) ->
          roll.find(id).ifPresent(_ -> roll.change(id, known -> known.inVersion(version)));
    }
  }

  /// One that was sent before the account let us in again is late, and is no longer true.
  private boolean removed(InstallationId id, Optional<Instant> sentAt) {
    Optional<Account> known = roll.find(id).filter(each -> each.state() != State.REMOVED);
    boolean isLate =
        known
            .filter(each -> each.state() == State.CONNECTED)
            .flatMap(each -> sentAt.map(at -> at.isBefore(each.since())))
            .orElse(false);
    if (known.isEmpty() || isLate) {
      return false;
    }
    roll.change(id, each -> each.in(State.REMOVED, UNINSTALLED, plan.clock().instant()));
    return true;
  }

  private void tokensChanged(String location, Optional<String> lost) {
    var id = new InstallationId(location);
    lost.ifPresent(reason -> LOG.error("no token can be had for {}: {}", id, reason));
    roll.tokens(id, lost);
  }

  // browsers after an install

  private Page arrival(String code, String complaint) {
    if (whyNotReady.isPresent()) {
      return welcome.notNow(whyNotReady.get());
    }
    if (code.isEmpty()) {
      return welcome.withoutCode(complaint);
    }
    return switch (oauth.authorize(code)) {
      case Authorized.Location(var id, var company) -> {
        var account = new InstallationId(id);
        roll.connected(account, company);
        await(submit(() -> look(account)));
        yield welcome.connected(line(account));
      }
      case Authorized.Company(var company) -> {
        await(submit(() -> ask(company)));
        yield welcome.connected(
            roll.all().stream()
                .filter(each -> each.company().equals(company))
                .filter(each -> each.state() != State.REMOVED)
                .map(each -> line(each.id()))
                .toList());
      }
      case Authorized.Later(_, var reason) -> welcome.notNow(reason);
      case Authorized.Refused(var reason) -> {
        LOG.warn("a browser brought a code that HighLevel does not take: {}", reason);
        yield welcome.refused();
      }
    };
  }

  private Welcome.Line line(InstallationId id) {
    Member member = members.get(id);
    return member == null
        ? new Welcome.Line(id.text(), "its token has not come yet; this is tried again by itself")
        : new Welcome.Line(member.tenant().name(), Standing.of(member).words());
  }

  // letting accounts in and out: one thread

  private void soon(Runnable task) {
    var _ = submit(task);
  }

  private Future<?> submit(Runnable task) {
    return worker.submit(() -> {
      try {
        task.run();
      } catch (RuntimeException problem) {
        // the next look tries again
        LOG.error("an account could not be looked after", problem);
      }
    });
  }

  private static void await(Future<?> task) {
    try {
      task.get(BROWSERS_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException goesOn) {
      LOG.info("an install takes longer than a browser waits");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("tasks of the fleet throw nothing", impossible);
    }
  }

  /// Looks after all accounts: what could not be done before is tried again, and jars that came or
  /// changed go live. Returns when it is done.
  public void look() {
    try {
      submit(this::lookAround).get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("tasks of the fleet throw nothing", impossible);
    } catch (RejectedExecutionException closed) {
      LOG.debug("the fleet is closed");
    }
  }

  private void lookAround() {
    Instant now = plan.clock().instant();
    vault.companies().stream()
        .filter(company ->
            !asked.getOrDefault(company, Instant.MIN).plus(ASK_AGENCIES_EVERY).isAfter(now))
        .forEach(this::ask);
    for (Account account : roll.all()) {
      if (notBefore.getOrDefault(account.id(), Instant.MIN).isAfter(now)) {
        continue;
      }
      switch (account.state()) {
        case PENDING -> letIn(account.id());
        case CONNECTED, DISCONNECTED -> look(account.id());
        case REMOVED -> {}
      }
    }
  }

  /// Asks an agency in which of its accounts the app is, and has itself let into those.
  private void ask(String company) {
    switch (oauth.installed(company)) {
      case Read.Got<List<InstalledLocation>>(var locations) -> {
        asked.put(company, plan.clock().instant());
        for (InstalledLocation location : locations) {
          var id = new InstallationId(location.id());
          if (OwnFolder.isUsable(id)) {
            Account account = roll.installed(id, company, location.version());
            if (account.name().isEmpty()) {
              roll.change(id, known -> known.called(location.name()));
            }
            letIn(id);
          }
        }
      }
      case Read.TryLater<List<InstalledLocation>>(_, var reason) ->
          LOG.warn("the agency {} cannot be asked for its accounts yet: {}", company, reason);
      case Read.Gone<List<InstalledLocation>>(var reason) ->
          LOG.error("the agency {} is not there any more: {}", company, reason);
      case Read.Refused<List<InstalledLocation>>(_, var reason) ->
          LOG.error("the agency {} does not tell its accounts: {}", company, reason);
    }
  }

  /// Has itself let into an account by its agency, unless it is in.
  private void letIn(InstallationId id) {
    Account account = roll.find(id).orElseThrow();
    if (account.state() == State.REMOVED) {
      return;
    }
    if (account.state() == State.PENDING) {
      List<String> agencies =
          account.company().isEmpty() ? vault.companies() : List.of(account.company());
      if (agencies.stream().noneMatch(agency -> isLetIn(id, agency))) {
        tryLater(id, TRY_AGAIN_EVERY);
        return;
      }
    }
    look(id);
  }

  private boolean isLetIn(InstallationId id, String agency) {
    if (oauth.mint(agency, id.text()) instanceof Authorized.Location(_, var company)) {
      roll.connected(id, company);
      return true;
    }
    return false;
  }

  /// Reads the account where that was not done yet, and looks at its jars.
  private void look(InstallationId id) {
    Account account = roll.find(id).orElseThrow();
    Member member = member(account);
    if (member.isRemoved()) {
      member.bringBack();
    }
    Tenant tenant = member.tenant();
    if (!tenant.isConnected() && !isRead(tenant)) {
      return;
    }
    notBefore.remove(id);
    if (!account.name().equals(tenant.name())) {
      roll.change(id, known -> known.called(tenant.name()));
    }
    member.look(own.jars(id), (folder, live) -> new Gate(folder, live, this::today));
  }

  private boolean isRead(Tenant tenant) {
    InstallationId id = tenant.id();
    try {
      Optional<Duration> pause = tenant.connect(answer -> refused(id, answer));
      pause.ifPresent(wait -> tryLater(id, wait));
      return pause.isEmpty();
    } catch (CannotRunException refused) {
      LOG.error("{}", refused.getMessage());
      tenant.notReady(String.valueOf(refused.getMessage()));
      tryLater(id, TRY_AGAIN_EVERY);
      return false;
    }
  }

  private void tryLater(InstallationId id, Duration pause) {
    notBefore.put(id, plan.clock().instant().plus(pause));
  }

  private static CannotRunException refused(InstallationId id, Read<?> answer) {
    String reason =
        switch (answer) {
          case Read.Gone<?>(var why) -> why;
          case Read.Refused<?>(_, var why) -> why;
          case Read.Got<?> _, Read.TryLater<?> _ -> "";
        };
    return new CannotRunException("the CRM does not let us read " + id + ": " + reason);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(plan.clock().instant(), ZoneOffset.UTC);
  }

  /// Nothing begins in an account that uninstalled the app, and every run in it ends by its
  /// `withdrawn` exit. What that should leave in the CRM cannot be written any more, so each of
  /// them is raised for somebody to see to. What was stored of it stays.
  private void letOut(InstallationId id) {
    oauth.forget(new Holder.Location(id.text()), UNINSTALLED);
    Member member = members.get(id);
    if (member == null) {
      return;
    }
    member.remove();
    Tenant tenant = member.tenant();
    tenant.notReady(UNINSTALLED);
    Optional<Operator> operator = tenant.operator();
    if (operator.isEmpty()) {
      return;
    }
    tenant
        .running()
        .live()
        .map(set -> new ContractSet(set.operation(), List.of()))
        .ifPresent(none -> tenant.goLive(none, new Report(0, List.of(), List.of(), List.of())));
    for (RunSummary run : tenant.casebook().runs(RunFilter.all(), MOST_RUNS)) {
      if (run.endedAt().isEmpty()) {
        var _ = operator.get().withdraw(run.run(), UNINSTALLED, "HighLevel");
      }
    }
    LOG.info("{} uninstalled the app: nothing begins there, and its runs are withdrawn", id);
  }

  /// What an account has, and how to make what it lacks; empty for one that is not in the fleet.
  public Optional<Provisioning> provisioning(InstallationId id) {
    return roll.find(id)
        .filter(account -> members.containsKey(id))
        .map(account -> {
          var tokens = oauth.tokens(id.text(), account.company());
          var api = connection.location(id.text(), tokens);
          return HighLevelProvisioning.of(id.text(), api, plan.clock());
        });
  }

  /// The accounts that are let in at the moment.
  public List<InstallationId> accounts() {
    return roll.all().stream()
        .filter(account -> account.state() == State.CONNECTED)
        .map(Account::id)
        .toList();
  }

  /// Waits until whatever accounts were to be looked after is done, for whoever moves the clock.
  public void settle() throws InterruptedException {
    try {
      submit(() -> {}).get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("tasks of the fleet throw nothing", impossible);
    }
    engine.settle();
  }

  /// Where it listens, without a slash at the end.
  public URI url() {
    return web.url();
  }

  /// The engine, for whoever moves its clock.
  public Engine engine() {
    return engine;
  }

  /// Takes nothing more in, lets what is under way come to its end, and closes the store.
  @Override
  public void close() {
    LOG.info("stopping: nothing more is taken in, and what is under way comes to its end");
    whyNotReady = Optional.of("it is stopping");
    web.close();
    worker.shutdownNow();
    engine.close();
    connection.close();
    LOG.info("stopped: what was not done is done after the next start");
  }
}
