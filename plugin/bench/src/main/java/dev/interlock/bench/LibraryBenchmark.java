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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The library's contracts proved, and with a flaw among them found and played: from cold, and once
/// the machine is warm, as in a server that proves what comes.
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SingleShotTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 0)
@Measurement(iterations = 5, time = 5)
public class LibraryBenchmark {
  private static final String FLAW = "E-STAGE-BACKWARD";

  private final Verifier verifier = Verifier.on(Sets.TODAY).proving(Budget.usual());
  private final ContractSet sound = Sets.library();
  private final ContractSet flawed = Sets.flawed();

  @Benchmark
  public Report prove() {
    return verifier.verify(sound);
  }

  /// The report comes as a whole, so that the first finding is as late as the last one.
  @Benchmark
  public Report find() {
    Report report = verifier.verify(flawed);
    if (report.findings().stream().noneMatch(finding -> finding.rule().equals(FLAW))) {
      throw new IllegalStateException("the flaw was not found: " + report.findings());
    }
    return report;
  }
}
