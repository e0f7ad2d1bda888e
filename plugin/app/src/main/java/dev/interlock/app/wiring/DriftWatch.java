package dev.interlock.app.wiring;

import dev.interlock.app.account.BindingsFile;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.preflight.AccountPlan;
import dev.interlock.app.preflight.Line;
import dev.interlock.app.preflight.State;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.crm.Read;
import dev.interlock.crm.SteadyClock;
import dev.interlock.crm.inventory.Bindings;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Provisioning;
import dev.interlock.engine.Engine;
import dev.interlock.engine.store.Notices.Attention;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares an account with what it was when contracts went live in it, at a calm rhythm, and
/// raises what they name and is not there any more, or is not as it was. What is put right is
/// lifted by itself. What could not be read is neither raised nor lifted.
///
/// What names meant is in a file, and what was raised is in the store, so that a restart forgets
/// neither. It looks when it is told to; one thread at a time.
public final class DriftWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
  private static final String OURSELVES = "Interlock";

  /// An account that could not be read is tried again after that.
  private static final Duration AGAIN = Duration.ofMinutes(30);

  private final Engine engine;
  private final Tenant tenant;
  private final Provisioning account;
  private final BindingsFile memory;
  private final InstantSource clock;
  private final InstantSource steady;
  private volatile long open;

  /// By the steady clock.
  private Instant due = Instant.MIN;

  private Optional<ContractSet> looked = Optional.empty();

  /// @param data the data folder
  public DriftWatch(
      Engine engine,
      Tenant tenant,
      Provisioning account,
      Path data,
      InstantSource clock,
      MeterRegistry metrics) {
    this.engine = engine;
    this.tenant = tenant;
    this.account = account;
    this.memory = BindingsFile.sinceLive(data, tenant.id().text());
    this.clock = clock;
    this.steady = new SteadyClock(clock);
    Gauge.builder("interlock.drifted", this, watch -> watch.open)
        .description("Things that live contracts name and that are not as they were")
        .tag("installation", tenant.id().text())
        .register(metrics);
  }

  /// Looks, if it is time to, or other contracts have gone live since the last look.
  ///
  /// @param every how long after a look the next one is due
  public void look(Duration every) {
    Optional<ContractSet> live = tenant.live();
    if (live.isEmpty() || !tenant.isConnected()) {
      return;
    }
    open = tenant.drifted();
    Instant now = clock.instant();
    Instant begun = steady.instant();
    if (begun.isBefore(due) && live.equals(looked)) {
      return;
    }
    Optional<Instant> held = tenant.crm().calls().bulkHeldUntil(now);
    if (held.isPresent()) {
      // what people wait for goes first
      return;
    }
    looked = live;
    due = begun.plus(AGAIN.compareTo(every) < 0 ? AGAIN : every);
    try {
      var compared = compare(live.get(), now);
      due = compared == Compared.ALL ? begun.plus(every) : due;
    } catch (CannotRunException problem) {
      LOG.error("{} cannot be watched for drift: {}", tenant.id(), problem.getMessage());
    }
  }

  private enum Compared {
    ALL,
    NOT_YET
  }

  private Compared compare(ContractSet set, Instant now) {
    Bindings then = memory.read();
    Read<Inventory> answer = account.inventory(AccountPlan.channels(set));
    if (!(answer instanceof Read.Got<Inventory>(var inventory))) {
      LOG.info("{} could not be read to be compared; it is tried again", tenant.id());
      return Compared.NOT_YET;
    }
    Tenant.Own own = tenant.own();
    var plan = AccountPlan.of(set, inventory, then, account.guide(), own.values(), own.zone());
    List<Drifted> drifted =
        plan.lines().stream()
            .flatMap(line -> Drifted.of(line, then, account.guide()).stream())
            .distinct()
            .toList();
    List<String> raised = Drifted.in(engine.records(), tenant.id());
    raise(drifted.stream().map(Drifted::words).filter(words -> !raised.contains(words)), now);
    lift(raised.stream().filter(words -> isOver(words, plan.lines(), drifted)), now);
    memory.write(plan.bindings(then)).ifPresent(why -> LOG.warn("{}", why));
    open = tenant.drifted();
    return Compared.ALL;
  }

  private void raise(Stream<String> all, Instant now) {
    all.forEach(words -> {
      LOG.warn("{}: {}", tenant.id(), words);
      var attention = new Attention(Optional.empty(), Optional.empty(), Concern.DRIFTED, words);
      engine.keep(tables -> {
        tables.notices().attend(tenant.id(), attention, now);
        return true;
      });
    });
  }

  private void lift(Stream<String> all, Instant now) {
    all.forEach(words -> {
      LOG.info("{}: no longer so: {}", tenant.id(), words);
      engine.keep(tables -> {
        tables.notices().attended(tenant.id(), words, OURSELVES, now);
        return true;
      });
    });
  }

  /// Whether what was raised is put right, is named by no contract any more, or is said otherwise.
  private static boolean isOver(String words, List<Line> lines, List<Drifted> drifted) {
    if (drifted.stream().anyMatch(each -> each.words().equals(words))) {
      return false;
    }
    boolean areStagesUnknown =
        lines.stream()
            .anyMatch(line ->
                line.group() == Line.Group.PIPELINES && line.state() instanceof State.Unknown);
    if (areStagesUnknown && Drifted.isAboutAStage(words)) {
      return false;
    }
    return lines.stream()
        .filter(line ->
            Drifted.subject(line).filter(subject -> words.startsWith(subject + " ")).isPresent())
        .noneMatch(line -> line.state() instanceof State.Unknown);
  }
}
