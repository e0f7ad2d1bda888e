package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.Store.Setback;
import dev.interlock.engine.store.Store.Work;
import dev.interlock.engine.store.Store.Written;
import dev.interlock.engine.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes, with a connection of its own. It commits whatever is ready in one
/// transaction, since one flush to the disk costs as much for many units as for one.
///
/// A platform thread: a native call occupies a virtual thread's carrier without anybody noticing.
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final Jdbc jdbc;
  private final Dialect dialect;
  private final Numbers numbers = new Numbers();
  private final Phrases phrases = new Phrases();
  private final int mostAtOnce;
  private final BlockingQueue<Unit<?>> queue;
  private final Thread thread;
  private final LongAdder units = new LongAdder();
  private final LongAdder commits = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Setbacks setbacks = new Setbacks();
  private volatile boolean closing;
  private volatile boolean finished;

  Writer(Connection connection, Dialect dialect, String name, int mostAtOnce) {
    this.dialect = dialect;
    this.jdbc = new Jdbc(connection, dialect);
    this.mostAtOnce = mostAtOnce;
    // fair: whoever floods it waits behind those who came before
    this.queue = new ArrayBlockingQueue<>(mostAtOnce * 8, true);
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /// Hands a unit in. Where more is waiting than can be kept, the caller waits.
  <T> CompletableFuture<T> write(Work<T> work) {
    var unit = new Unit<>(work);
    if (closing) {
      unit.fail(closed());
      return unit.result;
    }
    try {
      queue.put(unit);
      if (finished) {
        // handed in while the thread was already leaving, so nobody else will take it
        refuseLate();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      unit.fail(interrupted);
    }
    return unit.result;
  }

  /// Writes what was handed in before, then stops.
  @Override
  public void close() {
    if (closing) {
      return;
    }
    closing = true;
    // a unit that does nothing, in case the thread waits for one
    var last = new Unit<>(tables -> true);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        queue.offer(last, 10, TimeUnit.MILLISECONDS);
        thread.join(1_000);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    List<Unit<?>> batch = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        batch.add(queue.take());
        queue.drainTo(batch, mostAtOnce - 1);
        commit(batch);
        batch.clear();
      }
    } catch (InterruptedException stopped) {
      LOG.warn("the writer was interrupted and stops; what was not yet stored is refused");
    } finally {
      finished = true;
      refuseLate();
    }
  }

  private void refuseLate() {
    List<Unit<?>> late = new ArrayList<>();
    queue.drainTo(late);
    late.forEach(unit -> unit.fail(closed()));
  }

  private void commit(List<Unit<?>> batch) {
    Optional<Long> before;
    boolean areTogether;
    try {
      before = changedRows();
      areTogether = together(batch);
      if (!areTogether) {
        oneByOne(batch);
      }
    } catch (SQLException problem) {
      refuse(batch, jdbc.translated(problem));
      return;
    } catch (RuntimeException lost) {
      refuse(batch, lost);
      return;
    }
    units.add(batch.size());
    commits.increment();
    if (areTogether) {
      before.ifPresent(this::lookWhetherItIsOver);
    }
    batch.forEach(Unit::settle);
  }

  /// A full disk has room for a commit that changes nothing.
  ///
  /// @param before how many rows had been changed before what is committed now
  private void lookWhetherItIsOver(long before) {
    try {
      if (changedRows().filter(now -> now > before).isPresent()) {
        setbacks.isOver().ifPresent(LOG::info);
      }
    } catch (StoreException unknown) {
      // what was committed is stored all the same, and the next commit looks again
      LOG.debug("nobody knows whether it can store again", unknown);
    }
  }

  /// Most often all of them go well, and none needs a savepoint of its own.
  ///
  /// @return whether they do; else nothing was stored
  private boolean together(List<Unit<?>> batch) throws SQLException {
    jdbc.execute(dialect.begin());
    for (Unit<?> unit : batch) {
      try {
        unit.run(tables());
      } catch (RuntimeException failure) {
        if (isLost(failure)) {
          throw failure;
        }
        jdbc.execute("ROLLBACK");
        forget();
        return false;
      }
    }
    jdbc.execute("COMMIT");
    return true;
  }

  private void oneByOne(List<Unit<?>> batch) throws SQLException {
    jdbc.execute(dialect.begin());
    for (Unit<?> unit : batch) {
      attempt(unit);
    }
    jdbc.execute("COMMIT");
  }

  /// Asked for in a setback only.
  private Optional<Long> changedRows() {
    return setbacks.current().map(_ -> jdbc.number(dialect.changedRows(), _ -> {}));
  }

  private SqlTables tables() {
    return new SqlTables(new Scope(jdbc, numbers, phrases));
  }

  Written written() {
    return new Written(units.sum(), commits.sum(), refused.sum());
  }

  Optional<Setback> setback() {
    return setbacks.current();
  }

  /// Runs one unit in a savepoint, so that its failure undoes nothing but itself.
  private void attempt(Unit<?> unit) throws SQLException {
    jdbc.execute("SAVEPOINT unit");
    try {
      unit.run(tables());
    } catch (RuntimeException failure) {
      if (isLost(failure)) {
        throw failure;
      }
      jdbc.execute("ROLLBACK TO unit");
      forget();
      unit.remember(failure);
    }
    jdbc.execute("RELEASE unit");
  }

  private boolean isLost(RuntimeException failure) {
    return failure instanceof StoreException
        && failure.getCause() instanceof SQLException problem
        && dialect.isFatal(problem);
  }

  private void refuse(List<Unit<?>> batch, RuntimeException failure) {
    forget();
    try {
      jdbc.execute("ROLLBACK");
    } catch (SQLException second) {
      // some failures have rolled back already; the first failure is the news
      failure.addSuppressed(second);
    }
    refused.add(batch.size());
    setbacks.refused(batch.size(), failure).ifPresent(LOG::error);
    batch.forEach(unit -> unit.fail(failure));
  }

  /// What was rolled back has no number any more.
  private void forget() {
    numbers.forget();
    phrases.forget();
  }

  private static StoreException closed() {
    return new StoreException(StoreException.Kind.CLOSED, "the store is closed");
  }

  /// Work handed in, and what has come of it.
  private static final class Unit<T> {
    private final Work<T> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private Runnable outcome = () -> {};

    Unit(Work<T> work) {
      this.work = work;
    }

    void run(SqlTables tables) {
      T value = work.in(tables);
      outcome = () -> result.complete(value);
    }

    void remember(RuntimeException failure) {
      outcome = () -> result.completeExceptionally(failure);
    }

    void fail(Exception failure) {
      result.completeExceptionally(failure);
    }

    void settle() {
      outcome.run();
    }
  }
}
