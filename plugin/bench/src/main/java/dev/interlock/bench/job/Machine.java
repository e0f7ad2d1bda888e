package dev.interlock.bench.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What machine it is: figures of one say nothing of another.
final class Machine {
  private Machine() {}

  static String facts(Path folder) throws IOException {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%d cores (%s), %d MB, %s %s, Java %s, data on %s, load %.1f at the start"
        .formatted(
            system.getAvailableProcessors(),
            processor(),
            system.getTotalMemorySize() >> 20,
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version().feature(),
            Files.getFileStore(folder).type(),
            system.getSystemLoadAverage());
  }

  private static String processor() throws IOException {
    var file = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(file)) {
      return "unknown";
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
