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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
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

  /// A call takes half a minute at most, and a task that is ended after it may make another.
  private static final Duration LONGEST_TASK = Duration.ofSeconds(40);

  /// Browsers that come back from an install at the same time; others are asked to come again.
  private static final int ARRIVALS_AT_ONCE = 4;

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
  private final Semaphore arrivals = new Semaphore(ARRIVALS_AT_ONCE);
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
            id -> Optional.ofNullable(members.get(id)).flatMap(Member::hears),
            id -> Optional.ofNullable(members.get(id)).flatMap(Member::crm));
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
          var api = connection.location(id.text(), oauth.tokens(id.text(), () -> companyOf(id)));
          var crm = HighLevelCrm.of(id.text(), api, plan.clock());
          var site = Site.server(BELOW + id.text());
          Supplier<Tenant.Own> its = () -> own.own(id, plan.values());
          var tenant = new Tenant(engine, crm, inbound, its, site, plan.clock());
          return new Member(tenant, tenant.pages(plan.stage(), metrics::scrape));
        });
  }

  private String companyOf(InstallationId id) {
    return roll.find(id).map(Account::company).orElse("");
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
      case AppNotice.Installed(var id, var company, var version, var sentAt) -> {
        if (!OwnFolder.isUsable(id)) {
          LOG.warn("an install names an account whose id none can have; it is left alone");
          return;
        }
        roll.installed(id, company, version, sentAt);
        soon(() -> letIn(id));
      }
      case AppNotice.InstalledByAgency(var company, _) -> soon(() -> ask(company));
      case AppNotice.Uninstalled(var id, var sentAt) -> {
        if (removed(id, sentAt)) {
          soon(() -> letOut(id));
        }
      }
      case AppNotice.UninstalledByAgency(var company, var sentAt) -> {
        List<Account> its =
            roll.all().stream().filter(account -> account.company().equals(company)).toList();
        its.stream()
            .filter(account -> removed(account.id(), sentAt))
            .forEach(account -> soon(() -> letOut(account.id())));
        // where one of them let us in since, so did the agency
        if (its.stream().noneMatch(account -> isIn(account.id()))) {
          oauth.forget(new Holder.Company(company), UNINSTALLED);
        }
      }
      case AppNotice.Updated(var id, var version, _) ->
          roll.find(id).ifPresent(_ -> roll.change(id, known -> known.inVersion(version)));
    }
  }

  /// One that was sent before the account let us in, or installed the app again, is late, and is no
  /// longer true. Its tokens are worthless from then on, and those of a later install are not yet
  /// there.
  private boolean removed(InstallationId id, Optional<Instant> sentAt) {
    if (roll.find(id).isEmpty() || !roll.removed(id, UNINSTALLED, sentAt)) {
      return false;
    }
    oauth.forget(new Holder.Location(id.text()), UNINSTALLED);
    return true;
  }

  private boolean isIn(InstallationId id) {
    return roll.find(id).filter(account -> account.state() != State.REMOVED).isPresent();
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
    if (!arrivals.tryAcquire()) {
      return welcome.notNow("too many come at the same time");
    }
    try {
      return arrival(code);
    } finally {
      arrivals.release();
    }
  }

  private Page arrival(String code) {
    return switch (oauth.authorize(code)) {
      case Authorized.Location(var id, _) when !OwnFolder.isUsable(new InstallationId(id)) -> {
        LOG.warn("a code is of an account whose id none can have; it is left alone");
        yield welcome.refused();
      }
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
        : new Welcome.Line(
            member.tenant().name(),
            Standing.of(roll.find(id).orElseThrow(), Optional.of(member)).words());
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
      alone(account.id(), () -> lookAfter(account));
    }
  }

  private void lookAfter(Account account) {
    switch (account.state()) {
      case PENDING -> letIn(account.id());
      case CONNECTED, DISCONNECTED -> look(account.id());
      case REMOVED -> {
        // its end may have been cut off by a crash
        if (Optional.ofNullable(members.get(account.id())).filter(Member::isRemoved).isEmpty()) {
          letOut(account.id());
        }
      }
    }
  }

  /// What is wrong with one account must not keep the others waiting.
  private void alone(InstallationId id, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | LinkageError problem) {
      LOG.error("{} could not be looked after", id, problem);
      tryLater(id, TRY_AGAIN_EVERY);
    }
  }

  /// Asks an agency in which of its accounts the app is, and has itself let into those.
  private void ask(String company) {
    Instant now = plan.clock().instant();
    // when it fails it is asked again, sooner than it would be otherwise
    asked.put(company, now.minus(ASK_AGENCIES_EVERY).plus(TRY_AGAIN_EVERY));
    switch (oauth.installed(company)) {
      case Read.Got<List<InstalledLocation>>(var locations) -> {
        asked.put(company, now);
        List<InstallationId> usable =
            locations.stream()
                .filter(location -> OwnFolder.isUsable(new InstallationId(location.id())))
                .map(location -> enrolled(company, location, now))
                .toList();
        usable.forEach(id -> alone(id, () -> letIn(id)));
      }
      case Read.TryLater<List<InstalledLocation>>(_, var reason) ->
          LOG.warn("the agency {} cannot be asked for its accounts yet: {}", company, reason);
      case Read.Gone<List<InstalledLocation>>(var reason) ->
          LOG.error("the agency {} is not there any more: {}", company, reason);
      case Read.Refused<List<InstalledLocation>>(_, var reason) ->
          LOG.error("the agency {} does not tell its accounts: {}", company, reason);
    }
  }

  private InstallationId enrolled(String company, InstalledLocation location, Instant askedAt) {
    var id = new InstallationId(location.id());
    Account account = roll.installed(id, company, location.version(), Optional.of(askedAt));
    if (account.name().isEmpty()) {
      roll.change(id, known -> known.called(location.name()));
    }
    return id;
  }

  /// Has itself let into an account by its agency, unless it is in.
  private void letIn(InstallationId id) {
    Account account = roll.find(id).orElseThrow();
    if (account.state() == State.REMOVED) {
      return;
    }
    if (account.state() != State.CONNECTED && !isEntered(account)) {
      tryLater(id, TRY_AGAIN_EVERY);
      return;
    }
    look(id);
  }

  /// By a token that a crash kept from being told, or by one that an agency makes.
  private boolean isEntered(Account account) {
    InstallationId id = account.id();
    if (account.state() == State.PENDING && oauth.holds(id.text())) {
      roll.connected(id, account.company());
      return true;
    }
    List<String> agencies =
        account.company().isEmpty() ? vault.companies() : List.of(account.company());
    return agencies.stream().anyMatch(agency -> isLetIn(id, agency))
        || account.state() == State.DISCONNECTED;
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
    Member member = members.get(id);
    if (member == null || isIn(id)) {
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
    List<RunSummary> open = tenant.casebook().runs(RunFilter.all().underWay(), MOST_RUNS);
    for (RunSummary run : open) {
      var _ = operator.get().withdraw(run.run(), UNINSTALLED, "HighLevel");
    }
    LOG.info("{} uninstalled the app: nothing begins there; runs withdrawn: {}", id, open.size());
  }

  /// What an account has, and how to make what it lacks; empty for one that is not in the fleet.
  public Optional<Provisioning> provisioning(InstallationId id) {
    return roll.find(id)
        .filter(_ -> members.containsKey(id))
        .map(_ -> {
          var api = connection.location(id.text(), oauth.tokens(id.text(), () -> companyOf(id)));
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

  /// Nobody is interrupted: a token that is being renewed would be lost, and with it the account.
  private void endOfWork() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(LONGEST_TASK.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("stops although an account is still looked after");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes nothing more in, lets what is under way come to its end, and closes the store.
  @Override
  public void close() {
    LOG.info("stopping: nothing more is taken in, and what is under way comes to its end");
    whyNotReady = Optional.of("it is stopping");
    web.close();
    endOfWork();
    engine.close();
    connection.close();
    LOG.info("stopped: what was not done is done after the next start");
  }
}
