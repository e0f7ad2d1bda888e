package dev.interlock.app.settings;

import dev.interlock.app.logs.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All that `interlock serve` is told.
///
/// @param accounts the folder of what accounts of a marketplace app have of their own
/// @param lookEvery how often the plugins folder is looked at; empty for only at the start
/// @param reconcileEvery how often the CRM is read for what webhooks never told; zero for never
/// @param driftEvery how often accounts are compared with what they were; empty for never
/// @param values the client's own values, by the names of the settings of the contracts
/// @param sandboxClock the time of a sandbox; empty for real time
public record ServeSettings(
    ServerSettings server,
    Access access,
    Path data,
    Path plugins,
    Path accounts,
    Optional<Duration> lookEvery,
    Map<String, String> values,
    Optional<ZoneId> zone,
    int inboxLimit,
    int commandsPerSecond,
    Duration reconcileEvery,
    Optional<Duration> driftEvery,
    Logs.Form log,
    Optional<SandboxTime> sandboxClock) {
  public ServeSettings {
    values = Map.copyOf(values);
  }

  /// Takes them out of all settings.
  public static ServeSettings of(Settings settings) {
    var access = Access.of(settings);
    return new ServeSettings(
        ServerSettings.of(settings),
        access,
        settings.path(Key.DATA_DIR),
        plugins(settings),
        settings.path(Key.ACCOUNTS_DIR),
        lookEvery(settings),
        settings.values(),
        settings.zone(),
        settings.number(Key.INBOX_LIMIT, 1, 10_000_000),
        settings.number(Key.COMMANDS_PER_SECOND, 1, 1_000_000),
        Duration.ofMinutes(settings.number(Key.RECONCILE_MINUTES, 0, 1440)),
        driftEvery(settings),
        Logs.Form.valueOf(settings.word(Key.LOG, List.of("json", "text")).toUpperCase(Locale.ROOT)),
        settings.text(Key.SANDBOX_CLOCK).map(text -> sandboxTime(text, access, settings)));
  }

  private static Path plugins(Settings settings) {
    var folder = settings.path(Key.PLUGINS_DIR);
    if (!Files.isDirectory(folder)) {
      throw settings.wrong(
          Key.PLUGINS_DIR,
          "there is no such folder; put the plugin jars with your contracts there");
    }
    return folder;
  }

  private static Optional<Duration> lookEvery(Settings settings) {
    int seconds = settings.number(Key.PLUGINS_LOOK_SECONDS, 0, 86_400);
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  private static Optional<Duration> driftEvery(Settings settings) {
    int hours = settings.number(Key.DRIFT_HOURS, 0, 168);
    return hours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(hours));
  }

  private static SandboxTime sandboxTime(String text, Access access, Settings settings) {
    if (!access.isLocal()) {
      throw settings.wrong(
          Key.SANDBOX_CLOCK, "the CRM is not a sandbox on this machine, so its time is real");
    }
    return SandboxTime.of(text)
        .orElseThrow(() ->
            settings.wrong(Key.SANDBOX_CLOCK, "it has to be copied from a sandbox's first lines"));
  }
}
