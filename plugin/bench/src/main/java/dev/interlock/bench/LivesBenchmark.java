package dev.interlock.bench;

import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.life.Lives;
import dev.interlock.simulation.life.Tally;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How many things happen in a second to random people who live with the library's contracts, all
/// rules watching, on one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class LivesBenchmark {
  private static final int ACTS = 60;

  private final Lives lives = Lives.of(Repertoire.of(Sets.library()));
  private long seed = 1;

  /// What happened, beside how many lives were over.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Happened {
    public long beats;
  }

  @Benchmark
  public Tally live(Happened happened) {
    Tally tally = lives.live(1, ACTS, seed++);
    happened.beats += tally.beats();
    return tally;
  }
}
