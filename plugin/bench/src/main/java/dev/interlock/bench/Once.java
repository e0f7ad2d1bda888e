package dev.interlock.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.prove.diagram.Budget;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One set, verified once in a fresh machine: what it takes from cold, how much memory at most, and
/// what was found, so that two versions of the verifier can be compared by their answers.
///
/// Words behind the size: `changed` takes the set with one contract written anew; `proofs=FILE`
/// knows what was proved with the same file before, and adds to it; `found` prints the findings.
public final class Once {

  private static final String PROOFS = "proofs=";
  private static final double NANOS = 1e9;
  private static final double MEGABYTES = 1024.0 * 1024.0;

  private Once() {}

  public static void main(String[] arguments) throws IOException {
    Manner manner = Manner.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    int size = Integer.parseInt(arguments[1]);
    List<String> words = List.of(arguments).subList(2, arguments.length);
    ContractSet set =
        words.contains("changed") ? Sets.changed(manner, size) : Sets.madeUp(manner, size);
    Optional<Path> file =
        words.stream()
            .filter(word -> word.startsWith(PROOFS))
            .map(word -> Path.of(word.substring(PROOFS.length())))
            .findFirst();
    ProofList proofs = ProofList.in(file);
    long began = System.nanoTime();
    long cpuBefore = processorTime();
    Report report = Verifier.on(Sets.TODAY).proving(Budget.usual(), proofs).verify(set);
    System.out.printf(
        Locale.ROOT,
        "%s %d: %.2f s, %.2f s of processor time, at most %.0f MB of heap, %s%n",
        manner,
        size,
        (System.nanoTime() - began) / NANOS,
        (processorTime() - cpuBefore) / NANOS,
        mostMemory() / MEGABYTES,
        kinds(report.findings()));
    proofs.write(file);
    if (words.contains("found")) {
      report.findings().forEach(System.out::println);
    }
  }

  private static Map<String, Long> kinds(List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(Once::kind, TreeMap::new, Collectors.counting()));
  }

  private static String kind(Finding finding) {
    return switch (finding.evidence()) {
      case Evidence.Unresolved _ -> "unresolved";
      case Evidence.Played _ -> "played";
      case Evidence.Exhaustive _ -> "exhaustive";
      case Evidence _ -> "by shape";
    };
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double mostMemory() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(java.lang.management.MemoryUsage::getUsed)
        .sum();
  }
}
