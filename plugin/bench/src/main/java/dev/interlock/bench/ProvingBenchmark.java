package dev.interlock.bench;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.prove.diagram.Budget;
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
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/// Whole made-up sets, looked at and proved as the product does: from cold, each in a fresh
/// machine, because that is how `interlock verify` proves.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Timeout(time = 30, timeUnit = TimeUnit.MINUTES)
public class ProvingBenchmark {
  @Param({"5", "20", "50", "100", "200"})
  public int size;

  @Param("TIDY")
  public Manner manner = Manner.TIDY;

  private final Verifier verifier = Verifier.on(Sets.TODAY).proving(Budget.usual());
  private ContractSet set = Sets.library();

  @Setup
  public void write() {
    set = Sets.madeUp(manner, size);
  }

  @Benchmark
  public Report prove() {
    return verifier.verify(set);
  }
}
