package dev.interlock.bench;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Report;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The rules that look at declarations and at the shape of paths, once they are warm.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LookingBenchmark {
  /// How many contracts; 0 is the library.
  @Param({"0", "5", "20", "50", "100", "200"})
  public int size;

  private final Verifier verifier = Verifier.on(Sets.TODAY);
  private ContractSet set = Sets.library();

  @Setup
  public void write() {
    set = size == 0 ? Sets.library() : Sets.madeUp(Manner.TIDY, size);
  }

  @Benchmark
  public Report look() {
    return verifier.verify(set);
  }
}
