package dev.interlock.app.fleet;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.order.OrderDesk;
import dev.interlock.app.secret.KeyException;
import dev.interlock.app.settings.Key;
import dev.interlock.app.web.Door;
import dev.interlock.app.web.Readiness;
import dev.interlock.app.web.WebServer;
import dev.interlock.app.wiring.DataFile;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.inventory.Provisioning;
import dev.interlock.engine.Engine;
import dev.interlock.engine.Operator;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A whole Interlock for all accounts that installed our marketplace app: one engine, one store and
/// one web server, and of everything else each account has its own.
///
///     browsers after an install ──▶ arrival ─┐
///     INSTALL, UNINSTALL ────────▶ heard ────┼──▶ roll ──▶ accounts are let in and out, side by side
///     jars in folders ───────────▶ look ─────┘
///
/// An install and its webhook come in any order, or only one of them comes: both lead to the same
/// row of the roll. Whatever could not be done is tried again with each look.
public final class Fleet implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

  private final Engine engine;
  private final HighLevelConnection connection;
  private final StoredVault vault;
  private final Roll roll;
  private final Losses losses;
  private final Members members;
  private final Usher usher;
  private final DayBook dayBook;
  private final InstantSource clock;
  private final Worker worker = new Worker();
  private final WebServer web;
  private volatile Optional<String> whyNotReady = Optional.of("the accounts are being let in");

  private Fleet(
      FleetPlan plan,
      Engine engine,
      HighLevelConnection connection,
      PrometheusMeterRegistry metrics) {
    this.engine = engine;
    this.connection = connection;
    this.vault = new StoredVault(engine, plan.market().key(), plan.clock());
    this.roll = new Roll(engine, plan.clock());
    this.losses = new Losses(roll);
    this.dayBook = new DayBook(engine);
    this.clock = plan.clock();
    var oauth = new OAuth(plan.market().app(), connection, vault, losses::heard, plan.clock());
    this.members = new Members(plan, engine, metrics, connection, oauth, roll);
    var eraser = new Eraser(plan, engine, roll, members);
    var farewell = new Farewell(roll, members, oauth, plan.clock());
    this.usher = new Usher(plan, oauth, vault, roll, members, eraser, farewell, worker);
    var news = new News(roll, losses, oauth, vault, usher, worker);
    this.web =
        WebServer.start(
            plan.server(),
            plan.clock(),
            door(engine.door(members.inbound(), news::heard)),
            new OrderDesk(
                this::operator, Optional.of(new FleetSurveyor(plan, engine, roll, members))),
            new FleetPages(
                engine::records, roll, members, plan.stage(), metrics::scrape, plan.clock()),
            new Readiness(() -> whyNotReady, this::remark),
            Optional.of(new Arrivals(oauth, roll, members, usher, worker, () -> whyNotReady)),
            plan.market()
                .actionSecret()
                .map(secret ->
                    new WorkflowCalls(plan, engine, roll, members, () -> whyNotReady).with(secret))
                .orElseGet(Map::of));
  }

  /// Listens, and lets in what the store knows.
  ///
  /// @throws CannotRunException when the database cannot be used, the key does not fit it, or the
  ///   port is taken
  public static Fleet listen(FleetPlan plan) {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var engine = new Engine(plan.engine(), DataFile.open(plan.data()), plan.clock(), metrics);
    var connection = HighLevelConnection.open(plan.market().api(), plan.clock());
    try {
      var fleet = new Fleet(plan, engine, connection, metrics);
      fleet.openOrClose();
      return fleet;
    } catch (RuntimeException problem) {
      engine.close();
      connection.close();
      throw problem;
    }
  }

  private void openOrClose() {
    try {
      open();
    } catch (RuntimeException problem) {
      web.close();
      throw problem;
    }
  }

  private void open() {
    try {
      vault.sealAnew();
    } catch (KeyException wrong) {
      throw new CannotRunException(Key.SECRET_KEY_FILE + ": " + wrong.getMessage(), wrong);
    }
    // a crash may have kept an account from being told of which a token is here
    vault.locations().stream()
        .map(InstallationId::new)
        .filter(id -> OwnFolder.isUsable(id) && roll.find(id).isEmpty())
        .forEach(roll::entered);
    for (Account account : roll.all()) {
      if (account.state() == State.CONNECTED || account.state() == State.DISCONNECTED) {
        members.of(account);
      }
    }
    engine.start();
    whyNotReady = Optional.empty();
  }

  private Door door(dev.interlock.engine.inbox.Door inside) {
    return Door.of(inside, () -> whyNotReady);
  }

  private Optional<Operator> operator(Optional<String> account) {
    return account
        .map(id -> members.find(new InstallationId(id)))
        .orElseGet(members::sole)
        .flatMap(member -> member.tenant().operator());
  }

  /// What an operator has to know: what stands in the way of all accounts, and those that somebody
  /// has to see to.
  private Optional<String> remark() {
    long lost = roll.all().stream().filter(each -> each.state() == State.DISCONNECTED).count();
    Map<InstallationId, Long> changed = engine.records().drifted();
    long drifted =
        changed.isEmpty()
            ? 0
            : accounts().stream()
                .filter(changed::containsKey)
                .flatMap(id -> members.find(id).stream())
                .filter(member -> member.tenant().isLive())
                .count();
    String words =
        Stream.of(
                engine.whyNothingIsStored(),
                count("Accounts that no token can be had for: ", lost),
                count(
                    "Agencies that no token can be had for (install the app there again): ",
                    losses.agencies()),
                count("Accounts that the CRM does not let us read: ", count(Member::isRefused)),
                count(
                    "Accounts that have left and whose runs could not be withdrawn yet: ",
                    count(member -> member.unended().isPresent())),
                count("Accounts that have changed since contracts went live: ", drifted))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return Optional.of(words).filter(each -> !each.isEmpty());
  }

  private long count(Predicate<Member> which) {
    return roll.all().stream()
        .flatMap(account -> members.find(account.id()).stream())
        .filter(which)
        .count();
  }

  private static Optional<String> count(String what, long count) {
    return count == 0 ? Optional.empty() : Optional.of(what + count + ".");
  }

  /// Compares each account with what it was when contracts went live in it, where it is time to.
  ///
  /// @param every how long after a look the next one is due
  public void watch(Duration every) {
    for (InstallationId id : accounts()) {
      try {
        members.find(id).ifPresent(member -> member.drift().look(every));
      } catch (RuntimeException problem) {
        // what is wrong with one account must not keep the others from being watched
        LOG.error("{} could not be watched for drift", id, problem);
      }
    }
  }

  /// Looks after all accounts: what could not be done before is tried again, and jars that came or
  /// changed go live. Returns when it is done.
  public void look() {
    lookSoon();
    var _ = worker.isIdleWithin(AS_LONG_AS_IT_TAKES);
  }

  /// The same without waiting: an account that takes long keeps no other from being looked after.
  public void lookSoon() {
    usher.lookAround();
    dayBook.keep(members.all(), clock.instant());
  }

  /// What an account has, and how to make what it lacks; empty for one that is not in the fleet.
  public Optional<Provisioning> provisioning(InstallationId id) {
    return members.find(id).map(Member::provisioning);
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
    var _ = worker.isIdleWithin(AS_LONG_AS_IT_TAKES);
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
    engine.stopOrders();
    web.close();
    worker.close();
    engine.close();
    connection.close();
    LOG.info("stopped: what was not done is done after the next start");
  }
}
