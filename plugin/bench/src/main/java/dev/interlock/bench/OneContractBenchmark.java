package dev.interlock.bench;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.prove.diagram.Budget;
import java.util.List;
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

/// One contract by itself, while somebody writes it: every rule, everything explored, nothing kept
/// from before, in a program that has been at it for a while. Thirty contracts take turns.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 10)
public class OneContractBenchmark {
  private static final int CONTRACTS = 30;

  @Param("TIDY")
  public Manner manner = Manner.TIDY;

  private final Verifier verifier = Verifier.on(Sets.TODAY).proving(Budget.usual());
  private List<ContractSet> sets = List.of(Sets.library());
  private int next;

  @Setup
  public void write() {
    ContractSet all = Sets.madeUp(manner, CONTRACTS);
    sets =
        all.contracts().stream()
            .map(one -> new ContractSet(all.operation(), List.of(one)))
            .toList();
  }

  @Benchmark
  public Report verify() {
    next = (next + 1) % sets.size();
    return verifier.verify(sets.get(next));
  }
}
