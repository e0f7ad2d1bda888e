package dev.interlock.app.fleet;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.gate.Gate;
import dev.interlock.app.wiring.Tenant;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Read;
import dev.interlock.crm.SteadyClock;
import dev.interlock.crm.highlevel.oauth.Authorized;
import dev.interlock.crm.highlevel.oauth.InstalledLocation;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets accounts in and out. What is done about one account, or for one agency, is done one thing
/// after the other; accounts are looked after side by side.
final class Usher {
  private static final Logger LOG = LoggerFactory.getLogger(Usher.class);

  /// Installs of which neither webhook nor browser told us are found within that time.
  private static final Duration ASK_AGENCIES_EVERY = Duration.ofHours(1);

  /// An account that could not be let in or read is tried again after that, unless somebody tells
  /// of it before.
  private static final Duration TRY_AGAIN_EVERY = Duration.ofMinutes(5);

  private final FleetPlan plan;
  private final OAuth oauth;
  private final StoredVault vault;
  private final Roll roll;
  private final Members members;
  private final OwnFolder own;
  private final Eraser eraser;
  private final Departures departures;
  private final Farewell farewell;
  private final Worker worker;
  private final InstantSource steady;

  /// When each agency was asked last for its accounts, by the steady clock.
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();

  /// From when on an account that failed is tried again, by the steady clock.
  private final Map<InstallationId, Instant> notBefore = new ConcurrentHashMap<>();

  Usher(
      FleetPlan plan,
      OAuth oauth,
      StoredVault vault,
      Roll roll,
      Members members,
      Eraser eraser,
      Farewell farewell,
      Worker worker) {
    this.plan = plan;
    this.oauth = oauth;
    this.vault = vault;
    this.roll = roll;
    this.members = members;
    this.eraser = eraser;
    this.farewell = farewell;
    this.worker = worker;
    this.steady = new SteadyClock(plan.clock());
    this.departures = new Departures(roll, oauth);
    this.own = new OwnFolder(plan.accounts(), plan.plugins());
  }

  /// Has all accounts looked after: what could not be done before is tried again, and jars that
  /// came or changed go live. Returns at once; who is being looked after already is left alone.
  void lookAround() {
    Instant now = steady.instant();
    vault.companies().stream()
        .filter(company ->
            !asked.getOrDefault(company, Instant.MIN).plus(ASK_AGENCIES_EVERY).isAfter(now))
        .filter(company -> !worker.isBusy(Worker.agency(company)))
        .forEach(company ->
            worker.soon(
                Worker.agency(company),
                () -> {
                  var _ = ask(company);
                }));
    for (Account account : roll.all()) {
      InstallationId id = account.id();
      if (!notBefore.getOrDefault(id, Instant.MIN).isAfter(now)
          && !worker.isBusy(Worker.account(id))) {
        // as it is by then: it may have to wait
        soon(id, () -> roll.find(id).ifPresent(this::lookAfter));
      }
    }
  }

  private void soon(InstallationId id, Runnable task) {
    worker.soon(Worker.account(id), () -> alone(id, task));
  }

  private void lookAfter(Account account) {
    switch (account.state()) {
      case PENDING -> letIn(account.id());
      case CONNECTED -> look(account.id());
      case DISCONNECTED -> {
        // an account in which nothing is to be done makes no call that would find it again
        oauth.retry(account.id().text());
        look(account.id());
      }
      case REMOVED -> {
        // its end may have been cut off by a crash
        farewell.look(account.id());
        eraser.look(account.id());
      }
    }
  }

  /// What is wrong with one account must not keep the others waiting.
  private void alone(InstallationId id, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error problem) {
      LOG.error("{} could not be looked after", id, problem);
      tryLater(id, TRY_AGAIN_EVERY);
    }
  }

  /// What came of asking an agency for its accounts.
  sealed interface Asked {
    /// It told them, and those are being let in.
    record Told(List<InstallationId> accounts) implements Asked {}

    /// It did not, and is asked again.
    record Untold(String reason) implements Asked {}
  }

  /// Asks an agency in which of its accounts the app is, and has itself let into those soon.
  Asked ask(String company) {
    Instant now = plan.clock().instant();
    Instant begun = steady.instant();
    // when it fails it is asked again, sooner than it would be otherwise
    asked.put(company, begun.minus(ASK_AGENCIES_EVERY).plus(TRY_AGAIN_EVERY));
    return switch (oauth.installed(company)) {
      case Read.Got<List<InstalledLocation>>(var locations) -> {
        asked.put(company, begun);
        List<InstallationId> usable =
            locations.stream()
                .filter(location -> OwnFolder.isUsable(new InstallationId(location.id())))
                .map(location -> enrolled(company, location, now))
                .toList();
        usable.forEach(id -> soon(id, () -> letIn(id)));
        letOutWhoeverIsNot(company, locations, now);
        yield new Asked.Told(usable);
      }
      case Read.TryLater<List<InstalledLocation>>(_, var reason) -> {
        LOG.warn("the agency {} cannot be asked for its accounts yet: {}", company, reason);
        yield new Asked.Untold(reason);
      }
      case Read.Gone<List<InstalledLocation>>(var reason) -> {
        LOG.error("the agency {} is not there any more: {}", company, reason);
        yield new Asked.Untold(reason);
      }
      case Read.Refused<List<InstalledLocation>>(_, var reason) -> {
        LOG.error("the agency {} does not tell its accounts: {}", company, reason);
        yield new Asked.Untold(reason);
      }
    };
  }

  /// An account whose tokens are worthless, and that its agency lists no more, has uninstalled the
  /// app without a word.
  private void letOutWhoeverIsNot(String company, List<InstalledLocation> listed, Instant askedAt) {
    Set<String> its =
        listed.stream().map(InstalledLocation::id).collect(Collectors.toUnmodifiableSet());
    roll.all().stream()
        .filter(account -> account.state() == State.DISCONNECTED)
        .filter(account -> account.company().equals(company) && !its.contains(account.id().text()))
        .map(Account::id)
        .filter(id -> departures.removed(id, Optional.of(askedAt)))
        .forEach(id -> soon(id, () -> letOut(id)));
  }

  private InstallationId enrolled(String company, InstalledLocation location, Instant askedAt) {
    var id = new InstallationId(location.id());
    Account account = roll.listed(id, company, location.version(), askedAt);
    if (account.name().isEmpty()) {
      roll.change(id, known -> known.called(location.name()));
    }
    return id;
  }

  /// Has itself let into an account by its agency, unless it is in.
  void letIn(InstallationId id) {
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
      roll.entered(id);
      return true;
    }
    List<String> agencies =
        account.company().isEmpty() ? vault.companies() : List.of(account.company());
    return agencies.stream().anyMatch(agency -> isLetIn(id, agency))
        || account.state() == State.DISCONNECTED;
  }

  private boolean isLetIn(InstallationId id, String agency) {
    // what is told while the agency is asked came after
    Instant at = plan.clock().instant();
    if (oauth.mint(agency, id.text()) instanceof Authorized.Location(_, var company)) {
      return roll.connected(id, company, at).state() == State.CONNECTED;
    }
    return false;
  }

  /// Reads the account where that was not done yet, and looks at its jars; nothing where it has
  /// uninstalled the app meanwhile.
  void look(InstallationId id) {
    Account account = roll.find(id).orElseThrow();
    if (account.state() == State.REMOVED) {
      return;
    }
    Member member = members.of(account);
    if (member.isRemoved()) {
      member.bringBack();
    }
    Tenant tenant = member.tenant();
    if (!tenant.isConnected() && !isRead(member)) {
      return;
    }
    notBefore.remove(id);
    if (!account.name().equals(tenant.name())) {
      roll.change(id, known -> known.called(tenant.name()));
    }
    worker.oneByOne(() ->
        member.look(
            own.jars(id), (folder, live) -> new Gate(folder, live, this::today, plan.raised())));
  }

  private boolean isRead(Member member) {
    Tenant tenant = member.tenant();
    InstallationId id = tenant.id();
    try {
      Optional<Duration> pause = tenant.connect(answer -> refused(id, answer));
      member.isRefused(false);
      pause.ifPresent(wait -> tryLater(id, wait));
      return pause.isEmpty();
    } catch (CannotRunException refused) {
      LOG.error("{}", refused.getMessage());
      tenant.notReady(String.valueOf(refused.getMessage()));
      member.isRefused(true);
      tryLater(id, TRY_AGAIN_EVERY);
      return false;
    }
  }

  private void tryLater(InstallationId id, Duration pause) {
    notBefore.put(id, steady.instant().plus(pause));
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

  /// An account has uninstalled the app.
  void letOut(InstallationId id) {
    notBefore.remove(id);
    farewell.letOut(id);
  }
}
