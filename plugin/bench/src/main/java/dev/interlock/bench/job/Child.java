package dev.interlock.bench.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process that the benchmark began, and what it takes of the machine.
///
/// @param said the file with all that it says on stderr
record Child(Process process, Path said) implements AutoCloseable {
  static Child start(List<String> command, Map<String, String> settings, Path said)
      throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("INTERLOCK_"));
    builder.environment().putAll(settings);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(said.toFile()));
    var process = builder.start();
    // also when the benchmark itself is told to end
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Child(process, said);
  }

  /// One with this process's own classes.
  static Child java(Class<?> main, Path said, String... options) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        Stream.of(
                Stream.of(java, "-XX:+UseSerialGC"),
                Stream.of(options),
                Stream.of("-cp", System.getProperty("java.class.path"), main.getName()))
            .flatMap(each -> each)
            .toList();
    return start(command, Map.of(), said);
  }

  /// All of the processor that it has taken so far, in seconds.
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /// The most memory that it has had at any moment, in MB; only Linux tells.
  double peakMb() {
    return status("VmHWM:");
  }

  /// The memory that it has now, in MB; only Linux tells.
  double residentMb() {
    return status("VmRSS:");
  }

  private double status(String line) {
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    try {
      return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
          .filter(each -> each.startsWith(line))
          .mapToDouble(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024.0)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// SIGKILL.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// SIGTERM, and waits until it has ended.
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not stop; what it said is in " + said);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
