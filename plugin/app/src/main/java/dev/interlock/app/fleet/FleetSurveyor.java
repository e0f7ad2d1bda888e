package dev.interlock.app.fleet;

import dev.interlock.app.account.AccountAccess.Reached;
import dev.interlock.app.account.AccountRound;
import dev.interlock.app.account.BindingsFile;
import dev.interlock.app.account.Makings;
import dev.interlock.app.account.Patience;
import dev.interlock.app.account.Survey;
import dev.interlock.app.account.Surveyor;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.gate.Running;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.app.preflight.AccountPlan;
import dev.interlock.app.secret.KeyException;
import dev.interlock.app.wiring.Tenant;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.engine.Engine;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks through accounts of the fleet, by the same calls and tokens as everything else of theirs.
/// One look at a time in an account: two who make the same thing would make it twice.
final class FleetSurveyor implements Surveyor {
  private static final Logger LOG = LoggerFactory.getLogger(FleetSurveyor.class);

  /// Somebody waits for the answer, and asks again by giving the command again.
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final FleetPlan plan;
  private final Engine engine;
  private final Roll roll;
  private final Members members;
  private final OwnFolder own;
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  FleetSurveyor(FleetPlan plan, Engine engine, Roll roll, Members members) {
    this.plan = plan;
    this.engine = engine;
    this.roll = roll;
    this.members = members;
    this.own = new OwnFolder(plan.accounts(), plan.plugins());
  }

  @Override
  public List<Installed> accounts() {
    return roll.all().stream()
        .filter(account -> account.state() != State.REMOVED)
        .map(account -> new Installed(account.id().text(), called(account)))
        .toList();
  }

  @Override
  public Survey plan(String account, Wanted wanted) {
    return asked(
        account,
        wanted,
        round -> survey(round, account, wanted, round.plan(), new Makings(round, _ -> {})));
  }

  @Override
  public Survey make(String account, Wanted wanted, List<String> things, String by) {
    return asked(
        account,
        wanted,
        round -> {
          var making =
              new Makings(
                  round,
                  made ->
                      LOG.info(
                          "{} had the {} {} made in {}: {}",
                          by,
                          made.kind(),
                          made.name(),
                          account,
                          made.outcome()));
          round.plan().creatables().stream()
              .filter(thing -> things.contains(key(thing)))
              .forEach(making::make);
          return survey(round, account, wanted, round.plan().without(making.refused()), making);
        });
  }

  private Survey asked(String id, Wanted wanted, Function<AccountRound, Survey> look) {
    Optional<Account> account = roll.find(new InstallationId(id));
    if (account.isEmpty()) {
      return Survey.unasked(id, "", "no account of this id has installed the app");
    }
    var turn = turns.computeIfAbsent(id, _ -> new ReentrantLock());
    turn.lock();
    try {
      return whyNot(account.get())
          .map(why -> Survey.unasked(id, called(account.get()), why))
          .orElseGet(() -> look.apply(round(account.get(), wanted)));
    } catch (CannotRunException | KeyException problem) {
      return Survey.unasked(id, called(account.get()), String.valueOf(problem.getMessage()));
    } catch (RuntimeException problem) {
      LOG.error("{} could not be looked through", id, problem);
      return Survey.unasked(
          id, called(account.get()), "it could not be looked through; the log says why");
    } finally {
      turn.unlock();
    }
  }

  private static Optional<String> whyNot(Account account) {
    return switch (account.state()) {
      case CONNECTED -> Optional.empty();
      case PENDING -> Optional.of("it has not let us in yet: " + account.reason());
      case DISCONNECTED -> Optional.of("it is disconnected: " + account.reason());
      case REMOVED -> Optional.of(account.reason());
    };
  }

  private AccountRound round(Account account, Wanted wanted) {
    String id = account.id().text();
    Tenant.Own its = own.own(account.id(), plan.values());
    return new AccountRound(
        new Reached(id, members.of(account).provisioning(), () -> {}),
        wanted.contracts().orElseGet(() -> itsContracts(account.id())),
        BindingsFile.of(plan.data(), id),
        its.values(),
        its.zone(),
        Patience.amongMany(words -> LOG.info("{}: {}", id, words), LONGEST_PAUSE),
        LocalDate.ofInstant(plan.clock().instant(), ZoneOffset.UTC));
  }

  /// Those that are live, and where none is, those that lie in wait for it.
  private ContractSet itsContracts(InstallationId id) {
    return Running.of(engine.records(), id)
        .live()
        .filter(set -> !set.contracts().isEmpty())
        .orElseGet(() -> Contracts.require(List.of(own.jars(id))));
  }

  private static Survey survey(
      AccountRound round, String id, Wanted wanted, AccountPlan plan, Makings making) {
    var text = new StringWriter();
    var writer = new PrintWriter(text);
    round.print(plan, new Console(writer, writer, wanted.colour()));
    writer.flush();
    return new Survey(
        id,
        plan.inventory().name(),
        round.set().contracts().stream()
            .collect(Collectors.toMap(each -> each.id().text(), FleetSurveyor::hash)),
        Optional.of(round.data(plan)),
        "",
        text.toString(),
        plan.creatables().stream().map(FleetSurveyor::key).toList(),
        making.all());
  }

  private static String hash(Contract contract) {
    return ContentHash.of(contract).hex();
  }

  /// What is made is what was shown: the same thing with other values is another one.
  private static String key(Creatable thing) {
    return thing.kind().word()
        + " "
        + thing.name()
        + " "
        + ContentHash.ofText(thing.toString()).hex();
  }

  private static String called(Account account) {
    return account.name().isEmpty() ? account.id().text() : account.name();
  }

  /// What it looks with is closed by whoever opened that.
  @Override
  public void close() {}
}
