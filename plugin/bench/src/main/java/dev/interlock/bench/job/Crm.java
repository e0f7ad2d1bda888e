package dev.interlock.bench.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The loopback CRM, as seen from here.
record Crm(Child child, int port) implements AutoCloseable {
  static Crm start(Path folder) throws IOException {
    var child = Child.java(LoopbackCrm.class, folder.resolve("crm.log"), "-Xmx256m");
    var out =
        new BufferedReader(
            new InputStreamReader(child.process().getInputStream(), StandardCharsets.US_ASCII));
    var port = out.readLine();
    if (port == null) {
      throw new IOException("the loopback CRM does not start: see " + child.said());
    }
    return new Crm(child, Integer.parseInt(port));
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /// What was done to it so far.
  Counts counts() throws IOException, InterruptedException {
    var json = Http.get(url() + "/bench/counts").body();
    return new Counts(
        number(json, "calls"),
        number(json, "messages"),
        number(json, "twice"),
        number(json, "readBack"));
  }

  private static long number(String json, String key) {
    var found = Pattern.compile("\"" + key + "\":(\\d+)").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("the loopback CRM says " + json);
    }
    return Long.parseLong(found.group(1));
  }

  /// @param twice messages beyond the first to the same contact
  /// @param readBack how often a contact was read that had been left in its exit's state
  record Counts(long calls, long messages, long twice, long readBack) {}

  @Override
  public void close() {
    child.close();
  }
}
