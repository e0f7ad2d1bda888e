package dev.interlock.crm.highlevel.wire;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where the CRM is and how long we wait for it. Every wait is finite and every answer bounded.
///
/// @param base the API's address; plain `http` only to this machine, since a token goes along
/// @param connect longest wait for a connection
/// @param silence longest wait for the next bytes in either direction
/// @param total longest wait for a call as a whole
/// @param largestBody most bytes of an answer that are read, after decompression
/// @param triggers where triggers of workflows may listen that are told things with a token
public record ApiConfig(
    URI base,
    Duration connect,
    Duration silence,
    Duration total,
    int largestBody,
    TriggerAddresses triggers) {

  /// The vendor's own address.
  public static final URI VENDOR = URI.create("https://services.leadconnectorhq.com");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public ApiConfig {
    requireSafe(base);
    requirePositive("connect", connect);
    requirePositive("silence", silence);
    requirePositive("total", total);
    if (largestBody < 1) {
      throw new IllegalArgumentException("largestBody must be positive: " + largestBody);
    }
  }

  /// Waits that suit the vendor: its own client library gives up after 30 seconds.
  public static ApiConfig at(URI base) {
    return new ApiConfig(
        base,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        8 << 20,
        TriggerAddresses.of(requireSafe(base)));
  }

  /// The same with other waits.
  public ApiConfig waiting(Duration connect, Duration silence, Duration total) {
    return new ApiConfig(base, connect, silence, total, largestBody, triggers);
  }

  /// The same with another bound for answers.
  public ApiConfig reading(int bytes) {
    return new ApiConfig(base, connect, silence, total, bytes, triggers);
  }

  /// The same with triggers at these addresses, and at the API's own.
  ///
  /// @throws IllegalArgumentException when a token must not be sent to one of them
  public ApiConfig triggersAt(List<URI> beginnings) {
    var all = new ArrayList<>(beginnings);
    TriggerAddresses.of(base).beginnings().stream()
        .filter(each -> !each.getHost().equals(VENDOR.getHost()))
        .forEach(all::add);
    return new ApiConfig(base, connect, silence, total, largestBody, new TriggerAddresses(all));
  }

  /// Whether it is an unencrypted address of this machine.
  static boolean isThisMachine(URI address) {
    return "http".equalsIgnoreCase(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
  }

  private static URI requireSafe(URI base) {
    if (base.getHost() == null || base.getRawQuery() != null || base.getRawUserInfo() != null) {
      throw new IllegalArgumentException("the CRM's address needs a host and no query: " + base);
    }
    boolean encrypted = "https".equalsIgnoreCase(base.getScheme());
    if (!encrypted && !isThisMachine(base)) {
      throw new IllegalArgumentException(
          "the CRM's address must be https, or http on this machine: " + base);
    }
    return base;
  }

  private static void requirePositive(String key, Duration value) {
    if (!value.isPositive() || value.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(key + " must lie between 0 and 1 hour: " + value);
    }
  }
}
