package dev.interlock.app.fleet;

import dev.interlock.app.account.Survey;
import dev.interlock.app.account.Surveyor;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.wiring.DataFile;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.engine.Engine;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A fleet while no server is at work on it: its accounts are looked through with its own tokens.
/// The data folder is ours as long as this is open, so that no server starts and renews a token
/// that is renewed here.
public final class QuietFleet implements Surveyor {
  private final Engine engine;
  private final HighLevelConnection connection;
  private final FleetSurveyor surveyor;

  private QuietFleet(FleetPlan plan, Engine engine, PrometheusMeterRegistry metrics) {
    this.engine = engine;
    this.connection = HighLevelConnection.open(plan.market().api(), plan.clock());
    var vault = new StoredVault(engine, plan.market().key(), plan.clock());
    var roll = new Roll(engine, plan.clock());
    var oauth =
        new OAuth(plan.market().app(), connection, vault, new Losses(roll)::heard, plan.clock());
    var members = new Members(plan, engine, metrics, connection, oauth, roll);
    this.surveyor = new FleetSurveyor(plan, engine, roll, members);
  }

  /// Opens it.
  ///
  /// @param data the data folder
  /// @param plan asked where no server has it
  /// @return empty when a server has the data folder, which has to be asked then
  /// @throws CannotRunException when the data folder cannot be used, or the plan cannot be made
  public static Optional<Surveyor> open(Path data, Supplier<FleetPlan> plan) {
    Optional<Store> store = store(data);
    try {
      return store.map(open -> quiet(plan.get(), open));
    } catch (RuntimeException problem) {
      store.ifPresent(Store::close);
      throw problem;
    }
  }

  private static Surveyor quiet(FleetPlan plan, Store store) {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    return new QuietFleet(plan, new Engine(plan.engine(), store, plan.clock(), metrics), metrics);
  }

  private static Optional<Store> store(Path data) {
    try {
      return Optional.of(DataFile.open(data));
    } catch (CannotRunException problem) {
      if (problem.getCause() instanceof StoreException store
          && store.kind() == StoreException.Kind.IN_USE) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  @Override
  public List<Installed> accounts() {
    return surveyor.accounts();
  }

  @Override
  public Survey plan(String account, Wanted wanted) {
    return surveyor.plan(account, wanted);
  }

  @Override
  public Survey make(String account, Wanted wanted, List<String> things, String by) {
    return surveyor.make(account, wanted, things, by);
  }

  @Override
  public void close() {
    surveyor.close();
    engine.close();
    connection.close();
  }
}
