package dev.interlock.app.fleet;

import dev.interlock.app.account.BindingsFile;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.Engine;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases what is stored of accounts that uninstalled the app, once it is time to.
///
/// Of the account itself remains that it was there: its id, its agency, and when it left. A webhook
/// or an install that comes late is told by that.
final class Eraser {
  private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);

  /// Runs end by themselves after an uninstall. One that hangs keeps nothing alive for longer.
  private static final Duration LONGEST_ENDING = Duration.ofDays(1);

  private final FleetPlan plan;
  private final Engine engine;
  private final Roll roll;
  private final Members members;

  Eraser(FleetPlan plan, Engine engine, Roll roll, Members members) {
    this.plan = plan;
    this.engine = engine;
    this.roll = roll;
    this.members = members;
  }

  /// Erases what is stored of an account that has left, if it is time to. Done by the worker.
  void look(InstallationId id) {
    // it may have come back since somebody saw that it was gone
    boolean isDue =
        plan.retention().eraseAfter().stream()
            .anyMatch(after -> roll.find(id).filter(now -> isTime(now, after)).isPresent());
    if (isDue) {
      erase(id);
    }
  }

  private boolean isTime(Account account, Duration after) {
    if (account.state() != State.REMOVED || account.erasedAt().isPresent()) {
      return false;
    }
    Instant now = plan.clock().instant();
    Instant due = account.since().plus(after);
    return !now.isBefore(due)
        && (!roll.hasRuns(account.id()) || now.isAfter(due.plus(LONGEST_ENDING)));
  }

  /// The mark comes last: what a crash leaves half erased is erased again.
  private void erase(InstallationId id) {
    members.forget(id);
    engine.erase(id);
    BindingsFile.of(plan.data(), id.text()).remove();
    BindingsFile.sinceLive(plan.data(), id.text()).remove();
    roll.change(
        id,
        known ->
            known.state() == State.REMOVED
                ? known.called("").inVersion("").erased(plan.clock().instant())
                : known);
    LOG.info("{} uninstalled the app, and what was stored of it is erased", id);
  }
}
