package dev.interlock.app.fleet;

import dev.interlock.app.wiring.Tenant;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.SteadyClock;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.engine.Operator;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what runs in accounts that have uninstalled the app.
///
/// What is owed to such an account stands in the store: that it has left, and which of its runs are
/// not leaving yet. So whatever was cut off, or went wrong, is done by a later look.
final class Farewell {
  private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

  private static final int RUNS_AT_ONCE = 10_000;

  /// Orders are carried out in each contact's turn. What has not been by then is ordered again.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Set<RunState> LEAVING = Set.of(RunState.CLOSING, RunState.VERIFYING);

  private final Roll roll;
  private final Members members;
  private final OAuth oauth;
  private final InstantSource steady;
  private final Orders orders;
  private final Map<InstallationId, Instant> ordered = new ConcurrentHashMap<>();

  /// How runs are withdrawn.
  @FunctionalInterface
  interface Orders {
    CompletableFuture<Operator.Answer> withdraw(Operator operator, RunId run);
  }

  Farewell(Roll roll, Members members, OAuth oauth, InstantSource clock) {
    this(
        roll,
        members,
        oauth,
        clock,
        (operator, run) -> operator.withdraw(run, Departures.UNINSTALLED, "the CRM"));
  }

  Farewell(Roll roll, Members members, OAuth oauth, InstantSource clock, Orders orders) {
    this.roll = roll;
    this.members = members;
    this.oauth = oauth;
    this.steady = new SteadyClock(clock);
    this.orders = orders;
  }

  /// Does what is still owed to an account that has left.
  void look(InstallationId id) {
    Optional<Member> member = members.find(id);
    boolean isOwed = roll.hasRunsToEnd(id);
    if (!isOwed) {
      member.ifPresent(each -> each.unended(Optional.empty()));
    }
    if (member.filter(each -> !each.isRemoved()).isPresent() || (isOwed && isTime(id))) {
      letOut(id);
    }
  }

  private boolean isTime(InstallationId id) {
    return !ordered.getOrDefault(id, Instant.MIN).isAfter(steady.instant().minus(PATIENCE));
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
    oauth.left(id.text(), Departures.UNINSTALLED);
    member.remove();
    if (ordered.containsKey(id) && roll.hasRunsToEnd(id)) {
      unended(member, "not all were by now");
    }
    try {
      end(account.get(), member.tenant());
      ordered.put(id, steady.instant());
    } catch (RuntimeException problem) {
      unended(member, String.valueOf(problem.getMessage()));
      throw problem;
    }
  }

  private static void unended(Member member, String reason) {
    LOG.error("runs of {} could not be withdrawn and are again soon: {}", member.id(), reason);
    member.unended(Optional.of(reason));
  }

  private void end(Account account, Tenant tenant) {
    InstallationId id = account.id();
    tenant.endsAll(account.name(), roll.zone(id));
    tenant.notReady(Departures.UNINSTALLED);
    Optional<Operator> operator = tenant.operator();
    if (operator.isEmpty()) {
      return;
    }
    Set<RunId> leaving = new HashSet<>();
    int open =
        new Withdrawal(
                most -> underWay(tenant, most, leaving),
                run -> {
                  if (!leaving.contains(run)) {
                    var _ = orders.withdraw(operator.get(), run);
                  }
                },
                RUNS_AT_ONCE)
            .all();
    LOG.info("{} uninstalled the app: nothing begins there; runs withdrawn: {}", id, open);
  }

  private static List<RunId> underWay(Tenant tenant, int most, Set<RunId> leaving) {
    List<RunSummary> runs = tenant.casebook().runs(RunFilter.all().underWay(), most);
    runs.stream()
        .filter(run -> LEAVING.contains(run.state()))
        .map(RunSummary::run)
        .forEach(leaving::add);
    return runs.stream().map(RunSummary::run).toList();
  }
}
