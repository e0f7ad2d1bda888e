package dev.interlock.app.fleet;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.gate.Gate;
import dev.interlock.app.wiring.Tenant;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.oauth.Authorized;
import dev.interlock.crm.highlevel.oauth.InstalledLocation;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.engine.Operator;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import dev.interlock.verifier.finding.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets accounts in and out. Everything here is done by the worker, one thing after the other.
final class Usher {
  private static final Logger LOG = LoggerFactory.getLogger(Usher.class);

  /// Installs of which neither webhook nor browser told us are found within that time.
  private static final Duration ASK_AGENCIES_EVERY = Duration.ofHours(1);

  /// An account that could not be let in or read is tried again after that, unless somebody tells
  /// of it before.
  private static final Duration TRY_AGAIN_EVERY = Duration.ofMinutes(5);

  private static final int RUNS_AT_ONCE = 10_000;

  private final FleetPlan plan;
  private final OAuth oauth;
  private final StoredVault vault;
  private final Roll roll;
  private final Members members;
  private final OwnFolder own;
  private final Eraser eraser;
  private final Departures departures;

  /// When each agency was asked last for its accounts.
  private final Map<String, Instant> asked = new HashMap<>();

  /// From when on an account that failed is tried again.
  private final Map<InstallationId, Instant> notBefore = new HashMap<>();

  Usher(FleetPlan plan, OAuth oauth, StoredVault vault, Roll roll, Members members, Eraser eraser) {
    this.plan = plan;
    this.oauth = oauth;
    this.vault = vault;
    this.roll = roll;
    this.members = members;
    this.eraser = eraser;
    this.departures = new Departures(roll, oauth);
    this.own = new OwnFolder(plan.accounts(), plan.plugins());
  }

  /// Looks after all accounts: what could not be done before is tried again, and jars that came or
  /// changed go live.
  void lookAround() {
    Instant now = plan.clock().instant();
    vault.companies().stream()
        .filter(company ->
            !asked.getOrDefault(company, Instant.MIN).plus(ASK_AGENCIES_EVERY).isAfter(now))
        .forEach(this::ask);
    for (Account account : roll.all()) {
      if (notBefore.getOrDefault(account.id(), Instant.MIN).isAfter(now)) {
        continue;
      }
      // as it is by then: those before it may have taken long
      alone(account.id(), () -> roll.find(account.id()).ifPresent(this::lookAfter));
    }
  }

  private void lookAfter(Account account) {
    switch (account.state()) {
      case PENDING -> letIn(account.id());
      case CONNECTED, DISCONNECTED -> look(account.id());
      case REMOVED -> {
        // its end may have been cut off by a crash
        if (isAtWork(account.id())) {
          letOut(account.id());
        }
        eraser.look(account.id());
      }
    }
  }

  private boolean isAtWork(InstallationId id) {
    return members.find(id).map(member -> !member.isRemoved()).orElseGet(() -> roll.hasRuns(id));
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
  void ask(String company) {
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
        letOutWhoeverIsNot(company, locations, now);
      }
      case Read.TryLater<List<InstalledLocation>>(_, var reason) ->
          LOG.warn("the agency {} cannot be asked for its accounts yet: {}", company, reason);
      case Read.Gone<List<InstalledLocation>>(var reason) ->
          LOG.error("the agency {} is not there any more: {}", company, reason);
      case Read.Refused<List<InstalledLocation>>(_, var reason) ->
          LOG.error("the agency {} does not tell its accounts: {}", company, reason);
    }
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
        .forEach(id -> alone(id, () -> letOut(id)));
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
    if (!tenant.isConnected() && !isRead(tenant)) {
      return;
    }
    notBefore.remove(id);
    if (!account.name().equals(tenant.name())) {
      roll.change(id, known -> known.called(tenant.name()));
    }
    member.look(own.jars(id), (folder, live) -> new Gate(folder, live, this::today, plan.raised()));
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
  /// them is raised for somebody to see to. What was stored of it stays until it is time to erase
  /// it.
  void letOut(InstallationId id) {
    Optional<Account> account = roll.find(id);
    if (account.isEmpty() || account.get().state() != State.REMOVED) {
      return;
    }
    if (members.find(id).isEmpty() && !roll.hasRuns(id)) {
      return;
    }
    Member member = members.of(account.get());
    member.remove();
    notBefore.remove(id);
    Tenant tenant = member.tenant();
    if (!tenant.isConnected() && roll.hasRuns(id)) {
      tenant.known(account.get().name(), roll.zone(id));
    }
    tenant.notReady(Departures.UNINSTALLED);
    if (tenant.isConnected()) {
      withdrawAll(id, tenant);
    }
  }

  private static void withdrawAll(InstallationId id, Tenant tenant) {
    tenant
        .running()
        .live()
        .map(set -> new ContractSet(set.operation(), List.of()))
        .ifPresent(none -> tenant.goLive(none, new Report(0, List.of(), List.of(), List.of())));
    Optional<Operator> operator = tenant.operator();
    if (operator.isEmpty()) {
      return;
    }
    int open =
        new Withdrawal(
                most ->
                    tenant.casebook().runs(RunFilter.all().underWay(), most).stream()
                        .map(RunSummary::run)
                        .toList(),
                run -> {
                  var _ = operator.get().withdraw(run, Departures.UNINSTALLED, "the CRM");
                },
                RUNS_AT_ONCE)
            .all();
    LOG.info("{} uninstalled the app: nothing begins there; runs withdrawn: {}", id, open);
  }
}
