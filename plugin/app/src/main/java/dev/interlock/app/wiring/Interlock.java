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
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.desk.Location;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import dev.interlock.verifier.finding.Report;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  /// The file in the data folder.
  public static final String DATABASE = "interlock.db";

  private static final Logger LOG = LoggerFactory.getLogger(Interlock.class);
  private static final int TRY_AGAIN = 429;
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  private final Plan plan;
  private final Engine engine;
  private final Account account;
  private final Casebook casebook;
  private final AtomicReference<Optional<String>> whyNotReady =
      new AtomicReference<>(Optional.of("the CRM has not been read yet"));
  private final AtomicReference<Optional<Directory>> directory =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Shown> shown = new AtomicReference<>(Shown.nothing());
  private final AtomicReference<Optional<String>> gateNotice =
      new AtomicReference<>(Optional.empty());
  private final WebServer web;

  private Interlock(Plan plan, Engine engine, Account account, PrometheusMeterRegistry metrics) {
    this.plan = plan;
    this.engine = engine;
    this.account = account;
    this.casebook = new Casebook(engine.records(), account.crm().installation(), plan.clock());
    var budget = new Budget(account.crm().calls());
    var pages =
        new SitePages(plan, casebook, shown::get, this::remark, budget::facts, metrics::scrape);
    this.web =
        WebServer.start(
            plan.server(),
            plan.clock(),
            door(),
            new OrderDesk(this::operator),
            pages,
            new Readiness(whyNotReady::get, this::remark));
  }

  /// What an operator has to know although work is taken in.
  private Optional<String> remark() {
    String words =
        Stream.of(gateNotice.get(), account.crm().calls().notice())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return Optional.of(words).filter(each -> !each.isEmpty());
  }

  /// Listens, and does nothing else yet.
  ///
  /// @throws CannotRunException when the database cannot be used or the port is taken
  public static Interlock listen(Plan plan) {
    // neither needs the other, and both take a while
    var opening = CompletableFuture.supplyAsync(() -> open(plan.folder()));
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

  private static Store open(Path folder) {
    try {
      Files.createDirectories(folder);
      return SqliteStore.open(StoreConfig.of(folder.resolve(DATABASE)));
    } catch (IOException problem) {
      throw new CannotRunException(
          "the data folder " + folder + " cannot be made or written to", problem);
    } catch (StoreException problem) {
      throw new CannotRunException(String.valueOf(problem.getMessage()), problem);
    }
  }

  /// Whoever carries orders out; nobody while nothing is live.
  private Optional<Operator> operator() {
    return shown.get().isLive() ? Optional.of(engine.operator(installation())) : Optional.empty();
  }

  private Door door() {
    var inside = engine.door(account.inbound());
    return (header, body) -> {
      var reason = whyNotReady.get();
      if (reason.isPresent()) {
        return new Door.Answer(TRY_AGAIN, reason.get());
      }
      var answer = inside.accept(header, body);
      return new Door.Answer(answer.status(), answer.words());
    };
  }

  /// Reads what the account is called and where it is. What the plan has goes live then; where it
  /// has nothing, somebody has to let contracts go live.
  ///
  /// @return empty when it is connected; otherwise how long to wait before the next attempt
  /// @throws CannotRunException when the CRM refuses us, or a value is missing
  public Optional<Duration> connect() {
    return switch (account.directory()) {
      case Read.Got<Directory>(var read) -> {
        directory.set(Optional.of(read));
        whyNotReady.set(Optional.of("no contracts are live yet"));
        plan.contracts().ifPresent(this::goLiveOrFail);
        yield Optional.empty();
      }
      case Read.TryLater<Directory>(var pause, var reason) -> {
        LOG.warn("the CRM cannot be read yet, and webhooks have to wait: {}", reason);
        whyNotReady.set(Optional.of("the CRM cannot be read yet: " + reason));
        yield Optional.of(pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause);
      }
      case Read.Gone<Directory>(var reason) ->
          throw new CannotRunException(
              Key.HIGHLEVEL_LOCATION_ID + " names no account of this CRM: " + reason);
      case Read.Refused<Directory>(_, var reason) ->
          throw new CannotRunException(
              "the CRM refuses %s for %s %s: %s"
                  .formatted(
                      Key.HIGHLEVEL_TOKEN,
                      Key.HIGHLEVEL_LOCATION_ID,
                      account.crm().installation(),
                      reason));
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
    return Running.of(engine.records(), installation());
  }

  @Override
  public synchronized Optional<String> goLive(ContractSet set, Report report) {
    try {
      var installation = installation(set, directory.get().orElseThrow());
      if (shown.get().isLive()) {
        engine.renew(installation);
      } else {
        engine.install(installation);
        engine.start();
      }
    } catch (CannotRunException missing) {
      return Optional.of(String.valueOf(missing.getMessage()));
    }
    shown.set(Shown.of(set, report));
    whyNotReady.set(Optional.empty());
    return Optional.empty();
  }

  @Override
  public synchronized void found(Report report) {
    shown.set(shown.get().with(report));
  }

  @Override
  public void tell(Optional<String> notice) {
    gateNotice.set(notice);
    if (!shown.get().isLive()) {
      whyNotReady.set(Optional.of(notice.orElse("no contracts are live yet")));
    }
  }

  /// Why it takes nothing in; empty when it does.
  public Optional<String> whyNotReady() {
    return whyNotReady.get();
  }

  private Installation installation(ContractSet set, Directory directory) {
    var zone =
        plan.zone()
            .or(directory::zone)
            .orElseThrow(() ->
                new CannotRunException(
                    "the CRM does not tell the account's time zone; set " + Key.TIME_ZONE));
    return new Installation(
        set,
        account.crm(),
        account.inbound(),
        ClientValues.of(set.operation(), plan.values(), directory.values()),
        new Location(directory.locationName(), directory.phone().orElse(""), zone));
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
    return casebook;
  }

  /// Takes nothing more in, lets what is under way come to its end, and closes the store.
  @Override
  public void close() {
    LOG.info("stopping: nothing more is taken in, and what is under way comes to its end");
    whyNotReady.set(Optional.of("it is stopping"));
    web.close();
    engine.close();
    account.close();
    LOG.info("stopped: what was not done is done after the next start");
  }
}
