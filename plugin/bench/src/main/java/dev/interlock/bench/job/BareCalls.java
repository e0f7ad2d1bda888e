package dev.interlock.bench.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// Calls by OkHttp that are made for their own sake, by as many clients as the bench has.
///
/// @param perSecond how many were made
/// @param cpuMicros processor time of this process for each, in microseconds
record BareCalls(double perSecond, double cpuMicros) {
  private static final int CLIENTS = 32;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /// Asks for a page over and over.
  ///
  /// @param span how long it is measured, and how long it is done before that
  static BareCalls to(String url, Duration span) throws InterruptedException {
    var client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(CLIENTS, 1, TimeUnit.MINUTES))
            .build();
    var request = new Request.Builder().url(url).build();
    try {
      made(client, request, span);
      return made(client, request, span);
    } finally {
      client.connectionPool().evictAll();
    }
  }

  private static BareCalls made(OkHttpClient client, Request request, Duration span)
      throws InterruptedException {
    long cpu = PROCESS.getProcessCpuTime();
    long begun = System.nanoTime();
    long end = begun + span.toNanos();
    var count = new LongAdder();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < CLIENTS; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < end) {
                  ask(client, request);
                  count.increment();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double calls = count.sum();
    return new BareCalls(
        calls / ((System.nanoTime() - begun) / 1e9),
        (PROCESS.getProcessCpuTime() - cpu) / 1e3 / calls);
  }

  /// The processor time of this process so far, in nanoseconds.
  static long cpuNanos() {
    return PROCESS.getProcessCpuTime();
  }

  private static void ask(OkHttpClient client, Request request) {
    try (var response = client.newCall(request).execute()) {
      response.body().bytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
